import Words
import Criteria
import Diagnostics

/// What the title of a document says about an application for a maturity level: whose it is, for which level, and
/// whether it is an application at all or a reviewer's own document.
struct ApplicationTitle: Sendable, Hashable {
  /// What kind of document such a title stands over.
  enum Kind: Sendable, Hashable {
    case application, review, technicalReview, securityAssessment
  }

  let kind: Kind
  /// The project it is about; nil when the title names none.
  let subject: String?
  /// The level applied for; nil when the title names none.
  let level: MaturityLevel?

  /// Reads a title; nil when it is no such title.
  init?(_ title: String) {
    let folded = title.lowercased()
    guard Lexicon.applications.titleSigns.contains(where: { folded.holds($0) }) else { return nil }
    // `[Incubation] X Application`, `X - Governance Review - 2026-01-21`: signs separate words, but not inside names.
    let separators: Set<Character> = [" ", "\u{A0}", ":", "[", "]", "(", ")", ",", "*", "_", "/", "\t", "–", "—", "|"]
    let words = title.prefix(200).split { separators.contains($0) }.flatMap { word -> [Substring] in
      // `Self-assessment` and `Example-2023-Annual` are several words, `example-manager` is one.
      let parts = word.split(separator: "-")
      let isCompound = parts.contains { Lexicon.applications.titleWords.contains($0.lowercased()) || Int($0) != nil }
      return isCompound ? parts : [word]
    }
    let lower = words.map { $0.lowercased() }
    func has(_ phrase: String...) -> Bool {
      lower.indices.contains { lower[$0...].starts(with: phrase) }
    }
    let level = lower.lazy.compactMap { MaturityLevel(word: $0) }.first
    switch true {
    case has("governance", "review"), has("governance", "report"), has("adopter", "interview"), has("annual", "review"),
      has("archiving", "review"), has("archive", "review"):
      kind = .review
    case has("general", "technical", "review"), has("technical", "review"): kind = .technicalReview
    case has("self", "assessment"), has("joint", "assessment"), has("security", "assessment"), has("threat", "model"),
      has("joint", "review"):
      kind = .securityAssessment
    case has("due", "diligence") && (level != nil || lower.contains("cncf")),
      level != nil && (lower.contains("application") || lower.contains("proposal") || has("stage", "review")),
      has("propose") && level != nil:
      kind = .application
    default: return nil
    }
    self.level = level
    let name = words.filter { word in
      let lower = word.lowercased()
      return MaturityLevel(word: lower) == nil && !Lexicon.applications.titleWords.contains(lower)
        && !lower.allSatisfy { $0.isNumber }
        && word != "-"
    }
    let isSentence = name.count > 6
    subject = name.isEmpty || isSentence ? nil : name.joined(separator: " ")
  }

  /// The first placeholder of a template that a text still holds (`$PROJECT` gives `PROJECT`); nil without any.
  static func placeholder(in text: String) -> String? {
    guard text.holds(byte: UInt8(ascii: "$")) else { return nil }
    for part in text.split(separator: "$", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0.isASCII && $0.isUppercase || $0 == "_" }
      if name.utf8.count >= 4 { return String(name) }
    }
    return nil
  }
}

extension MaturityLevel {
  /// The level that a word in a title or the name of a file stands for.
  init?(word: String) {
    guard let level = Lexicon.applications.levels[word] else { return nil }
    self.init(rawValue: level)
  }
}
