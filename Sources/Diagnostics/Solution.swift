/// New text for a stretch of a file: an editor or `--fix` can apply it as it is.
public struct Replacement: Hashable, Sendable {
  /// The stretch that goes, on one line or several; of an empty one nothing goes.
  public var location: Location
  /// What comes in its place.
  public var text: String

  public init(_ location: Location, with text: String) {
    self.location = location
    self.text = text
  }
}

/// One way to mend what a diagnostic or a finding is about.
public struct Solution: Hashable, Sendable {
  /// What to do, in words: one line, lower-case start, no full stop.
  public var summary: String
  /// The edits that do it; empty where only a person can.
  public var replacements: [Replacement]
  /// Whether the edits leave what the text says as it was meant; others are made only when asked for.
  public var isSafe: Bool

  /// A way that a person goes, or that these edits go.
  public init(_ summary: String, _ replacements: [Replacement] = [], isSafe: Bool = true) {
    self.summary = summary
    self.replacements = replacements
    self.isSafe = isSafe
  }
}
