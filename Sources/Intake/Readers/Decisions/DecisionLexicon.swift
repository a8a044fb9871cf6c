import Words

/// The words by which rules of decision are recognized; `content/lexicon/decisions.yaml` says what each list is for.
@dynamicMemberLookup
enum DecisionLexicon {
  /// Asked for every list at every sentence, where it costs less to have them here.
  private static let builtIn = Lexicon.builtIn.decisions

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Ways, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.ways[keyPath: list] : Lexicon.decisions.ways[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Rules, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.rules[keyPath: list] : Lexicon.decisions.rules[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Subjects, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.subjects[keyPath: list] : Lexicon.decisions.subjects[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Limits, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.limits[keyPath: list] : Lexicon.decisions.limits[keyPath: list]
  }

  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Texts, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.texts[keyPath: list] : Lexicon.decisions.texts[keyPath: list]
  }
}
