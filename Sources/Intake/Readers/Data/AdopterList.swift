import Words
import Diagnostics
import Markdown

/// Adopters in bullets and in paragraphs that begin with a bold name.
enum AdopterList {
  /// The adopters of a list; nested bullets belong to their adopter. Empty for steps, labels and pointers.
  static func adopters(in list: Block, type: String?, _ source: SourceText) -> [Adopter] {
    let items = list.children.prefix(IntakeLimits.listed).map { (block: $0, inlines: $0.children.first?.inlines ?? []) }
    guard !items.contains(where: { AdopterTitle.isStep($0.inlines.plainText) && !startsWithSite($0.inlines) }),
      !items.contains(where: { label(of: $0.inlines) != nil }),
      !items.contains(where: { AdopterTable.isPointer($0.inlines) })
    else { return [] }
    let adopters = items.compactMap { item -> Adopter? in
      guard let (name, rest) = named(item.inlines) else { return nil }
      return Adopter(
        name: name, type: type, url: AdopterCell(item.inlines).url ?? nestedURL(item.block), useCase: rest,
        location: source.location(line: item.block.lines.lowerBound))
    }
    return adopters.count * 2 >= items.count ? adopters : []
  }

  /// The adopter of a paragraph that begins with a bold link, or with bold text alone on its line.
  static func adopter(in paragraph: Block, type: String?, _ source: SourceText) -> Adopter? {
    guard case .paragraph = paragraph.kind, let first = paragraph.inlines.first, case .strong = first.kind else {
      return nil
    }
    let cell = AdopterCell(first.children)
    guard !cell.links.isEmpty, let name = cell.name, !AdopterTitle.isStep(name) else { return nil }
    let rest = AdopterCell(Array(paragraph.inlines.dropFirst()))
    return Adopter(
      name: name, type: type, url: cell.url, useCase: rest.wording.map { $0.trimmed(of: leading) },
      location: source.location(line: paragraph.lines.lowerBound))
  }

  /// The label a bullet begins with (`*Launched*: 2014`, `**Site:** …`) and its value.
  static func label(of inlines: [Inline]) -> (label: String, value: String)? {
    guard let first = inlines.first else { return nil }
    let rest = Array(inlines.dropFirst()).plainText.blanksFolded
    switch first.kind {
    case .emphasis, .strong:
      let text = first.children.plainText.blanksFolded
      guard text.hasSuffix(":") || rest.hasPrefix(":") else { return nil }
      let label = text.trimmed(of: [":", " "])
      return AdopterColumn.recognize(label) != nil || first.kind == .emphasis
        ? (label, rest.trimmed(of: [":", " "])) : nil
    case .text(let text):
      guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
      let label = text[..<colon].blanksFolded
      guard label.lowercaseWords.count <= 3, AdopterColumn.recognize(label) != nil else { return nil }
      return (label, (text[text.index(after: colon)...] + rest).blanksFolded)
    default: return nil
    }
  }

  private static let leading: [Unicode.Scalar] = [" ", ":", "-", "–", "—", ","]

  /// The name a bullet begins with and the text behind it: a link, a picture, bold text, or the words before a dash,
  /// colon or bracketed address.
  private static func named(_ inlines: [Inline]) -> (name: String, rest: String?)? {
    guard let first = inlines.first(where: { if case .softBreak = $0.kind { false } else { true } }) else { return nil }
    func behind() -> String? {
      let text = Array(inlines.drop { $0 != first }.dropFirst()).plainText.blanksFolded.trimmed(of: leading)
      return text.isEmpty ? nil : text
    }
    switch first.kind {
    case .link(let destination, _):
      guard isSite(destination) else { return nil }
      return AdopterCell([first]).name.map { ($0, behind()) }
    case .strong, .emphasis, .image: return AdopterCell([first]).name.map { ($0.trimmed(of: [":"]), behind()) }
    default:
      let text = AdopterCell(inlines).text
      let end = separators.lazy.compactMap { text.firstRange(ofBytes: $0) }.first
      let head = withoutFigure(end.map { String(text[..<$0.lowerBound]) } ?? text)
      let rest = end.map { text[$0.upperBound...].trimmed(of: leading) }
      guard let name = AdopterCell.cleaned(head), isName(name) else { return nil }
      return (name, rest)
    }
  }

  /// A name without the bracket that counts or ranks it: `Acme (Rank 2)`, `Acme (since 2024)`.
  private static func withoutFigure(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), name[open...].contains(where: \.isNumber),
      open > name.startIndex
    else { return name }
    return name[..<open].blanksFolded
  }

  /// What stands between a name and the text about it.
  private static let separators = [" - ", " – ", " — ", ": ", " (http", ", ", " uses "]

  /// Whether plain text can be an organization's name: short, and with capitals when longer than two words.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count <= 8, !text.holds("://") else { return false }
    return words.count <= 2 || words.count { $0.first?.isLowercase != true } * 5 >= words.count * 3
  }

  /// Whether a link leads out of the repository; the scheme may be missing.
  private static func isSite(_ destination: String) -> Bool {
    if destination.holds("://") || destination.holds("@") { return true }
    let isPath = destination.hasPrefix("#") || destination.hasPrefix("/") || destination.hasPrefix(".")
    return !isPath && !destination.lowercased().holds(".md") && destination.holds(".")
  }

  private static func startsWithSite(_ inlines: [Inline]) -> Bool {
    guard let first = inlines.first, case .link(let destination, _) = first.kind, isSite(destination) else {
      return false
    }
    // "[Open a PR](…)" leads to the project's own pages.
    return !Lexicon.adopters.ownPages.contains { destination.contains($0) }
      && !AdopterTitle.isStep(first.children.plainText)
  }

  private static func nestedURL(_ item: Block) -> String? {
    item.children.dropFirst().lazy.flatMap(\.all).compactMap {
      AdopterCell($0.inlines).url
    }.first
  }
}
