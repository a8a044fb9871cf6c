import Diagnostics
import StructuredData

/// The files of `content/lexicon` as built into the binary. What they hold is what a source's files may change.
enum BuiltInLexicon {
  static let sources: [SourceText] = EmbeddedFiles.files.map { file in
    SourceText(path: file.path.description, bytes: file.text.withUTF8Buffer(Array.init))
  }

  /// Without the texts, of which only changes are told apart.
  static let files: [LexiconFile] = EmbeddedFiles.files.map { file in
    LexiconFile(name: name(ofPath: file.path.description), Node(embedded: file.nodes))
  }

  /// The words by which documents are recognized: those who look for files ask for nothing else.
  static let documents = files.first { $0.name == "documents" } ?? LexiconFile(name: "documents")

  /// Whether a source's file is the built-in one, as in this repository itself.
  static func isBuiltIn(_ source: SourceText) -> Bool {
    sources.contains { $0.fileName == source.fileName && $0.bytes == source.bytes }
  }

  /// `claims` for `lexicon/claims.yaml`.
  fileprivate static func name(ofPath path: String) -> String {
    String(path.pathNames.last?.split(separator: ".").first ?? "")
  }
}

extension SourceText {
  fileprivate var fileName: Substring { path.pathNames.last ?? "" }

  /// `claims` for `lexicon/claims.yaml`.
  var lexiconName: String { BuiltInLexicon.name(ofPath: path) }
}
