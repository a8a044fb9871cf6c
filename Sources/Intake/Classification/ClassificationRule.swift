import Words

/// One way to recognize a kind of document. It is an entry of the reader of that kind; of a kind that several readers
/// share, in `Classifier.rules`.
struct ClassificationRule: Sendable {
  /// What a matching file is.
  let kind: DocumentKind
  /// Why a file is of this kind, for people; nil when it is not.
  let reason: @Sendable (Candidate) -> String?

  /// A rule that looks at anything.
  init(_ kind: DocumentKind, _ reason: @escaping @Sendable (Candidate) -> String?) {
    self.kind = kind
    self.reason = reason
  }

  /// Files of some formats by their name: as a whole, or by words inside it. `list` names both in the lexicon.
  static func named(
    _ kind: DocumentKind, _ formats: [FileFormat] = [.markdown, .text], by list: String, _ words: DocumentWords
  ) -> ClassificationRule {
    let stems = words.wholeNames[list] ?? []
    let names = words.names[list] ?? []
    return ClassificationRule(kind) { file in
      guard formats.contains(file.format) else { return nil }
      return stems.contains(file.stem) || names.contains { file.has(word: $0) } ? "name" : nil
    }
  }

  /// Files of some formats by their whole name without its extension, in lower case with `_` for `-`.
  static func exactly(
    _ kind: DocumentKind, _ stem: String, _ formats: [FileFormat] = [.text, .yaml]
  ) -> ClassificationRule {
    ClassificationRule(kind) { $0.stem == stem && formats.contains($0.format) ? "name" : nil }
  }

  /// Files of some formats in a folder of one of these names, at any depth.
  static func inFolder(
    _ kind: DocumentKind, _ formats: [FileFormat] = [.markdown, .text], by list: String, _ words: DocumentWords
  ) -> ClassificationRule {
    let names = words.folders[list] ?? []
    return ClassificationRule(kind) { file in
      guard formats.contains(file.format), let folder = file.folders.last(where: names.contains) else { return nil }
      return "in a folder \(folder)"
    }
  }

  /// YAML with any of these keys at the left margin.
  static func keyed(_ kind: DocumentKind, by list: String, _ words: DocumentWords) -> ClassificationRule {
    let keys = words.keys[list] ?? []
    return ClassificationRule(kind) { file in
      guard file.format == .yaml, let key = file.keys.first(where: keys.contains) else { return nil }
      return "key `\(key)` at its top level"
    }
  }
}
