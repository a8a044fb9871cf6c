// swift-tools-version: 6.2
import PackageDescription

// A package of its own: fuzz targets link only with `swift build --sanitize fuzzer`.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "sitegen", path: "../..")],
  targets: [
    .executableTarget(name: "batch", dependencies: [.product(name: "Templates", package: "sitegen")])
  ]
)
