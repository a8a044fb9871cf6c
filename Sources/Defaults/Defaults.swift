/// The templates and criteria that this repository holds, as built into the binary.
///
/// A criteria file or a template of the same name in a source takes the place of one of these.
public enum Defaults {
  /// Every embedded file: path relative to the repository (`templates/base.html`, `content/criteria/x.yaml`), sorted
  /// by folder and then by UTF-8 bytes of the path.
  static let files: [(path: String, bytes: [UInt8])] = EmbeddedFiles.files.map {
    ($0.path.description, $0.text.withUTF8Buffer(Array.init))
  }

  /// What YAML reads in the embedded files of criteria, by the paths that messages give them.
  public static let criteria = Dictionary(
    uniqueKeysWithValues: EmbeddedFiles.files.lazy.filter { $0.nodes.utf8CodeUnitCount > 0 }.map { file in
      ("built-in/" + file.path.description.dropFirst("content/".count), file.nodes)
    })

  /// The embedded files under `folder` (`"templates"`), with the folder cut off their paths.
  public static func files(under folder: String) -> [(path: String, bytes: [UInt8])] {
    files.filter { $0.path.hasPrefix(folder + "/") }.map { (String($0.path.dropFirst(folder.count + 1)), $0.bytes) }
  }
}
