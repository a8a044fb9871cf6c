extension Array {
  /// An element, and how many of its kind it stands for: more than one only for the last one that is listed of a kind.
  public typealias Listed = (element: Element, count: Int)

  /// No more than `most` elements of a kind, in their order, and one more that stands for all others of it.
  public func bounded<Kind: Hashable>(_ most: Int, of kind: (Element) -> Kind) -> [Listed] {
    var counts: [Kind: Int] = [:]
    var last: [Kind: Int] = [:]
    var listed: [Listed] = []
    for element in self {
      let kind = kind(element)
      let count = counts[kind, default: 0] + 1
      counts[kind] = count
      guard count <= most + 1 else { continue }
      if count > most { last[kind] = listed.count }
      listed.append((element, 1))
    }
    for (kind, index) in last { listed[index].count = counts[kind, default: most] - most }
    return listed
  }
}

/// What is bounded together: what one rule says of one file.
public struct RuleInFile: Hashable {
  private let rule: RuleID
  private let path: String?

  /// A rule, and the file of the first place; nil for what has none.
  public init(_ rule: RuleID, _ path: String?) { (self.rule, self.path) = (rule, path) }
}

extension Diagnostic {
  /// Most diagnostics of a rule in a file.
  public static let mostInFile = 500

  /// No more diagnostics of a rule in a file than anybody reads; the last one says how many others there are.
  static func bounded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > mostInFile else { return diagnostics }
    return diagnostics.bounded(mostInFile) { RuleInFile($0.rule, $0.location?.path) }.map { diagnostic, count in
      guard count > 1 else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.summary = others(count, diagnostic.summary)
      return diagnostic
    }
  }

  /// The words of the last one, which stands for so many.
  public static func others(_ count: Int, _ first: String) -> String {
    "\(count) more of this kind in this file are not listed; the first: \(first)"
  }
}
