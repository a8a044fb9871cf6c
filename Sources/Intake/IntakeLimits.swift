import Markdown

/// What bounds the reading of a source that may be hostile. `sitegen limits` lists these with those of the other modules.
public enum IntakeLimits {
  /// Deepest folder.
  public static let depth = 64
  /// Most files.
  public static let files = 250_000
  /// Largest file that is read, in bytes.
  public static let fileBytes = 8_000_000
  /// Most lines of a file other than JSON, where each can be an item, a row or a rule of its own.
  public static let lines = MarkdownLimits.lines
  /// Most patterns of `.gitignore` files that hold in a folder.
  public static let patterns = 100_000
  /// Most of them that have wildcards or a place of their own.
  public static let globs = 2_000
  /// Most communities that a workspace file may name: a site has some seventy pages for each.
  public static let communities = 2_000
  /// Most links taken from one document.
  public static let links = 20_000
  /// Longest HTML that is read, in bytes; the rest of the file is not.
  public static let htmlBytes = 1_000_000
  /// Longest paragraph whose claims are read, in bytes.
  public static let paragraphBytes = 200_000
  /// Longest paragraph, item or cell whose decision rules are read, in words and marks.
  public static let ruleWords = 20_000
  /// Most action items, decisions and items of a status that are taken from a file, of each.
  public static let noteItems = 5_000
  /// Most rows of a table, or items of a list of adopters, in which people or adopters are looked for.
  public static let listed = 15_000
  /// Longest name of an organization that a list may give, in bytes.
  public static let nameBytes = 1_000
  /// Longest cell, item or line in which people are looked for, in bytes.
  public static let personBytes = 20_000
  /// Most bytes of one answer of git.
  public static let gitBytes = 256_000_000
  /// Longest time that git may take for one answer.
  public static let gitSeconds = 120
}
