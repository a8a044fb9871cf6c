import Words

/// Claims that are no plain counts: lists of organizations, parts of a breakdown, entries of a series, ranks, shares.
extension ClaimScanner {
  /// `maintainers from Acme, Foo, Bar Baz, and Qux`, without a number.
  mutating func organizations(at index: Int, in sentence: Range<Int>) -> Int? {
    guard tokens[index].kind == .word, let kind = lexicon.nouns[tokens[index].lower], lexicon.people.contains(kind)
    else { return nil }
    people = kind
    guard
      let list = OrganizationList.names(tokens, text, from: index + 1, in: sentence, needsPreposition: true),
      list.names.count > 1
    else { return nil }
    add(list: list, sentence)
    return list.end
  }

  /// A part of a breakdown behind its total: `5 from Foo`.
  mutating func part(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Int? {
    guard let people, number.end + 1 < sentence.upperBound, ["from", "at"].contains(tokens[number.end].lower),
      let list = OrganizationList.names(tokens, text, from: number.end, in: sentence, needsPreposition: true),
      let name = list.names.first
    else { return nil }
    // "55 at Incubation acceptance" names a time.
    if list.end < sentence.upperBound, tokens[list.end].kind == .word, tokens[list.end].lower != "and" { return nil }
    add(people, number, names: [name], range: tokens[index].range, sentence)
    return list.end
  }

  /// A breakdown with its numbers first, in parentheses or behind a colon: `(2 Acme, 1 Foo)`.
  mutating func counts(at index: Int, in sentence: Range<Int>) -> Int? {
    guard let people, index > sentence.lowerBound, tokens[index - 1].isSign("(") || tokens[index - 1].isSign(":") else {
      return nil
    }
    var parts: [(Quantity, String)] = []
    var at = index
    while at + 1 < sentence.upperBound, let value = tokens[at].number, parts.count < 100 {
      let end = OrganizationList.nameEnd(tokens, from: at + 1, in: sentence)
      guard end > at + 1 else { break }
      let name = text.bytes[tokens[at + 1].range.lowerBound..<tokens[end - 1].range.upperBound]
      parts.append((Quantity(value: value, qualifier: .exact, end: end), String(decoding: name, as: UTF8.self)))
      at = end
      while at < sentence.upperBound, tokens[at].isSign(",") || tokens[at].isSign(";") || tokens[at].lower == "and" {
        at += 1
      }
      if at == end { break }
    }
    guard parts.count >= 2, let last = parts.last?.0.end else { return nil }
    for (number, name) in parts {
      let first = parts[0].0.end == number.end ? index : number.end - 1
      add(people, number, names: [name], range: tokens[first].range, sentence)
    }
    return last
  }

  /// An entry of a series, `Today 2022-03-07: 128`: the noun is in the text before.
  mutating func entry(_ number: Quantity, at index: Int, in sentence: Range<Int>) -> Int? {
    guard index >= sentence.lowerBound + 2, tokens[index - 1].isSign(":"), case .date = tokens[index - 2].kind,
      number.end == tokens.count
    else { return nil }
    let words = lead.lowercased().split { !$0.isLetter && $0 != "-" }.suffix(40).reversed()
    let nouns = words.lazy.compactMap { [lexicon] in lexicon.kind(of: String($0)) }
    guard let noun = nouns.first(where: \.isPlural) else {
      return nil
    }
    add(noun.kind, number, isTotal: true, range: tokens[index].range, sentence)
    return number.end
  }

  /// `Acme 10; Foo 5`, `Acme: 14, Foo: 1`: two or more names with their numbers.
  mutating func breakdown(at index: Int, in sentence: Range<Int>) -> Int? {
    guard let people, tokens[index].isCapitalized, index == sentence.lowerBound || !tokens[index - 1].isCapitalized
    else {
      return nil
    }
    let parts = OrganizationList.parts(tokens, text, from: index, in: sentence)
    guard parts.count >= 2 else { return nil }
    for part in parts {
      let number = Quantity(value: part.value, upper: nil, qualifier: .exact, end: part.end)
      add(people, number, names: [part.name], range: part.range, sentence)
    }
    return parts[parts.count - 1].end
  }

  /// `one of the Top 20`, `36th most active`.
  mutating func rank(at index: Int, in sentence: Range<Int>) -> Int? {
    if tokens[index].lower == "top", index >= sentence.lowerBound + 2, index + 1 < sentence.upperBound,
      tokens[index - 1].lower == "the", lexicon.beforeTop.contains(tokens[index - 2].lower),
      let value = tokens[index + 1].number
    {
      let number = Quantity(value: value, upper: nil, qualifier: .atMost, end: index + 2)
      add("rank", number, range: tokens[index + 1].range, sentence)
      return index + 2
    }
    guard index + 1 < sentence.upperBound, tokens[index + 1].lower == "most", tokens[index].kind == .word,
      let value = Int(tokens[index].lower.prefix { $0.isNumber }),
      Lexicon.times.ordinalEndings.contains(String(tokens[index].lower.drop { $0.isNumber }))
    else { return nil }
    let number = Quantity(value: value, upper: nil, qualifier: .exact, end: index + 1)
    add("rank", number, range: tokens[index].range, sentence)
    return index + 2
  }

  /// `51% of the activity`, `60% growth`.
  mutating func share(_ value: Int, at index: Int, in sentence: Range<Int>) -> Int? {
    let number = Quantity(
      value: value, upper: nil, qualifier: qualifier(before: index, of: value, in: sentence), end: index + 1)
    guard !isRule(at: index, number, in: sentence), index + 1 < sentence.upperBound else { return nil }
    let after = tokens[(index + 1)..<min(sentence.upperBound, index + 8)].map(\.lower)
    if after.contains("growth") || after.contains("increase") {
      add("growth", number, range: tokens[index].range, sentence)
    } else if after.first == "of", after.contains(where: lexicon.shared.contains) {
      add("share", number, range: tokens[index].range, sentence)
    }
    return index + 1
  }

}
