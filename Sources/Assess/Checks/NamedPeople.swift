import Diagnostics

/// People whom a text names in a list below a line.
enum NamedPeople {
  typealias Named = (name: String, location: Location)

  /// Names of the list that begins below a line: the words in front of a parenthesis, a comma, or a dash. It ends
  /// where an entry is no name.
  static func listed(below line: Int, in source: SourceText) -> [Named] {
    var found: [Named] = []
    guard line < source.lineCount else { return [] }
    for number in (line + 1)...source.lineCount {
      let text = source.lineText(number).drop { $0 == " " }
      if text.isEmpty { continue }
      guard text.hasPrefix("- ") || text.hasPrefix("* ") else { break }
      var name = String(text.dropFirst(2))
      for sign in ["](", " (", ",", " - ", " \u{2013} ", ":"] { name = LinkResolver.split(name, at: sign).0 }
      name = name.filter { !"*[]_`".contains($0) }
      let words = name.split(separator: " ")
      guard (2...4).contains(words.count),
        [words[0], words[words.count - 1]].allSatisfy({ $0.first?.isUppercase ?? false })
      else { break }
      found.append((words.joined(separator: " "), source.location(line: number)))
    }
    return found
  }

  /// People of a text each with an organization behind the name: `Ann Example (Acme), Bob Example (Globex)`.
  static func withOrganizations(in text: String) -> [(name: String, organization: String)] {
    var found: [(name: String, organization: String)] = []
    for piece in text.split(separator: ")") {
      let parts = piece.split(separator: "(", maxSplits: 1)
      guard parts.count == 2, let last = parts[0].split(whereSeparator: { ",;:&".contains($0) }).last else { continue }
      let words = last.split(separator: " ")
      // The first one ends a sentence's beginning, the others are all that there is.
      let end = words.reversed().prefix { $0.first?.isUppercase == true || $0.count < 4 }.reversed()
      let name = Array(end.drop { $0.first?.isUppercase != true })
      let isWhole = name.count == words.count || words.count == name.count + 1 && words[0] == "and"
      guard (2...4).contains(name.count), found.isEmpty || isWhole, parts[1].first?.isUppercase == true,
        parts[1].split(separator: " ").count <= 4,
        name.allSatisfy({ $0.contains(where: \.isLowercase) || $0.hasSuffix(".") })
      else { continue }
      found.append((name.joined(separator: " "), String(parts[1])))
    }
    return found
  }
}
