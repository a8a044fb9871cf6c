import Words

/// What can be the name of a person.
enum PersonName {
  private static let signs = Set("?!:;/\\<>{}[]=*|#$%&+_".utf8)

  /// Whether nothing speaks against a text being a name: one to six words of letters, no instruction among them.
  static func isPossible(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), text.utf8.count <= 80, text.first?.isLetter == true else { return false }
    if text.utf8.contains(where: { signs.contains($0) }) {
      return words.count == 1 && Account.isHandle(text)
    }
    return !words.contains {
      !Lexicon.people.shortNames.contains(String($0)) && Lexicon.people.notNames.contains($0.lowercased())
    }
  }

  /// Whether a text looks like a name without anything else to go by: two words or more, the first and the last with
  /// a capital or in a script without capitals, no digits.
  static func isLikely(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count >= 2, isPossible(text), !text.contains(where: \.isNumber) else { return false }
    return [words[0], words[words.count - 1]].allSatisfy { $0.first.map { !$0.isLowercase && $0.isLetter } == true }
  }
}

extension PersonName {
  /// Whether an account is made of a name: it holds a word of the name, or begins with its first letters and ends with
  /// its last word's start (`aexample`).
  static func resembles(_ name: String, account: String) -> Bool {
    let account = account.lowercased().filter(\.isLetter)
    let words = name.lowercaseWords
    return words.contains { $0.utf8.count >= 3 && account.holds($0) }
  }
}

/// Words that are a role in a list of people, not an organization.
enum PersonRole {
  /// Whether a text is a person's pronouns (`she/they`), which say nothing about a role.
  static func isPronouns(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: "/").map(\.blanksFolded)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count <= 6 && $0.allSatisfy(\.isLetter) }) else {
      return false
    }
    return Lexicon.people.pronouns.contains { $0.meaning == "first" ? parts[0] == $0.word : parts.contains($0.word) }
  }

  /// Whether a text is a role: its last or only word is one, and it is short.
  static func isRole(_ text: String) -> Bool {
    let parts = text.lowercased().split(separator: " ").map(String.init)
    guard let last = parts.last, (1...4).contains(parts.count) else { return false }
    let words = Lexicon.people.roleWords
    return words.contains(last) || parts.joined() == "nonvoting"
      || last.allSatisfy { $0.isNumber || $0 == "-" } && parts.contains(where: words.contains)
  }
}

/// Legal forms that follow an organization's name after a comma.
enum OrganizationSuffix {
  /// Whether a text ends as the name of an organization does.
  static func ends(_ text: String) -> Bool {
    guard let last = text.lowercaseWords.last else { return false }
    let words = Lexicon.organizations
    return words.legalForms.contains(last) || words.nameEndings.contains { last.hasPrefix($0) }
  }

  /// Whether a text is a legal form (`Inc.`, `Ltd`).
  static func isSuffix(_ text: String) -> Bool {
    let words = text.lowercaseWords
    return (1...2).contains(words.count) && words.allSatisfy { Lexicon.organizations.legalForms.contains($0) }
  }
}
