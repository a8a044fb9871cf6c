// swift-tools-version: 6.2
import PackageDescription

// Builds the engine from links to its sources, so that nothing else of the tool is built with it.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "templates-bench",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Templates", dependencies: ["Diagnostics"], swiftSettings: settings),
    .target(name: "CAllocations"),
    .executableTarget(name: "templates-bench", dependencies: ["CAllocations", "Templates"]),
  ]
)
