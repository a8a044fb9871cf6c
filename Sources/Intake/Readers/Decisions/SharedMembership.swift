import Words

/// Sentences by which the maintainers are the members of a committee: "a committee composed of the maintainers", "its
/// members are listed in MAINTAINERS.md".
enum SharedMembership {
  private typealias L = DecisionLexicon

  /// What the members of a committee are called where a sentence says that they are those of another list; nil where it
  /// says so of some of them, or does not.
  static func people(in words: [DecisionWord]) -> String? {
    let (maintainers, committers) = (L.maintainersAlone, L.committersAlone)
    for index in words.indices {
      let isNamed = maintainers.length(at: index, in: words) > 0 || committers.length(at: index, in: words) > 0
      let text = words[index].text.utf8
      guard isNamed || text.first == UInt8(ascii: "m") && text.starts(with: "maintainers".utf8) else { continue }
      if isNamed, areAll(at: index, in: words) || areAtFirst(at: index, in: words) { return words[index].text }
      if areListed(at: index, in: words) { return "maintainers" }
    }
    return nil
  }

  /// "composed of the current maintainers of the repository", not "of two maintainers", "of the maintainers who were
  /// elected" or "of the maintainers and two users".
  private static func areAll(at people: Int, in words: [DecisionWord]) -> Bool {
    let before = max(0, people - 6)..<people
    guard let verb = before.last(where: { Lexicon.claims.consisting.contains(words[$0].text) }) else { return false }
    let between = words[(verb + 1)..<people]
    guard between.contains(where: { $0.text == "the" || $0.text == "all" }),
      !between.contains(where: \.isMark), between.indices.allSatisfy({ DecisionShare.number(at: $0, in: words) == nil })
    else { return false }
    guard people + 1 < words.count else { return true }
    let next = words[people + 1]
    return next.isMark && next.text != "," || next.text == "of"
  }

  /// "the voting members are initially the project's committers", which is so until a list says something else.
  private static func areAtFirst(at people: Int, in words: [DecisionWord]) -> Bool {
    guard let verb = (max(0, people - 5)..<people).last(where: { words[$0].text == "initially" }) else { return false }
    return words[max(0, verb - 3)..<verb].contains { $0.text == "members" }
  }

  /// "the members are listed in MAINTAINERS.md"
  private static func areListed(at list: Int, in words: [DecisionWord]) -> Bool {
    guard let verb = (max(0, list - 6)..<list).last(where: { words[$0].text == "listed" }),
      words[list].link.map({ $0.fileName.lowercased().hasPrefix("maintainers") }) ?? words[list].text.holds("md")
    else { return false }
    return words[max(0, verb - 4)..<verb].contains { $0.text == "members" }
  }
}
