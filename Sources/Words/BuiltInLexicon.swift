import Diagnostics
import StructuredData

/// The files of `content/lexicon` as built into the binary. What they hold is what a source's files may change.
enum BuiltInLexicon {
  static let sources: [SourceText] = EmbeddedFiles.files.map { file in
    let bytes = [UInt8](UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
    return SourceText(path: file.path.description, bytes: bytes)
  }

  static let files: [LexiconFile] = sources.map { $0.lexiconName == documents.name ? documents : file($0) }

  /// The words by which documents are recognized, read apart from the others: those who look for files ask for nothing
  /// else.
  static let documents =
    sources.first { $0.lexiconName == "documents" }.map(file) ?? LexiconFile(name: "documents", values: [])

  /// Whether a source's file is the built-in one, as in this repository itself.
  static func isBuiltIn(_ source: SourceText) -> Bool {
    sources.contains { $0.fileName == source.fileName && $0.bytes == source.bytes }
  }

  /// A file as it stands. A test holds that every value of the built-in files has one of the three forms.
  static func file(_ source: SourceText) -> LexiconFile {
    let root = YAML.read(source).value
    let values = (root?.entries ?? []).map { entry in
      (key: entry.key.string ?? "", value: value(entry.value))
    }
    return LexiconFile(name: source.lexiconName, values: values)
  }

  private static func value(_ node: Node) -> LexiconFile.Value {
    if node.isSequence { return .list(node.strings) }
    if node.entries.contains(where: { $0.value.isSequence }) {
      return .groups(node.entries.map { .init(name: $0.key.string ?? "", words: $0.value.strings) })
    }
    return .meanings(node.entries.map { .init(word: $0.key.string ?? "", meaning: $0.value.string ?? "") })
  }
}

extension SourceText {
  fileprivate var fileName: Substring { path.pathNames.last ?? "" }

  /// `claims` for `lexicon/claims.yaml`.
  var lexiconName: String { String(fileName.split(separator: ".").first ?? "") }
}
