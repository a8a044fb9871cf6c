import Intake

/// Real input beside the checkout, for tests that read it when it is there.
enum SharedInput {
  /// A folder of `../shared`; nil, with a printed line, when it is absent.
  static func tree(_ folder: String) -> SourceTree? {
    let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let tree = SourceTree.disk(root: "/\(package)/../shared/\(folder)")
    if tree == nil { print("not run: ../shared/\(folder) is absent") }
    return tree
  }
}
