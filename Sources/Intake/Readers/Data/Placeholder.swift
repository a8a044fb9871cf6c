import Diagnostics
import Words

/// Words that stand where a name is missing.
enum Placeholder {
  /// Whether a cell names nobody: nothing but punctuation, a word for "not yet", or a seat that is said to be vacant.
  static func isPlaceholder(_ text: String) -> Bool {
    let whole = text.blanksFolded.lowercased()
    // "_(Add your organization here)_"
    let isAside = whole.hasPrefix("(") && whole.hasSuffix(")") || whole.hasPrefix("_") && whole.hasSuffix("_")
    let folded = isAside ? whole.trimmed(of: ["(", ")", "_", "*", " "]) : whole
    if Lexicon.people.placeholders.contains(folded) { return true }
    if !folded.hasLetterOrNumber { return true }
    let isTemplate = folded.hasPrefix("<") && folded.hasSuffix(">") || folded.hasPrefix("[") && folded.hasSuffix("]")
    return isTemplate || folded.hasPrefix("need-a") || folded.hasPrefix("need a") || folded.holds("vacant")
      || folded.hasPrefix("your ") || folded.hasPrefix("add your ") || folded.hasPrefix("{{")
  }

  /// The text unless it is a placeholder. "[Individual]" fills in what a form asks for.
  static func real(_ text: String?) -> String? {
    guard let text else { return nil }
    let bare = text.trimmed(of: ["[", "]", " "])
    if bare.utf8.count < text.utf8.count, Employment(bare) == .independent { return bare.blanksFolded }
    return isPlaceholder(text) ? nil : text.blanksFolded
  }
}
