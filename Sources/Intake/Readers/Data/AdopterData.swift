import Words
import Diagnostics
import StructuredData

/// Adopters in YAML: a list of maps, a list of names, or either below a key, at any depth.
enum AdopterData {
  /// The adopters of a document; empty when it lists nothing by name.
  static func adopters(in root: Node, _ source: SourceText) -> [Adopter] {
    var adopters: [Adopter] = []
    read(root, type: nil, depth: 0, source, into: &adopters)
    return adopters
  }

  private static func read(
    _ node: Node, type: String?, depth: Int, _ source: SourceText, into adopters: inout [Adopter]
  ) {
    guard depth < 6 else { return }
    if node.isSequence {
      for element in node.elements {
        if let adopter = adopter(element, type: type, source) {
          adopters.append(adopter)
        } else if element.isMapping {
          read(element, type: type, depth: depth + 1, source, into: &adopters)
        }
      }
      return
    }
    // A file for each adopter.
    if depth == 0,
      !node.entries.contains(where: { $0.value.isSequence && Lexicon.adopters.listKeys.contains(key($0)) }),
      let adopter = adopter(node, type: type, source), adopter.url != nil || adopter.useCase != nil
    {
      adopters.append(adopter)
      return
    }
    for entry in node.entries {
      let key = key(entry)
      if Lexicon.adopters.listKeys.contains(key)
        || (entry.value.isSequence && entry.value.elements.contains { isAdopter($0) })
      {
        let isType = Lexicon.adopters.typeKeys.contains(key) || !Lexicon.adopters.listKeys.contains(key)
        read(entry.value, type: isType ? entry.key.string : type, depth: depth + 1, source, into: &adopters)
      }
    }
  }

  private static func key(_ entry: Node.Entry) -> String { entry.key.string?.lowercaseWords.joined() ?? "" }

  private static func isAdopter(_ node: Node) -> Bool { value(.name, of: node) != nil }

  private static func adopter(_ node: Node, type: String?, _ source: SourceText) -> Adopter? {
    if let text = node.string {
      return AdopterCell.cleaned(text).map { Adopter(name: $0, type: type, location: node.location(in: source)) }
    }
    guard let name = value(.name, of: node).flatMap(AdopterCell.cleaned) else { return nil }
    return Adopter(
      name: name, type: value(.type, of: node) ?? type, since: value(.since, of: node), level: value(.level, of: node),
      url: value(.url, of: node), useCase: value(.useCase, of: node), location: node.location(in: source))
  }

  /// The first value under a key of this meaning; of several links the first.
  private static func value(_ column: AdopterColumn, of node: Node) -> String? {
    for entry in node.entries {
      let key = entry.key.string ?? ""
      guard AdopterColumn.recognize(key) == column || (column == .url && key.lowercaseWords == ["links"]) else {
        continue
      }
      let first =
        entry.value.string ?? entry.value.elements.first?.string
        ?? entry.value.elements.first?["url"]?.string ?? entry.value.entries.first?.value.string
      if let text = Placeholder.real(first) { return text }
    }
    return nil
  }
}
