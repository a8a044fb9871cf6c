import Words

/// The words by which rules of decision are recognized; `content/lexicon/decisions.yaml` says what each list is for.
@dynamicMemberLookup
enum DecisionLexicon {
  /// Every list is asked for at every sentence, where it costs less to have them here. In line, the path of a list is the
  /// place of a property; else it is an object that is made each time.
  private static let builtIn = Lexicon.builtIn.decisions

  @inline(__always)
  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Ways, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.ways[keyPath: list] : Lexicon.decisions.ways[keyPath: list]
  }

  @inline(__always)
  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Rules, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.rules[keyPath: list] : Lexicon.decisions.rules[keyPath: list]
  }

  @inline(__always)
  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Subjects, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.subjects[keyPath: list] : Lexicon.decisions.subjects[keyPath: list]
  }

  @inline(__always)
  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Limits, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.limits[keyPath: list] : Lexicon.decisions.limits[keyPath: list]
  }

  @inline(__always)
  static subscript<List>(dynamicMember list: KeyPath<DecisionWords.Texts, List>) -> List {
    Lexicon.isBuiltIn ? builtIn.texts[keyPath: list] : Lexicon.decisions.texts[keyPath: list]
  }
}
