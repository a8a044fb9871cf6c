import Words

/// The words by which rules of decision are recognized; `content/lexicon/decisions.yaml` says what each list is for.
@dynamicMemberLookup
enum DecisionLexicon {
  static subscript<List>(dynamicMember list: KeyPath<DecisionWords, List>) -> List { Lexicon.decisions[keyPath: list] }
}
