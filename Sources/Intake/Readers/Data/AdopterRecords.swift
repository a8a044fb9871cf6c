import Diagnostics
import Markdown

/// Adopters of labelled values: a heading with labelled bullets for each, or short labelled lines.
enum AdopterRecords {
  /// Adopters that have a heading each, followed by bullets with labels; at least two.
  static func headed(_ blocks: [Block], _ source: SourceText) -> [Adopter] {
    var adopters: [Adopter] = []
    for (heading, list) in zip(blocks, blocks.dropFirst()) {
      guard case .heading(let level) = heading.kind, level > 1, case .list = list.kind else { continue }
      let labels = list.children.compactMap { AdopterList.label(of: $0.children.first?.inlines ?? []) }
      guard labels.count * 2 > list.children.count else { continue }
      let cell = AdopterCell(heading.inlines)
      guard let name = cell.name else { continue }
      var adopter = Adopter(name: name, url: cell.url, location: source.location(line: heading.lines.lowerBound))
      for (label, value) in labels { fill(&adopter, label, value) }
      adopters.append(adopter)
    }
    return adopters.count > 1 ? adopters : []
  }

  /// Adopters of lines `Label: value`, full-width colons included; a second name begins another one.
  static func lines(_ lines: [(text: String, number: Int)], _ source: SourceText) -> [Adopter] {
    var adopters: [Adopter] = []
    for line in lines {
      guard let colon = line.text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { continue }
      let label = line.text[..<colon].trimmed(of: [" ", "-", "*", "\t"])
      let value = line.text[line.text.index(after: colon)...].blanksFolded
      guard label.lowercaseWords.count <= 4 else { continue }
      if AdopterColumn.recognize(label.lowercaseWords.joined(separator: " ")) == .name {
        guard let name = AdopterCell.cleaned(value) else { continue }
        adopters.append(Adopter(name: name, location: source.location(line: line.number)))
      } else if !adopters.isEmpty {
        fill(&adopters[adopters.count - 1], label, value)
      }
    }
    return adopters
  }

  private static func fill(_ adopter: inout Adopter, _ label: String, _ value: String) {
    guard let value = Placeholder.real(value) else { return }
    switch AdopterColumn.recognize(label.lowercaseWords.joined(separator: " ")) {
    case .type: adopter.type = adopter.type ?? value
    case .since: adopter.since = adopter.since ?? value
    case .level: adopter.level = adopter.level ?? value
    case .url: adopter.url = adopter.url ?? value
    case .useCase: adopter.useCase = adopter.useCase ?? value
    default: break
    }
  }
}
