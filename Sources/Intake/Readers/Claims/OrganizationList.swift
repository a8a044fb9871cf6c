/// Names of organizations in a row: `Google, NVIDIA, Red Hat, and SUSE`.
struct OrganizationList {
  /// Names as written.
  let names: [String]
  /// Index of the first token of the first name.
  let start: Int
  /// Index behind the last one.
  let end: Int

  /// Words that lead over to the names.
  private static let leads: Set<String> = ["such", "as", "including", "like", "namely", "e.g", "employed"]
  private static let prepositions: Set<String> = [
    "from", "at", "across", "representing", "with", "affiliated", "employed", "by",
  ]

  /// The names that begin behind a token; up to eight words may lead over to them when a preposition is among them.
  static func names(
    _ tokens: [ClaimToken], _ text: PlainText, from start: Int, in sentence: Range<Int>,
    needsPreposition: Bool = false
  ) -> OrganizationList? {
    var index = start
    var hasPreposition = !needsPreposition
    var hasLead = false
    while index < sentence.upperBound, index - start < 12 {
      let token = tokens[index]
      if prepositions.contains(token.lower) {
        hasPreposition = true
      } else if leads.contains(token.lower) || token.isSign(":") || token.isSign("(") {
        hasLead = true
      } else if token.isCapitalized, token.kind == .word, hasPreposition, hasLead || isPreposition(tokens, index - 1) {
        break
      } else if token.kind == .word, token.lower.isEmpty || token.number != nil {
        return nil
      } else if token.isSign(",") || (token.kind == .word && !token.isCapitalized) {
        // "from various organizations, such as": plain words between.
        if !needsPreposition, !hasLead, index > start + 2 { return nil }
      } else {
        return nil
      }
      index += 1
    }
    guard index < sentence.upperBound, index - start < 12 else { return nil }
    return row(tokens, text, from: index, in: sentence)
  }

  private static func isPreposition(_ tokens: [ClaimToken], _ index: Int) -> Bool {
    guard index >= 0 else { return false }
    return ["from", "at", "across", "representing", "with"].contains(tokens[index].lower)
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
      while index < sentence.upperBound, isNamePart(tokens, index, first: first) { index += 1 }
      guard index > first else { break }
      let range = tokens[first].range.lowerBound..<tokens[index - 1].range.upperBound
      names.append(String(decoding: text.bytes[range], as: UTF8.self))
      end = index
      // `dynamia.ai ×2`: a number of people may stand behind a name.
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
    // `dynamia.ai`, `independent`
    guard index == first, token.kind == .word else { return false }
    return token.lower == "independent" || token.lower.dropFirst().dropLast(2).contains(".")
  }

  /// One name of a breakdown with its number.
  struct Part {
    let name: String
    let value: Int
    let range: Range<Int>
    let end: Int
  }

  /// `Microsoft 10; Diagrid 5` or `Weaveworks: 14, CrowdStrike: 1`: names with numbers, separated by commas.
  static func parts(_ tokens: [ClaimToken], _ text: PlainText, from start: Int, in sentence: Range<Int>) -> [Part] {
    var parts: [Part] = []
    var index = start
    while index < sentence.upperBound, parts.count < 100 {
      let first = index
      while index < sentence.upperBound, isNamePart(tokens, index, first: first) { index += 1 }
      guard index > first else { break }
      let nameEnd = tokens[index - 1].range.upperBound
      if index < sentence.upperBound, tokens[index].isSign(":") { index += 1 }
      guard index < sentence.upperBound, case .number(let value, _) = tokens[index].kind else { break }
      let name = String(decoding: text.bytes[tokens[first].range.lowerBound..<nameEnd], as: UTF8.self)
      index += 1
      parts.append(Part(name: name, value: value, range: tokens[index - 1].range, end: index))
      guard index < sentence.upperBound, tokens[index].isSign(",") || tokens[index].isSign(";") else { break }
      index += 1
    }
    return parts
  }
}
