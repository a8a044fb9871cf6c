import Diagnostics
import Markdown

/// A role of interpreted text: a link to a document or a place, code, or plain text.
struct RSTRole {
  let name: String
  let path: String

  private static let code: Set<String> = [
    "code", "literal", "samp", "file", "command", "option", "program", "envvar", "class", "func", "meth", "mod", "attr",
    "data", "const", "exc", "obj", "makevar", "regexp", "token", "math",
  ]

  func write(
    _ text: [UInt8], line: Int, _ writer: inout InlineWriter, to builder: inout DocumentBuilder, _ names: RSTNames
  ) {
    let kind = name.split(separator: ":").last.map(String.init) ?? ""
    var shown = text
    var target = text
    if text.last == UInt8(ascii: ">"), let open = text.lastIndex(of: UInt8(ascii: "<")) {
      target = Array(text[(open + 1)...].dropLast())
      shown = text[..<open].folded
      if shown.isEmpty { shown = target }
    }
    switch kind {
    case "doc": writer.addLink(to: document(target.string), text: shown, &builder)
    case "download": writer.addLink(to: target.string, text: shown, &builder)
    case "ref", "any", "numref":
      let title = names.places[RSTNames.normalized(target)]
      if let title, !title.isEmpty, shown == target { shown = Array(title.utf8) }
      if title != nil {
        writer.addLink(to: "#" + RSTNames.anchor(target.string), text: shown, &builder)
      } else {
        writer.add(shown)
      }
    case "pep" where Int(target.string) != nil:
      let number = target.string
      let address = "https://peps.python.org/pep-\(String(repeating: "0", count: max(0, 4 - number.count)))\(number)/"
      writer.addLink(to: address, text: Array("PEP ".utf8) + shown, &builder)
    case "rfc" where Int(target.string) != nil:
      let address = "https://www.rfc-editor.org/rfc/rfc\(target.string)"
      writer.addLink(to: address, text: Array("RFC ".utf8) + shown, &builder)
    case "strong": writer.addMarked(.strong, text: text, &builder)
    case "emphasis", "dfn", "title": writer.addMarked(.emphasis, text: text, &builder)
    case _ where Self.code.contains(kind):
      writer.flush(&builder)
      builder.add(inline: .code(shown.string), line: line)
    default: writer.add(shown)
    }
  }

  /// The file of a document named without its ending; one named from the root lies in the folder of the sources.
  private func document(_ name: String) -> String {
    let ending = path.hasSuffix(".rest") ? ".rest" : ".rst"
    guard name.hasPrefix("/") else { return name + ending }
    let folders = path.pathNames.dropLast()
    let root = folders.lastIndex(of: "source") ?? folders.firstIndex { $0 == "docs" || $0 == "doc" }
    let up = root.map { folders.count - 1 - $0 } ?? folders.count
    return String(repeating: "../", count: up) + name.dropFirst() + ending
  }
}
