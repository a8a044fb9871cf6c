// swift-tools-version: 6.2
import PackageDescription

// A package of its own: the fuzz targets link only with `swift build --sanitize fuzzer --product …`. It builds the
// engine from links to its sources, so that nothing else of the tool is built with it.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Templates", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(name: "FuzzSupport", dependencies: ["Templates"]),
    .executableTarget(name: "fuzz-load", dependencies: ["FuzzSupport"]),
    .executableTarget(name: "fuzz-render", dependencies: ["FuzzSupport"]),
    // Answers the questions of `differential.py`.
    .executableTarget(name: "batch", dependencies: ["Templates"]),
  ]
)
