// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "templates-bench",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "sitegen", path: "../../..")],
  targets: [
    .target(name: "CAllocations"),
    .executableTarget(
      name: "templates-bench",
      dependencies: ["CAllocations", .product(name: "Templates", package: "sitegen")]),
  ]
)
