// swift-tools-version: 6.2
import PackageDescription

// A package of its own, from links to the sources: with `FUZZ` set, all that is read with is built for the fuzzer, and the
// program that embeds words and criteria is not.
let isFuzzing = Context.environment["FUZZ"] != nil
let settings: [SwiftSetting] =
  [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault")]
  + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

func library(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
  targets: [
    .systemLibrary(name: "CCMarkGFM"),
    // Not by a flag for all of C: the program that embeds words is C of Yams, too, and linked without the fuzzer.
    .target(
      name: "CSystem", cSettings: isFuzzing ? [.unsafeFlags(["-fsanitize=fuzzer-no-link"])] : []),
    library("Hashing", ["CSystem"]),
    library("Diagnostics"),
    library("Markdown", ["CCMarkGFM", "CSystem", "Diagnostics"]),
    library("Markup", ["Diagnostics", "Markdown"]),
    library("StructuredData", ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    library("Templates", ["Diagnostics"]),
    library("Power"),
    library("Criteria", ["Diagnostics", "StructuredData"]),
    library("Words", ["Criteria", "Diagnostics", "StructuredData"], plugins: ["EmbedDefaultsPlugin"]),
    library(
      "Intake", ["Criteria", "Diagnostics", "Hashing", "Markdown", "Markup", "Power", "StructuredData", "Words"]),
    .executableTarget(name: "embed-defaults", dependencies: [.product(name: "Yams", package: "Yams")]),
    .plugin(
      name: "EmbedDefaultsPlugin", capability: .buildTool(), dependencies: ["embed-defaults"],
      path: "Sources/EmbedDefaultsPlugin"),
    library("Defaults", plugins: ["EmbedDefaultsPlugin"]),
    // Answers the questions of `differential.py`.
    .executableTarget(name: "batch", dependencies: ["Templates"]),
  ]
    + (isFuzzing
      ? [
        .executableTarget(
          name: "fuzz",
          dependencies: [
            "Criteria", "Defaults", "Diagnostics", "Intake", "Markdown", "Markup", "StructuredData", "Templates",
            "Words",
          ],
          swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
          linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
      ] : [])
)
