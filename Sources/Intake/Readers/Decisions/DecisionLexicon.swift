import Words

/// The words by which rules of decision are recognized; `content/lexicon/decisions.yaml` says what each list is for.
@dynamicMemberLookup
enum DecisionLexicon {
  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Ways, List>) -> List {
    Lexicon.decisions.ways[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Rules, List>) -> List {
    Lexicon.decisions.rules[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Subjects, List>) -> List {
    Lexicon.decisions.subjects[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Limits, List>) -> List {
    Lexicon.decisions.limits[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Texts, List>) -> List {
    Lexicon.decisions.texts[keyPath: list]
  }
}
