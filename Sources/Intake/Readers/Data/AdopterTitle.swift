import Words

/// What a title says of a list in an adopters document.
enum AdopterTitle {
  /// Whether what stands below is about the list and not in it, or lists persons.
  static func isInstruction(_ title: String) -> Bool {
    let words = title.lowercaseWords
    return words.count <= 14
      && words.contains { Lexicon.adopters.instructions.contains($0) || Lexicon.adopters.individuals.contains($0) }
  }

  /// The type a heading gives to the adopters below it; nil for a heading that only says that they are adopters.
  /// `isTitle` tells that the outermost heading is the document's title.
  static func type(of headings: [String], isTitle: Bool) -> String? {
    guard headings.count > (isTitle ? 1 : 0), let last = headings.last else { return nil }
    let words = last.lowercaseWords
    if words.contains(where: { $0.hasPrefix("adopter") }) || words.allSatisfy({ Lexicon.adopters.generic.contains($0) })
    {
      return words == ["users"] || words.count > 6 ? nil : words.contains("end") ? last : nil
    }
    return last
  }

  /// Whether a title says that organizations which use the project are listed below it.
  static func announcesOrganizations(_ title: String) -> Bool {
    let words = title.lowercaseWords
    guard words.count <= 30 else { return false }
    return words.contains { $0.utf8.last == UInt8(ascii: "s") && AdopterColumn.recognize($0) == .name }
  }

  /// Whether a bullet tells the reader what to do: a word for it and then words written small, which no name is
  /// (`Open a pull request`, but `Open-Bolt`, `Check Point`).
  static func isStep(_ text: String) -> Bool {
    guard let first = text.lowercaseWords.first else { return true }
    let words = text.split { $0.isWhitespace }
    guard Lexicon.adopters.steps.contains(first), words.first.map({ $0.lowercaseWords.count == 1 }) == true else {
      return false
    }
    return words.count > 4 || words.dropFirst().contains { $0.first?.isLowercase == true }
  }

}
