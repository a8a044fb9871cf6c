import Words

/// Names of organizations in a row: `Acme, Foo, Bar Baz, and Qux`.
struct OrganizationList {
  /// Names as written.
  let names: [String]
  /// Index of the first token of the first name.
  let start: Int
  /// Index behind the last one.
  let end: Int

  /// The names that begin behind a token; only words that lead over to them may come between, and, for people, a
  /// preposition must.
  static func names(
    _ tokens: [ClaimToken], _ text: PlainText, from start: Int, in sentence: Range<Int>,
    needsPreposition: Bool = false
  ) -> OrganizationList? {
    var index = start
    var hasPreposition = !needsPreposition
    var hasLead = false
    let limit = min(sentence.upperBound, start + 14)
    let words = Lexicon.claims
    while index < limit {
      let token = tokens[index]
      if words.listPrepositions.contains(token.lower) {
        hasPreposition = true
      } else if words.work.contains(token.lower), index + 1 < limit, ["at", "for"].contains(tokens[index + 1].lower) {
        (index, hasPreposition) = (index + 1, true)
      } else if words.listLeads.contains(token.lower) || token.isSign(":") || token.isSign("(") {
        hasLead = true
      } else if words.listLinks.contains(token.lower) || token.isSign(",") || token.isSign(".") {
        if !needsPreposition, !hasLead, index > start + 1 { return nil }
      } else if token.kind == .word, isNamePart(tokens, index, first: index), hasPreposition,
        hasLead || isPreposition(tokens, index - 1)
      {
        return row(tokens, text, from: index, in: sentence)
      } else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The names that follow their number at once: `2 organizations, Acme and Foo Bar`; as many as were counted.
  static func apposition(
    _ tokens: [ClaimToken], _ text: PlainText, from start: Int, in sentence: Range<Int>, count: Int
  ) -> OrganizationList? {
    guard start + 1 < sentence.upperBound, tokens[start].isSign(",") || tokens[start].isSign("-"),
      let list = row(tokens, text, from: start + 1, in: sentence), list.names.count == count
    else { return nil }
    return list
  }

  private static func isPreposition(_ tokens: [ClaimToken], _ index: Int) -> Bool {
    guard index >= 0 else { return false }
    if Lexicon.claims.listPrepositions.contains(tokens[index].lower) || tokens[index].lower == "with" { return true }
    // "employed by Acme", "work for Acme"
    return index > 0 && ["by", "for"].contains(tokens[index].lower)
      && (Lexicon.claims.work.contains(tokens[index - 1].lower) || tokens[index - 1].lower == "employed")
  }

  /// Index behind the name that begins at a token; the token itself where none does.
  static func nameEnd(_ tokens: [ClaimToken], from first: Int, in sentence: Range<Int>) -> Int {
    var index = first
    while index < sentence.upperBound, isNamePart(tokens, index, first: first) { index += 1 }
    return index
  }

  /// Capitalized words, separated by commas, semicolons and `and`.
  private static func row(
    _ tokens: [ClaimToken], _ text: PlainText, from start: Int, in sentence: Range<Int>
  ) -> OrganizationList? {
    var names: [String] = []
    var index = start
    var end = start
    while index < sentence.upperBound, names.count < 100 {
      let first = index
      index = nameEnd(tokens, from: first, in: sentence)
      guard index > first else { break }
      let range = tokens[first].range.lowerBound..<tokens[index - 1].range.upperBound
      names.append(String(decoding: text.bytes[range], as: UTF8.self))
      end = index
      // `foo.io ×2`: a number of people may follow a name.
      if index + 1 < sentence.upperBound, case .sign(0xC3) = tokens[index].kind { index += 2 }
      var separators = 0
      while index < sentence.upperBound,
        tokens[index].isSign(",") || tokens[index].isSign(";") || tokens[index].isSign("/")
          || tokens[index].lower == "and" || tokens[index].isSign("&")
      {
        separators += 1
        index += 1
      }
      if separators == 0 { break }
    }
    return names.isEmpty ? nil : OrganizationList(names: names, start: start, end: end)
  }

  private static func isNamePart(_ tokens: [ClaimToken], _ index: Int, first: Int) -> Bool {
    let token = tokens[index]
    guard index - first < 5 else { return false }
    if token.kind == .word, token.lower.isEmpty { return false }
    if token.isCapitalized, token.kind == .word { return true }
    // `foo.io`, `independent`
    guard index == first, token.kind == .word else { return false }
    return token.lower == "independent" || token.lower.dropFirst().dropLast(2).holds(".")
  }

  /// One name of a breakdown with its number.
  struct Part {
    let name: String
    let value: Int
    let range: Range<Int>
    let end: Int
  }

  /// `Acme 10; Foo 5` or `Acme: 14, Foo: 1`: names with numbers, separated by commas.
  static func parts(_ tokens: [ClaimToken], _ text: PlainText, from start: Int, in sentence: Range<Int>) -> [Part] {
    var parts: [Part] = []
    var index = start
    while index < sentence.upperBound, parts.count < 100 {
      let first = index
      index = nameEnd(tokens, from: first, in: sentence)
      guard index > first else { break }
      let behind = tokens[index - 1].range.upperBound
      if index < sentence.upperBound, tokens[index].isSign(":") { index += 1 }
      guard index < sentence.upperBound, case .number(let value, _) = tokens[index].kind else { break }
      let name = String(decoding: text.bytes[tokens[first].range.lowerBound..<behind], as: UTF8.self)
      index += 1
      parts.append(Part(name: name, value: value, range: tokens[index - 1].range, end: index))
      guard index < sentence.upperBound, tokens[index].isSign(",") || tokens[index].isSign(";") else { break }
      index += 1
    }
    return parts
  }
}
