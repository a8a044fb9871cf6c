struct CodeownersRule {
  /// The pattern with its escapes undone.
  let pattern: String
  /// Accounts and teams with `@`, mail addresses; empty for a rule that takes ownership away.
  let owners: [String]
  let line: Int
  /// Why the code host passes the rule over; nil for one that counts.
  let voidReason: String?

  /// Takes a line without blanks at its ends apart; nil for a blank line.
  init?(_ text: String, _ line: Int, in path: String) {
    let words = Self.words(text)
    guard let first = words.first else { return nil }
    // A section of GitLab's form (`[Docs] @team`); GitHub knows none.
    let isSection = (text.hasPrefix("[") || text.hasPrefix("^[")) && !path.holds(".github/")
    pattern = first.text
    owners = words.dropFirst().map(\.text).filter { $0.hasPrefix("@") || Account.isEmail($0) }
    self.line = line
    if first.text.hasPrefix("!") {
      voidReason = "the line is ignored: patterns cannot be negated with `!`"
    } else if first.escapesHash {
      voidReason = "the line is ignored: a pattern cannot begin with `\\#`"
    } else if !isSection, first.text.holds("[") {
      voidReason = "the line is ignored: patterns cannot hold `[`"
    } else {
      voidReason = nil
    }
  }

  /// The rules with owners that no later rule without owners takes away.
  static func owning(_ rules: [CodeownersRule]) -> [CodeownersRule] {
    var freed: Set<String> = []
    var kept: [CodeownersRule] = []
    for rule in rules.reversed() {
      if rule.owners.isEmpty {
        freed.insert(place(rule.pattern))
      } else if freed.isEmpty || !isFreed(place(rule.pattern), by: freed) {
        kept.append(rule)
      }
    }
    return kept.reversed()
  }

  /// A pattern without the signs that change nothing of what it covers; empty for everything.
  private static func place(_ pattern: String) -> String {
    var place = pattern[...]
    if place.hasSuffix("/**") { place = place.dropLast(3) }
    if place.hasSuffix("/"), place.dropLast().holds("/") { place = place.dropLast() }
    return ["*", "**", "/", "/*"].contains(place) && pattern != "/*" ? "" : String(place)
  }

  /// Whether a place, or for one tied to the root a folder above it, is freed.
  private static func isFreed(_ place: String, by freed: Set<String>) -> Bool {
    if freed.contains("") || freed.contains(place) { return true }
    guard place.hasPrefix("/") else { return false }
    var rest = place[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      if rest.isEmpty { return false }
      if freed.contains(String(rest)) { return true }
    }
    return false
  }

  private struct Word {
    var text = ""
    var escapesHash = false
  }

  /// Words between blanks that no backslash stands before, up to a comment.
  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var word = Word()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        if word.text.isEmpty, scalar == "#" { word.escapesHash = true }
        if scalar != " ", scalar != "\t", scalar != "#" { word.text += "\\" }
        word.text.unicodeScalars.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == " " || scalar == "\t" {
        if !word.text.isEmpty { words.append(word) }
        word = Word()
      } else if scalar == "#", word.text.isEmpty {
        return words
      } else {
        word.text.unicodeScalars.append(scalar)
      }
    }
    if !word.text.isEmpty { words.append(word) }
    return words
  }
}
