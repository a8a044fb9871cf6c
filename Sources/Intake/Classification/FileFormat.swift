import Words
import Diagnostics
import Markdown
import Markup

/// The form a file is written in, as far as its name tells.
enum FileFormat: Sendable, Hashable {
  case markdown, text, html, yaml, json, toml, csv, asciiDoc, reStructuredText
  /// A markup that no reader understands.
  case foreign(String)

  private static let extensions: [String: FileFormat] = [
    "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mkd": .markdown, "mdx": .markdown,
    "txt": .text, "text": .text, "eml": .text, "mbox": .text,
    "html": .html, "htm": .html, "xhtml": .html,
    "yaml": .yaml, "yml": .yaml, "json": .json, "toml": .toml, "csv": .csv,
    "adoc": .asciiDoc, "asciidoc": .asciiDoc, "asc": .asciiDoc, "rst": .reStructuredText, "rest": .reStructuredText,
    "org": .foreign("Org mode"), "textile": .foreign("Textile"), "pdf": .foreign("PDF"),
    "docx": .foreign("a word processor's format"), "odt": .foreign("a word processor's format"),
  ]

  /// What readers ask for by name.
  static let named = Reader.all.files

  /// Whether files of this name are looked for. A source's own words are not known yet when that is asked.
  static func isLookedFor(_ name: String) -> Bool {
    FileFormat(name: name, Lexicon.builtInDocuments, Self.named) != nil
  }

  /// The format of a file; nil when files of this name are not looked at. `named` are those that are for a reader's sake.
  init?(name: String, named: [String: FileFormat] = Self.named) { self.init(name: name, Lexicon.documents, named) }

  private init?(name: String, _ words: DocumentWords, _ named: [String: FileFormat]) {
    let name = name.lowercased().joiningWords
    if let format = named[name] {
      self = format
      return
    }
    guard !words.machineFiles.contains(name) else { return nil }
    guard let dot = name.lastPlace(ofByte: UInt8(ascii: ".")), dot != name.startIndex else {
      guard words.plainFiles.contains(name) else { return nil }
      self = .text
      return
    }
    guard let format = Self.extensions[String(name[name.utf8.index(after: dot)...])] else { return nil }
    self = format
  }

  /// The format that the text shows: some AsciiDoc has the ending `.md`, some Markdown `.adoc`, and an ASCII-armored
  /// signature the ending `.asc`.
  func shown(by source: SourceText) -> FileFormat {
    switch self {
    case .markdown where AsciiDoc.isLikely(source): .asciiDoc
    case .asciiDoc where source.prefix(10).elementsEqual("-----BEGIN".utf8): .foreign("a signature")
    case .asciiDoc where AsciiDoc.titles(of: source, with: UInt8(ascii: "#")) ?? 0 > 0: .markdown
    default: self
    }
  }

  /// The document of a file of a markup other than Markdown; nil for every other file.
  func document(of source: SourceText) -> Document? {
    switch self {
    case .asciiDoc: AsciiDoc.document(source)
    case .reStructuredText: ReStructuredText.document(source)
    default: nil
    }
  }

  /// The format as classification sees it: text with headings is told by them, whatever its marks.
  var family: FileFormat {
    switch self {
    case .asciiDoc, .reStructuredText: .markdown
    case .toml: .yaml
    default: self
    }
  }

  /// The name of a markup; nil for any other format.
  var markup: String? {
    switch self {
    case .markdown: "Markdown"
    case .asciiDoc: "AsciiDoc"
    case .reStructuredText: "reStructuredText"
    default: nil
    }
  }

  /// Whether links between documents lead to files of this format.
  var isLinked: Bool { family == .markdown }
}

extension String {
  /// Whether this path names a document that readers take for prose, by its ending.
  public var namesDocument: Bool { FileFormat(name: String(fileName))?.isLinked == true }

  /// Whether this path names data, by its ending.
  public var namesData: Bool {
    switch FileFormat(name: String(fileName))?.family {
    case .yaml, .json, .csv: true
    default: fileName == "CODEOWNERS"
    }
  }
}
