import Criteria

/// What the title of a document says about an application for a maturity level: whose it is, for which level, and
/// whether it is an application at all or a reviewer's own document.
struct ApplicationTitle: Sendable, Hashable {
  /// What kind of document such a title stands over.
  enum Kind: Sendable, Hashable {
    case application, review, technicalReview, securityAssessment
  }

  /// What the document is.
  let kind: Kind
  /// The project it is about; nil when the title names none.
  let subject: String?
  /// The level applied for; nil when the title names none.
  let level: MaturityLevel?

  private static let levels: [String: MaturityLevel] = [
    "sandbox": "sandbox", "incubation": "incubating", "incubating": "incubating", "incubator": "incubating",
    "graduation": "graduated", "graduated": "graduated", "graduating": "graduated", "graduate": "graduated",
  ]
  /// Words of such titles that are no part of a project's name.
  private static let furniture: Set<String> = [
    "a", "adopter", "annual", "application", "applying", "apply", "archiving", "assessment", "cncf", "criteria",
    "dd", "diligence", "doc", "document", "draft", "due", "evaluation", "final", "for", "from", "general",
    "governance", "interview", "issue", "joint", "level", "of", "propose", "project", "proposal", "report",
    "requirements", "review", "security", "self", "stage", "state", "stem", "submission", "summary", "technical",
    "template", "the", "to", "wip", "working", "toc",
  ]

  /// Words without one of which a title is none.
  private static let signs = [
    "review", "report", "interview", "assessment", "model", "diligence", "application", "propos",
  ]

  /// Reads a title; nil when it is no such title.
  init?(_ title: String) {
    let folded = title.lowercased()
    guard Self.signs.contains(where: { folded.holds($0) }) else { return nil }
    // `[Incubation] X Application`, `X - Governance Review - 2026-01-21`: signs separate words, but not inside names.
    let separators: Set<Character> = [" ", "\u{A0}", ":", "[", "]", "(", ")", ",", "*", "_", "/", "\t", "–", "—", "|"]
    let words = title.prefix(200).split { separators.contains($0) }.flatMap { word -> [Substring] in
      // `Self-assessment` and `Example-2023-Annual` are several words, `example-manager` is one.
      let parts = word.split(separator: "-")
      let isCompound = parts.contains { Self.furniture.contains($0.lowercased()) || Int($0) != nil }
      return isCompound ? parts : [word]
    }
    let lower = words.map { $0.lowercased() }
    func has(_ phrase: String...) -> Bool {
      lower.indices.contains { lower[$0...].starts(with: phrase) }
    }
    let level = lower.lazy.compactMap { Self.levels[$0] }.first
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
      return Self.levels[lower] == nil && !Self.furniture.contains(lower) && !lower.allSatisfy { $0.isNumber }
        && word != "-"
    }
    let isSentence = name.count > 6
    subject = name.isEmpty || isSentence ? nil : name.joined(separator: " ")
  }

  /// The first placeholder of a template that a text still holds (`$PROJECT` gives `PROJECT`); nil without any.
  static func placeholder(in text: String) -> String? {
    text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().lazy
      .map { $0.prefix { $0.isASCII && $0.isUppercase || $0 == "_" } }.first { $0.utf8.count >= 4 }.map(String.init)
  }
}
