import Diagnostics

/// The examples at the end of a command's help. Each runs in a community's folder; a test runs them all.
enum HelpExamples {
  /// Lines of a command with what each is for.
  static func text(_ examples: [(line: String, purpose: String)]) -> String {
    "Examples:\n" + Columns.lines(examples.map { ("  \($0.line)", $0.purpose) }).joined(separator: "\n")
  }

  static let sitegen = text([
    ("sitegen init", "write a sitegen.yaml to start from"),
    ("sitegen serve --open", "the site in the browser, while you edit"),
    ("sitegen", "build the site into site/"),
    ("sitegen report --only open", "what is open, in the terminal"),
    ("sitegen explain GOV-2ORG", "why a verdict is what it is"),
  ])
  static let build = text([
    ("sitegen build", "write site/; open site/index.html"),
    ("sitegen build --output public --quiet", "elsewhere, saying errors only"),
    ("sitegen build --fail-on error", "exit 1 when there is an error"),
    ("sitegen build --check", "exit 1 when site/ is not current"),
  ])
  static let check = text([
    ("sitegen check --base main", "what got worse on this branch"),
    ("sitegen check --baseline old.json", "since a saved report"),
  ])
  static let fix = text([
    ("sitegen fix", "the corrections as a patch, to read"), ("sitegen fix --write", "made in the files"),
  ])
  static let generate = text([("sitegen generate --check", "exit 1 when a generated document is not current")])
  static let power = text([("sitegen power", "who can decide or block alone")])
  static let report = text([
    ("sitegen report --only open --top 5", "the first five things to do"),
    ("sitegen report --format markdown", "to paste into an issue"),
    ("sitegen report --format snapshot", "to keep beside the documents"),
  ])
  static let explain = text([
    ("sitegen explain GOV-2ORG", "a criterion: verdict, checks, places"),
    ("sitegen explain claim/maintainer-count", "a rule, and what it found"),
    ("sitegen explain GOV-DOC --review", "with the entry for `reviews:`"),
  ])
  static let inspect = text([
    ("sitegen inspect", "what was read from each file"),
    ("sitegen inspect MAINTAINERS.md", "from one file"),
    ("sitegen inspect --format json", "for a program"),
  ])
  static let diff = text([("sitegen diff old.json new.json", "what changed between two saved reports")])
  static let rules = text([
    ("sitegen rules", "all rules, a line each"), ("sitegen rules links/broken", "one rule, explained"),
  ])
  static let criteria = text([
    ("sitegen criteria list", "every criterion of every set"),
    ("sitegen criteria check", "try your own criteria"),
    ("sitegen criteria collections adopters", "what an expression can ask of adopters"),
    ("sitegen criteria diff 2025-08-19 2026-06-29", "what changed between two days"),
  ])
  static let limits = text([("sitegen limits", "how large, deep and many things may be")])
  static let markdown = text([("sitegen markdown README.md", "as HTML")])
  static let render = text([("sitegen render page.html --context page.json", "one template")])
  static let initialize = text([
    ("sitegen init", "write sitegen.yaml"),
    ("sitegen init --gitignore", "and keep site/ out of commits"),
    ("sitegen init --ci github", "and check pull requests"),
  ])
  static let serve = text([
    ("sitegen serve --open", "in the browser, again with every change"),
    ("sitegen serve --templates mine", "while you change templates"),
  ])
  static let links = text([
    ("sitegen links", "links and anchors between the files at hand"),
    ("sitegen links docs/", "those in one folder"),
    ("sitegen links --online --cache links.json", "and those to the web"),
  ])
  static let schema = text([("sitegen schema workspace", "the JSON Schema of sitegen.yaml, for an editor")])
  static let templates = text([
    ("sitegen templates list", "what can be replaced"),
    ("sitegen templates export dashboard.html", "a copy to change, on standard output"),
    ("sitegen templates variables dashboard.html", "what it sees"),
  ])
}
