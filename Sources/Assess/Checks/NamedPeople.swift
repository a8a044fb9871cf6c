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
}
