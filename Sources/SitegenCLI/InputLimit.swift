import Assess
import Diagnostics
import Intake
import Markdown
import StructuredData
import Templates

/// A bound on the input, as `sitegen limits` and the documentation list it.
struct InputLimit {
  let subject: String
  let most: Int
  let unit: String
  /// What happens beyond it.
  let beyond: String

  init(_ subject: String, _ most: Int, _ unit: String, _ beyond: String) {
    (self.subject, self.most, self.unit, self.beyond) = (subject, most, unit, beyond)
  }

  private static let isUnread = "the file is not read, with a note"
  private static let isPage = "an error at its place; no site is written"
  private static let template = TemplateLimits()

  /// Every limit; each is enforced before the work it bounds.
  static let all = [
    InputLimit("size of a file", IntakeLimits.fileBytes, "bytes", isUnread),
    InputLimit("size of a Markdown file", MarkdownLimits.bytes, "bytes", isUnread),
    InputLimit("lines of a file, JSON excepted", IntakeLimits.lines, "lines", isUnread),
    InputLimit("length of a line of Markdown", MarkdownLimits.lineBytes, "bytes", isUnread),
    InputLimit("width of a Markdown table", MarkdownLimits.columns, "columns", isUnread),
    InputLimit("row of a Markdown table", MarkdownLimits.rowCells, "cells", isUnread),
    InputLimit("Markdown tables of a file, short rows filled up", MarkdownLimits.cells, "cells", isUnread),
    InputLimit("HTML in a file", IntakeLimits.htmlBytes, "bytes", "the rest of the file is not read, with a note"),
    InputLimit("links of a file", IntakeLimits.links, "links", "further links are not checked"),
    InputLimit(
      "paragraph whose numbers are read", IntakeLimits.paragraphBytes, "bytes",
      "the numbers that it states are not read, with a note"),
    InputLimit(
      "cell, item or line in which people are looked for", IntakeLimits.personBytes, "bytes", "it names nobody"),
    InputLimit(
      "paragraph, item or cell whose decision rules are read", IntakeLimits.ruleWords, "words", "it states no rule"),
    InputLimit(
      "action items, decisions or items of a status in a file", IntakeLimits.noteItems, "of each",
      "further ones are not read, with a note"),
    InputLimit(
      "table of people or adopters, list of adopters", IntakeLimits.listed, "rows",
      "further ones are not read, with a note"),
    InputLimit("name of an adopter", IntakeLimits.nameBytes, "bytes", "it is no name"),
    InputLimit(
      "YAML that is read anew after repairs of it", YAML.mostBytesAnew, "bytes",
      "the file is an error, which names the next fault"),
    InputLimit("nesting in YAML", YAML.deepest, "levels", isUnread),
    InputLimit(
      "values in YAML, aliases expanded; 4 for each byte and 20,000 more", YAML.mostNodes, "values", isUnread),
    InputLimit(
      "folders inside of each other", IntakeLimits.depth, "folders", "what is deeper is not read, with a note"),
    InputLimit("files of a source", IntakeLimits.files, "files", "an error; the rest is not read"),
    InputLimit(
      "patterns of `.gitignore` that hold in a folder", IntakeLimits.patterns, "patterns",
      "the rest is not applied, with a note"),
    InputLimit(
      "patterns among them with wildcards", IntakeLimits.globs, "patterns", "the rest is not applied, with a note"),
    InputLimit("communities of a workspace file", IntakeLimits.communities, "communities", isPage),
    InputLimit("one answer of git", IntakeLimits.gitBytes, "bytes", "the history is unknown, with a note"),
    InputLimit("one question to git", IntakeLimits.gitSeconds, "seconds", "the history is unknown, with a note"),
    InputLimit("places of one finding", Finding.mostPlaces, "places", "further places are not listed"),
    InputLimit(
      "findings or messages of one rule in a file", Finding.mostInFile, "findings",
      "one more says how many others there are"),
    InputLimit("steps of one page or check", template.steps, "steps", isPage),
    InputLimit("calls inside of each other in a template", template.depth, "calls", isPage),
    InputLimit("size of a page or text of a template", template.outputBytes, "bytes", isPage),
  ]

  /// A number with separators, as people read it.
  var number: String {
    let digits = Array(String(most))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }

  /// Lines for a terminal.
  static var text: String {
    Columns.lines(all.map { ($0.subject, "\($0.number) \($0.unit); \($0.beyond)\n") }).joined()
  }
}
