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
      for (label, value) in labels {
        fill(&adopter, AdopterColumn.recognize(label), value)
      }
      adopters.append(adopter)
    }
    return adopters.count > 1 ? adopters : []
  }

  /// What short labels stand for, as a legend in the document says (`N: Name of user`, `D: Description`).
  static func legend(in lines: [Line]) -> [String: AdopterColumn] {
    var legend: [String: AdopterColumn] = [:]
    for line in lines {
      guard let (label, value) = labelled(line.text), label.utf8.count <= 2, legend[label] == nil,
        value.lowercaseWords.count <= 8, let column = AdopterColumn.recognize(value)
      else { continue }
      legend[label] = column
    }
    return legend.values.contains(.name) ? legend : [:]
  }

  /// Adopters of lines `Label: value`, full-width colons included; a second name begins another one.
  static func lines(_ lines: [Line], legend: [String: AdopterColumn], _ source: SourceText) -> [Adopter] {
    var adopters: [Adopter] = []
    for line in lines {
      guard let (label, value) = labelled(line.text),
        let column = legend[label] ?? AdopterColumn.recognize(label)
      else { continue }
      if column == .name {
        guard let name = AdopterCell.cleaned(value) else { continue }
        adopters.append(Adopter(name: name, location: source.location(line: line.number)))
      } else if !adopters.isEmpty {
        fill(&adopters[adopters.count - 1], column, value)
      }
    }
    // One labelled line in prose is no record; where the document explains its labels, a name alone is one.
    let whole = adopters.filter { $0.type ?? $0.since ?? $0.level ?? $0.url ?? $0.useCase != nil }
    return legend.isEmpty || whole.isEmpty ? whole : adopters
  }

  typealias Line = (text: String, number: Int)

  private static func labelled(_ line: String) -> (label: String, value: String)? {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let label = line[..<colon].trimmed(of: [" ", "-", "*", "+", "\t"])
    let value = line[line.index(after: colon)...].blanksFolded
    return (1...4).contains(label.lowercaseWords.count) && !value.isEmpty ? (label, value) : nil
  }

  private static func fill(_ adopter: inout Adopter, _ column: AdopterColumn?, _ value: String) {
    guard let value = Placeholder.real(value) else { return }
    switch column {
    case .type: adopter.type = adopter.type ?? value
    case .since: adopter.since = adopter.since ?? value
    case .level: adopter.level = adopter.level ?? value
    case .url: adopter.url = adopter.url ?? AdopterCell([Inline(text: value, line: 1)]).url
    case .useCase: adopter.useCase = adopter.useCase ?? value
    default: break
    }
  }
}
