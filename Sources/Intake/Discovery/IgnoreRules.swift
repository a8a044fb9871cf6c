/// The rules of the `.gitignore` files from the root down to one folder; the last rule that matches decides.
struct IgnoreRules: Sendable {
  private struct Rule: Sendable {
    let glob: Glob
    /// The folder of the rule's file with a trailing `/`; empty for the root.
    let base: String
    let isNegated: Bool
    let onlyDirectories: Bool
  }

  private var rules: [Rule] = []

  /// Adds the lines of the `.gitignore` file in a folder (relative to the root, empty for the root).
  mutating func add(_ text: String, in folder: String) {
    let base = folder.isEmpty ? "" : folder + "/"
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }) {
      var pattern = line
      while pattern.last == " ", !pattern.hasSuffix("\\ ") { pattern.removeLast() }
      guard let first = pattern.first, first != "#" else { continue }
      let isNegated = first == "!"
      if isNegated { pattern.removeFirst() }
      let onlyDirectories = pattern.last == "/"
      if onlyDirectories { pattern.removeLast() }
      // A slash at the start or in the middle ties a pattern to its folder; without one it holds at any depth.
      let isAnchored = pattern.contains("/")
      if pattern.first == "/" { pattern.removeFirst() }
      guard !pattern.isEmpty else { continue }
      rules.append(
        Rule(
          glob: Glob(isAnchored ? String(pattern) : "**/" + pattern), base: base, isNegated: isNegated,
          onlyDirectories: onlyDirectories))
    }
  }

  /// Whether a path is ignored by itself; the caller does not walk into ignored folders.
  func matches(_ path: String, isDirectory: Bool) -> Bool {
    let rule = rules.last { rule in
      (isDirectory || !rule.onlyDirectories) && path.hasPrefix(rule.base)
        && rule.glob.matches(path.dropFirst(rule.base.count))
    }
    return rule.map { !$0.isNegated } ?? false
  }
}
