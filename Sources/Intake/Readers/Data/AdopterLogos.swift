import Words
import Diagnostics
import Markdown

/// Adopters shown as linked pictures only.
enum AdopterLogos {
  /// The adopters of raw HTML: a picture with words, inside a link or not.
  static func adopters(inHTML html: String, at line: Int, type: String?, _ source: SourceText) -> [Adopter] {
    var adopters: [Adopter] = []
    var href: String?
    for element in HTMLTags.elements(in: html) {
      switch element.tag.name {
      case "a": href = element.attribute("href")
      case "img":
        guard let alt = element.attribute("alt"), let name = AdopterCell.cleaned(alt),
          !isBadge(element.attribute("src") ?? "")
        else { continue }
        adopters.append(Adopter(name: name, type: type, url: href, location: source.location(line: line)))
        href = nil
      default: break
      }
    }
    return adopters
  }

  /// The adopters of a paragraph of pictures: raw HTML, or pictures inside links.
  static func adopters(in paragraph: Block, type: String?, _ source: SourceText) -> [Adopter] {
    var adopters: [Adopter] = []
    var html = ""
    for inline in paragraph.inlines {
      switch inline.kind {
      case .html(let tag): html += tag
      case .link(let destination, _):
        guard inline.children.count == 1, case .image(let picture, _) = inline.children[0].kind, !isBadge(picture),
          let name = AdopterCell([inline]).name
        else { continue }
        adopters.append(Adopter(name: name, type: type, url: destination, location: source.location(line: inline.line)))
      default: break
      }
    }
    return adopters + Self.adopters(inHTML: html, at: paragraph.lines.lowerBound, type: type, source)
  }

  /// Whether a picture is a badge of the project itself.
  private static func isBadge(_ picture: String) -> Bool {
    Lexicon.adopters.badges.contains { picture.lowercased().contains($0) }
  }
}
