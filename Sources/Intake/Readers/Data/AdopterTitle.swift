/// What a title says of a list in an adopters document.
enum AdopterTitle {
  private static let instructionWords: Set<String> = [
    "updating", "adding", "add", "how", "contribute", "contributing", "types", "legend", "template", "instructions",
    "definitions", "joining", "join", "process", "guidelines", "explanation", "submit", "submitting", "update",
    "requirements", "criteria", "question", "questions", "contact", "format",
  ]
  private static let individualWords: Set<String> = ["individual", "individuals", "people", "persons"]
  private static let generic: Set<String> = [
    "adopter", "adopters", "list", "organizations", "organisations", "companies", "users", "user", "of", "the", "who",
    "uses", "using", "is", "our", "production", "in", "and",
  ]

  /// Whether what stands below is about the list and not in it, or lists persons.
  static func isInstruction(_ title: String) -> Bool {
    let words = title.lowercaseWords
    return words.count <= 14 && words.contains { instructionWords.contains($0) || individualWords.contains($0) }
  }

  /// The type a heading gives to the adopters below it; nil for a heading that only says that they are adopters.
  /// `isTitle` tells that the outermost heading is the document's title.
  static func type(of headings: [String], isTitle: Bool) -> String? {
    guard headings.count > (isTitle ? 1 : 0), let last = headings.last else { return nil }
    let words = last.lowercaseWords
    if words.contains(where: { $0.hasPrefix("adopter") }) || words.allSatisfy({ generic.contains($0) }) {
      return words == ["users"] || words.count > 6 ? nil : words.contains("end") ? last : nil
    }
    return last
  }

  /// Whether a bullet tells the reader what to do: a word for it and then words written small, which no name is
  /// (`Open a pull request`, but `Open-Bolt`, `Check Point`).
  static func isStep(_ text: String) -> Bool {
    guard let first = text.lowercaseWords.first else { return true }
    let words = text.split { $0.isWhitespace }
    guard steps.contains(first), words.first.map({ $0.lowercaseWords.count == 1 }) == true else { return false }
    return words.count > 4 || words.dropFirst().contains { $0.first?.isLowercase == true }
  }

  private static let steps: Set<String> = [
    "open", "fill", "send", "fork", "add", "create", "submit", "edit", "please", "follow", "update", "clone", "make",
    "click", "commit", "check", "go", "write", "include", "provide", "see", "read", "if", "you", "your", "to", "we",
  ]
}
