// swift-tools-version: 6.2
import PackageDescription

// Builds some modules from links to their sources, so that a release build takes a minute and not ten.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "counts",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "CCMarkGFM"),
    .target(name: "CSystem"),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Hashing", dependencies: ["CSystem"], swiftSettings: settings),
    .target(name: "Markdown", dependencies: ["CCMarkGFM", "CSystem", "Diagnostics"], swiftSettings: settings),
    .target(name: "Templates", dependencies: ["Diagnostics"], swiftSettings: settings),
    .executableTarget(name: "counts", dependencies: ["Diagnostics", "Hashing", "Markdown", "Templates"]),
  ]
)
