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

  /// The one of some known names that was probably meant by a word; nil where none is near.
  ///
  /// Where nothing but the word is at the place, and one name alone is as near, it is put there. With the same letters
  /// and digits it is what was meant; else a person confirms it.
  public static func meant(
    by word: String, among names: some Sequence<String>, at place: Location? = nil
  ) -> Solution? {
    guard let near = Suggestion.find(word, among: names) else { return nil }
    let edits = [near.isOnly ? place?.holding(word).flatMap { Replacement($0, writing: near.name) } : nil]
    return Solution(
      Suggestion.question(near.name), edits.compactMap { $0 }, isSafe: letters(word) == letters(near.name))
  }

  /// Other words in a place, which say what was meant there.
  public static func writing(_ text: String, over place: Location) -> Solution {
    Solution("write `\(text)`", [Replacement(place, with: text)])
  }

  private static func letters(_ word: String) -> String { word.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The same with other paths.
  public func renamingPaths(_ rename: (String) -> String) -> Solution {
    var solution = self
    for index in replacements.indices {
      solution.replacements[index].location.path = rename(replacements[index].location.path)
    }
    return solution
  }
}

extension [Solution] {
  /// The first one that is made without a person.
  public var correction: Solution? { first { !$0.replacements.isEmpty } }
}

extension Replacement {
  /// A name in place of another; nil for one with signs that may say something else where it is put.
  fileprivate init?(_ location: Location, writing name: String) {
    let isPlain = name.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_./ ".utf8.contains($0) }
    guard isPlain, name.utf8.first?.isASCIIAlphanumeric == true else { return nil }
    self.init(location, with: name)
  }
}

extension Location {
  /// The place of a word that is all there is at this one, but for quotation marks.
  fileprivate func holding(_ word: String) -> Location? {
    if text == word { return self }
    guard ["\"\(word)\"", "'\(word)'"].contains(text) else { return nil }
    var place = self
    place.column += 1
    place.length -= 2
    return place
  }
}
