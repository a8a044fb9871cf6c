/// What people read for a verdict. Every text, page, file and badge takes its words from this table.
public struct VerdictWords: Sendable, Hashable {
  /// The shape beside the word, so that color is never the only sign.
  public let symbol: String
  /// The word itself, in lower case.
  public let label: String
  /// The word behind a number other than one: `3 need review`.
  public let several: String
  /// What it means, as a sentence.
  public let meaning: String

  fileprivate init(_ symbol: String, _ label: String, several: String? = nil, _ meaning: String) {
    self.symbol = symbol
    self.label = label
    self.several = several ?? label
    self.meaning = meaning
  }

  /// The label behind a number: `1 needs review`, `3 need review`.
  public func counted(_ number: Int) -> String { "\(number) \(number == 1 ? label : several)" }
}

extension Verdict {
  /// The words for it. Without an application nothing is asserted, so nothing fails, and the words are those of
  /// readiness.
  public func words(hasApplication: Bool = true) -> VerdictWords {
    switch self {
    case .contradicted:
      VerdictWords("⊘", "the data says no", "The document asserts it, and complete data says otherwise.")
    case .claimable:
      hasApplication
        ? VerdictWords("✎", "ready to tick", "The data already shows it: tick the box and link the evidence.")
        : VerdictWords("✓", "found", "The data shows it.")
    case .open: VerdictWords("○", "open", "The box is empty. What was found beside it is named.")
    case .missing:
      hasApplication
        ? VerdictWords("∅", "not in the document", "The document does not mention it.")
        : VerdictWords("∅", "not found", "Nothing was found in what was read.")
    case .unsupported:
      VerdictWords("◌", "ticked, nothing found", "Ticked without explanation, and nothing was found in the data.")
    case .stale: VerdictWords("◷", "out of date", "The only evidence is a figure past its limit.")
    case .needsReview:
      VerdictWords(
        "◐", "needs review", several: "need review",
        hasApplication
          ? "Asserted, and a person has to read the evidence: what was found is named."
          : "What was found is named; a person decides whether it is enough.")
    case .unknown:
      VerdictWords("?", "not in the files provided", "The file that decides is outside of what was read.")
    case .awaited:
      VerdictWords("…", "waiting on the foundation", "The foundation acts next, not the project.")
    case .met: VerdictWords("✓", "met", "Asserted, and the data supports it.")
    case .waived: VerdictWords("⚑", "waived", "Accepted for a time, with a reason.")
    case .notApplicable: VerdictWords("–", "not applicable", "Does not apply, with a reason.")
    case .notYetAsked:
      VerdictWords("+", "added later", "Required only by a later form than the document’s own.")
    case .retired:
      VerdictWords("✕", "no longer required", "Required by the document’s form, not any more.")
    }
  }

  /// The words where there is an application.
  public var label: String { words().label }
}

extension ModelAssessment {
  /// The words for a verdict in this model.
  public func words(for verdict: Verdict) -> VerdictWords { verdict.words(hasApplication: hasApplication) }
}
