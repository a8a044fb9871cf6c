import Words

/// Groups that exist only in prose: a heading names a committee and the text below says that it met or what it is for.
struct GroupMentions {
  let lexicon = Lexicon.activity

  func groups(in outline: NoteOutline) -> [Group] {
    outline.lines.indices.compactMap { index -> Group? in
      let heading = outline.lines[index]
      guard heading.headingLevel != nil, let (name, kind) = group(named: heading.text) else { return nil }
      let section = outline.section(of: index).map { outline.lines[$0].text }
      guard !section.isEmpty else { return nil }
      return Group(kind: kind, name: name, mission: mission(of: name, in: section), location: heading.location)
    }
  }

  /// The kind of group a heading names; nil for a heading about several or about groups as such.
  private func group(named heading: String) -> (name: String, kind: Group.Kind)? {
    var words = heading.split(separator: " ").map(String.init)
    while let last = words.last, lexicon.groupEndings.contains(last.lowercased()) { words.removeLast() }
    let lower = words.map { $0.lowercased() }
    guard words.count <= 6, let first = lower.first, !lexicon.groupOpenings.contains(first) else {
      return nil
    }
    for known in lexicon.groupKinds {
      let ending = known.word.split(separator: " ").map(String.init)
      guard lower.count > ending.count, lower.suffix(ending.count).elementsEqual(ending) else { continue }
      return Group.Kind(rawValue: known.meaning).map { (words.joined(separator: " "), $0) }
    }
    // `SIG Performance & Scale`
    if lower.count > 1, lower[0] == "sig" || lower[0] == "wg" {
      return (words.joined(separator: " "), lower[0] == "sig" ? .sig : .wg)
    }
    return nil
  }

  /// What stands in parentheses behind the name.
  private func mission(of name: String, in section: [String]) -> String? {
    for text in section {
      guard let found = text.firstRange(ofBytes: name)?.upperBound else { continue }
      let rest = text[found...].drop { $0 == " " }
      guard rest.first == "(", let close = rest.firstIndex(of: ")") else { continue }
      return String(rest[rest.index(after: rest.startIndex)..<close])
    }
    return nil
  }
}
