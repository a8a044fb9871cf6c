import Criteria
import Diagnostics
import Markdown
import Words

/// A file as the rules of classification see it: words of its path and a glance at its text.
struct Candidate: Sendable {
  let source: SourceText
  /// Its format by name, HTML by its first bytes.
  let format: FileFormat
  /// Its name without extension, lower case, words joined by `_`: `SECURITY-process.md` is `security_process`.
  let stem: String
  /// Names of the folders between its repository's root and it, spelled like `stem`, outermost first.
  let folders: [String]
  /// The folder of somebody else's library that it lies in, if it does.
  let library: String?
  /// Its first heading, or its first line with text when it has no heading.
  let title: String
  /// What it is a saved copy of, if it is a web page saved as text.
  let page: ScrapedPage?
  /// What its title says about an application, if it does.
  let application: ApplicationTitle?
  /// Its headings, plain text, at most 200.
  let headings: [String]
  /// Keys at the left margin, for YAML.
  let keys: [String]
  /// Whether its data is TOML; its format is then that of YAML.
  let isTOML: Bool
  /// The name of its markup, if it has one.
  let markup: String?
  /// Criteria that lines with a check box name, each once.
  let checkedCriteria: Int

  /// The letters that words of its stem begin with.
  private let stemLetters: FirstLetters

  /// Whether it is a form to be filled, by its path or by the placeholders left in it.
  let isTemplate: Bool

  /// Looks at a file of the repository in folder `root`; `page` is what it is a saved copy of, if any.
  /// `document` is its tree, when it is of another markup than Markdown.
  init(
    _ source: SourceText, root: String, format: FileFormat, page: ScrapedPage?, document: Document? = nil,
    library: String? = nil, matchers: [PhraseMatcher]
  ) {
    self.source = source
    self.library = library
    var parts = source.path.pathNames.dropFirst(root.pathNames.count).map { Self.words($0) }
    let name = parts.popLast() ?? ""
    folders = parts
    let dot = name.lastPlace(ofByte: UInt8(ascii: "."))
    stem = dot.flatMap { $0 == name.startIndex ? nil : String(name[..<$0]) } ?? name
    stemLetters = FirstLetters(of: stem)
    let isHTML = format == .text && HTMLStart.isHTML(source)
    self.format = isHTML ? .html : format.family
    let isText = self.format == .markdown || self.format == .text
    var glance = isText ? TextGlance(source, page: page, matchers: matchers) : TextGlance()
    if let document { glance.headings = document.headings.prefix(200).map(\.text) }
    title = page?.title ?? glance.headings.first ?? glance.firstLine
    self.page = page
    application = isText ? ApplicationTitle(title) : nil
    headings = glance.headings
    checkedCriteria = glance.criteria.count
    keys = format == .yaml ? Self.marginKeys(source) : []
    isTOML = format == .toml
    markup = isHTML ? nil : format.markup
    let isNamedSo = (folders + [stem]).contains { name in
      (Lexicon.documents.names["template"] ?? []).contains { Self.words(name, contain: $0) }
    }
    // A submitted form may keep a placeholder in its title or in its last section; a template has its title's all over.
    isTemplate =
      isNamedSo || ApplicationTitle.placeholder(in: title).map { glance.placeholders[$0, default: 0] >= 3 } ?? false
  }

  /// A name in lower case with `_` for blanks and hyphens.
  static func words(_ name: some StringProtocol) -> String {
    let name = name.lowercased().joiningWords
    guard name.holds(byte: UInt8(ascii: " ")) else { return name }
    return String(decoding: name.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  /// Whether the stem has these words side by side: `release` is in `how_to_release`, not in `prerelease`.
  func has(word: String) -> Bool { stemLetters.contains(word.utf8.first) && Self.words(stem, contain: word) }

  /// Hundreds of words are looked for in each file's name, so nothing is copied.
  private static func words(_ name: String, contain word: String) -> Bool {
    return name.withBytes { name in
      word.withBytes { word in
        var start = 0
        while start + word.count <= name.count {
          let end = start + word.count
          if end == name.count || name[end] == UInt8(ascii: "_"), name[start..<end].elementsEqual(word) { return true }
          while start < name.count, name[start] != UInt8(ascii: "_") { start += 1 }
          start += 1
        }
        return false
      }
    }
  }

  /// A reason with the columns of the first table, for lists of people and adopters.
  func described(_ reason: String, kind: DocumentKind) -> String {
    guard kind == .maintainers || kind == .adopters, format == .markdown, let columns = tableColumns else {
      return reason
    }
    return "\(reason) and a table with the columns \(columns.joined(separator: ", "))"
  }

  /// Header cells of the first pipe table, at most six; nil without a table.
  private var tableColumns: [String]? {
    for delimiter in source.lines(holding: .pipe).prefix(while: { $0 <= 1000 }) where delimiter > 1 {
      guard source.signs(ofLine: delimiter).holds.isDisjoint(with: [.letter, .digit]) else { continue }
      let (line, next) = (delimiter - 1, source[line: delimiter].prefix(1000))
      guard next.contains(UInt8(ascii: "-")),
        next.allSatisfy({ [0x20, 0x09, UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":")].contains($0) })
      else { continue }
      let cells = source[line: line].prefix(1000).split(separator: UInt8(ascii: "|"))
        .map { String(decoding: $0, as: UTF8.self).split { $0.isWhitespace || $0 == "*" }.joined(separator: " ") }
      return cells.filter { !$0.isEmpty }.prefix(6).map { String($0.prefix(40)) }
    }
    return nil
  }

  /// Keys at the left margin of a YAML file, at most 100, from its first 64 kB.
  private static func marginKeys(_ source: SourceText) -> [String] {
    var keys: [String] = []
    for line in 1...source.lineCount where keys.count < 100 {
      let range = source.byteRange(ofLine: line)
      if range.lowerBound > 65_536 { break }
      guard source.signs(ofLine: line).holds.contains(.colon) else { continue }
      guard let first = source[range.prefix(1)].first, first > 0x2D, first != UInt8(ascii: "{") else { continue }
      let bytes = source[range.prefix(80)]
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { continue }
      keys.append(String(decoding: bytes[..<colon], as: UTF8.self))
    }
    return keys
  }
}

/// Recognizes HTML by its first bytes.
enum HTMLStart {
  static func isHTML(_ source: SourceText) -> Bool {
    let bytes = source.prefix(256)
    guard bytes.contains(UInt8(ascii: "<")) else { return false }
    let head = String(decoding: bytes, as: UTF8.self).lowercased()
    guard let start = head.firstIndex(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else { return false }
    return ["<html", "<!doctype html", "<head", "<body"].contains { head[start...].hasPrefix($0) }
  }
}

/// One pass over the lines of a text: its headings and the criteria its check boxes name.
private struct TextGlance {
  var firstLine = ""
  var headings: [String] = []
  var criteria: Set<CriterionID> = []
  /// Lines by the first `$PLACEHOLDER` in them.
  var placeholders: [String: Int] = [:]

  init() {}

  init(_ source: SourceText, page: ScrapedPage?, matchers: [PhraseMatcher]) {
    var fence: UInt8?
    for line in 1...source.lineCount where page?.isContent(line) ?? true {
      let signs = source.signs(ofLine: line)
      guard Self.isTelling(signs) || firstLine.isEmpty else { continue }
      // Of a bullet that holds a link only the beginning is looked at.
      let isWhole = !Self.mayBeBox(signs) || signs.holds.contains(.dollar) || firstLine.isEmpty
      let range = source.byteRange(ofLine: line)
      guard isWhole || Self.hasBox(source[range.prefix(40)].drop { $0 == 0x20 || $0 == 0x09 }) else { continue }
      var bytes = source[range]
      if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = bytes.first else { continue }
      if first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), bytes.prefix(3).allSatisfy({ $0 == first }),
        bytes.count >= 3
      {
        fence = fence == nil ? first : fence == first ? nil : fence
      }
      guard fence == nil else { continue }
      if bytes.prefix(1000).contains(UInt8(ascii: "$")),
        let word = ApplicationTitle.placeholder(in: String(decoding: bytes.prefix(1000), as: UTF8.self))
      {
        placeholders[word, default: 0] += 1
      }
      if firstLine.isEmpty, first != UInt8(ascii: "<"), first != UInt8(ascii: "-") {
        firstLine = String(decoding: bytes.prefix(200), as: UTF8.self)
      }
      if first == UInt8(ascii: "#"), headings.count < 200 {
        let level = bytes.prefix { $0 == first }.count
        let text = Self.plain(bytes.dropFirst(level).prefix(300))
        if level <= 6, !text.isEmpty { headings.append(text) }
      } else if headings.count < 200, line > 1, first == UInt8(ascii: "=") || first == UInt8(ascii: "-"),
        bytes.count >= 3, bytes.allSatisfy({ $0 == first })
      {
        let text = Self.plain(source[line: line - 1].prefix(300))
        if !text.isEmpty, !text.hasPrefix("- "), !text.holds(byte: UInt8(ascii: ":")) { headings.append(text) }
      } else if Self.hasBox(bytes), criteria.count < 20 {
        let text = String(decoding: bytes.prefix(1000), as: UTF8.self)
        criteria.formUnion(matchers.compactMap { $0.criterion(of: text) })
      }
    }
  }

  /// Whether a line may be a heading or the line below one, a fence, a box, or hold a placeholder.
  private static func isTelling(_ line: LineSigns) -> Bool {
    switch line.first {
    case 0: false
    case UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"): true
    case UInt8(ascii: "="), UInt8(ascii: "-"):
      line.holds.isDisjoint(with: [.letter, .digit]) || line.holds.contains(.dollar) || mayBeBox(line)
    default: line.holds.contains(.dollar) || mayBeBox(line)
    }
  }

  private static func mayBeBox(_ line: LineSigns) -> Bool {
    line.holds.contains(.closingBracket) && "[-*+\u{2022}".utf8.contains(line.first)
  }

  /// A heading's text without emphasis signs, closing hashes and blanks around it.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let marks: [UInt8] = [0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "`")]
    var bytes = bytes.drop { marks.contains($0) }
    while let last = bytes.last, marks.contains(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a line begins with a check box, a list marker or a typographic bullet before it or none.
  private static func hasBox(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    if rest.starts(with: [0xE2, 0x80, 0xA2]) {
      rest = rest.dropFirst(3)
    } else if let first = rest.first, [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first) {
      rest = rest.dropFirst()
    }
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    return rest.first == UInt8(ascii: "[")
      && (rest.dropFirst().first == UInt8(ascii: "]") || rest.dropFirst(2).first == UInt8(ascii: "]"))
  }
}

/// Letters that words begin with, as bits: hundreds of words are looked for in each name, and most begin with another.
private struct FirstLetters {
  private var bits: UInt64 = 0

  /// Those of words with `_` between them.
  init(of words: String) {
    var isFirst = true
    for byte in words.utf8 {
      if isFirst { bits |= 1 << UInt64(byte & 63) }
      isFirst = byte == UInt8(ascii: "_")
    }
  }

  /// Whether a word may begin with a letter.
  func contains(_ letter: UInt8?) -> Bool { letter.map { bits >> UInt64($0 & 63) & 1 == 1 } ?? true }
}
