// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: language mode 6 comes from the tools version; warnings are errors in CI. Optimized
/// across modules, a build takes a fifth less processor time: small accessors of values disappear.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// The commit that a release names; a setting of one small target, so that another commit builds little anew.
let revision: [CSetting] = Context.environment["SITEGEN_REVISION"].map { [.define("SITEGEN_REVISION", to: $0)] } ?? []

/// A program that stands alone takes nothing from a network and no data on languages, which Foundation would bring.
let alone: [CSetting] = Context.environment["SITEGEN_ALONE"].map { [.define("SITEGEN_ALONE", to: $0)] } ?? []
// Calls that a file of CSystem takes over where there is no /proc.
let wrapped = ["_dispatch_workq_worker_register", "_dispatch_workq_worker_unregister"]
let wrapping: [LinkerSetting] =
  alone.isEmpty ? [] : [.unsafeFlags(wrapped.flatMap { ["-Xlinker", "--wrap=\($0)"] })]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitegen", targets: ["sitegen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // C library: both Debian packages are needed, the extensions are not pulled in by the core package.
    .systemLibrary(
      name: "CCMarkGFM",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
        .brew(["cmark-gfm"]),
      ]),

    // What Swift has no name for: SHA-256 with the processor's instructions, the exchange of two folders, the heap.
    .target(name: "CSystem", cSettings: revision + alone),
    library("Hashing", ["CSystem"]),

    // Bottom layer: no dependencies at all, so that every other target can depend on it.
    library("Diagnostics"),
    library("Markdown", ["CCMarkGFM", "CSystem", "Diagnostics"]),
    library("Markup", ["Diagnostics", "Markdown"]),
    library("StructuredData", ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    library("Templates", ["Diagnostics"]),
    // Pure arithmetic of votes; needs nothing, so that it can be checked by itself.
    library("Power"),

    library("Criteria", ["Diagnostics", "StructuredData"]),
    // The words by which documents are understood, from content/lexicon.
    library("Words", ["Criteria", "Diagnostics", "StructuredData"], plugins: ["EmbedDefaultsPlugin"]),
    library(
      "Intake", ["Criteria", "Diagnostics", "Hashing", "Markdown", "Markup", "Power", "StructuredData", "Words"]),
    library("Assess", ["Criteria", "Diagnostics", "Intake", "Markdown", "StructuredData", "Templates", "Words"]),
    library("Report", ["Assess", "Criteria", "Diagnostics", "Intake", "Power", "StructuredData"]),
    library(
      "Site",
      [
        "Assess", "Criteria", "Diagnostics", "Hashing", "Intake", "Markdown", "Report", "StructuredData", "Templates",
        "Words",
      ]),

    // Templates and criteria of this repository, built into the binary.
    .executableTarget(
      name: "embed-defaults", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .plugin(
      name: "EmbedDefaultsPlugin", capability: .buildTool(), dependencies: ["embed-defaults"],
      path: "Sources/EmbedDefaultsPlugin"),
    library("Defaults", plugins: ["EmbedDefaultsPlugin"]),

    library(
      "SitegenCLI",
      [
        "Assess", "CSystem", "Criteria", "Defaults", "Diagnostics", "Hashing", "Intake", "Markdown", "Report", "Site",
        "StructuredData", "Templates", "Words", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"), .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "sitegen", dependencies: ["SitegenCLI"], swiftSettings: settings, linkerSettings: wrapping),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: settings),
    tests("HashingTests", ["CSystem", "Hashing"]),
    tests("HouseTests", []),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("MarkdownTests", ["Markdown"]),
    tests("MarkupTests", ["Markup", "Markdown"]),
    tests("StructuredDataTests", ["StructuredData"]),
    tests("TemplatesTests", ["Templates"]),
    tests("PowerTests", ["Power"]),
    tests("CriteriaTests", ["Criteria", "Defaults"]),
    tests("WordsTests", ["Words", "Diagnostics", "StructuredData"]),
    tests("IntakeTests", ["Intake", "Criteria", "Defaults", "Hashing", "Words"]),
    tests("AssessTests", ["Assess", "Intake", "Criteria", "Defaults"]),
    tests("ReportTests", ["Report", "Assess", "Intake", "Criteria", "Defaults", "StructuredData"]),
    tests(
      "SiteTests",
      ["Site", "Report", "Assess", "Intake", "Criteria", "Defaults", "Markdown", "StructuredData", "Templates"]),
    tests("CLITests", ["SitegenCLI", "sitegen", "Assess", "Criteria", "Diagnostics", "Hashing", "Intake", "Site"]),
  ]
)
