import Foundation
import TestSupport

/// The text of a file of this package.
func text(_ path: String) throws -> String {
  String(decoding: try Data(contentsOf: Shared.packageRoot.appending(path: path)), as: UTF8.self)
}

/// Paths of the Swift files below a folder of this package, sorted.
func swiftFiles(in folder: String) -> [String] {
  Shared.files(in: Shared.packageRoot.appending(path: folder), endings: [".swift"])
    .map { String($0.path(percentEncoded: false).dropFirst(Shared.packagePath.count + 1)) }
}
