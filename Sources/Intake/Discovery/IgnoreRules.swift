/// The rules of the `.gitignore` files from the root down to one folder; the last rule that matches decides.
///
/// Names without wildcards, which are nearly all lines of the longest files, are found by name and not tried one by one.
struct IgnoreRules: Sendable {
  private struct Rule: Sendable {
    let number: Int
    let isNegated: Bool
    let onlyDirectories: Bool
  }
  private struct GlobRule: Sendable {
    let rule: Rule
    let glob: Glob
    /// Whether it is matched with the name alone, and not with the path.
    let isOfName: Bool
    /// Bytes of the folder of the rule's file with a trailing `/`; 0 for the root.
    let base: Int
  }

  private var count = 0
  private var globs: [GlobRule] = []
  /// Rules for a name at any depth, the last ones that hold for everything and for folders alone.
  private var names: [String: [Rule]] = [:]

  /// Adds the lines of the `.gitignore` file in a folder (relative to the root, empty for the root); false when there are
  /// too many of them, and the rest was not taken.
  mutating func add(_ bytes: [UInt8], in folder: String) -> Bool {
    let base = folder.isEmpty ? 0 : folder.utf8.count + 1
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var pattern = line
      while pattern.last == 0x20, pattern.dropLast().last != UInt8(ascii: "\\") { pattern.removeLast() }
      guard let first = pattern.first, first != UInt8(ascii: "#") else { continue }
      let isNegated = first == UInt8(ascii: "!")
      if isNegated { pattern.removeFirst() }
      let onlyDirectories = pattern.last == UInt8(ascii: "/")
      if onlyDirectories { pattern.removeLast() }
      // A slash at the start or in the middle ties a pattern to its folder; without one it holds at any depth, as it
      // does behind `**/`.
      let isDeep = pattern.starts(with: "**/".utf8) && !pattern.dropFirst(3).contains(UInt8(ascii: "/"))
      if isDeep { pattern.removeFirst(3) }
      let isAnchored = pattern.contains(UInt8(ascii: "/"))
      if pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
      guard !pattern.isEmpty else { continue }
      guard count < IntakeLimits.patterns else { return false }
      let rule = Rule(number: count, isNegated: isNegated, onlyDirectories: onlyDirectories)
      let text = String(decoding: pattern, as: UTF8.self)
      if !isAnchored, !pattern.contains(where: { "*?[\\".utf8.contains($0) }) {
        names[text, default: []].removeAll { $0.onlyDirectories == onlyDirectories }
        names[text, default: []].append(rule)
      } else {
        guard globs.count < IntakeLimits.globs else { return false }
        globs.append(GlobRule(rule: rule, glob: Glob(text), isOfName: !isAnchored, base: base))
      }
      count += 1
    }
    return true
  }

  /// Whether a path is ignored by itself; the caller does not walk into ignored folders.
  func matches(_ path: String, isDirectory: Bool) -> Bool {
    guard count > 0 else { return false }
    func holds(_ rule: Rule) -> Bool { isDirectory || !rule.onlyDirectories }
    let name = path.lastPlace(ofByte: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) } ?? path
    let named = names[name]?.last(where: holds)
    // Only a later pattern can overrule the name; every rule here is of a folder that holds the path.
    let glob = globs.reversed().prefix { $0.rule.number > named?.number ?? -1 }.first {
      holds($0.rule)
        && $0.glob.matches($0.isOfName ? name[...] : path[path.utf8.index(path.startIndex, offsetBy: $0.base)...])
    }
    return (glob?.rule ?? named).map { !$0.isNegated } ?? false
  }
}
