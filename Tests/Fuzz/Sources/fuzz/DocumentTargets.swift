import Criteria
import Defaults
import Diagnostics
@testable import Intake
@testable import Markdown
import Markup

/// Documents are parsed, rendered and read.
enum DocumentTargets {
  static func markdown(_ bytes: [UInt8]) {
    let source = SourceText(path: "a.md", bytes: bytes)
    let document = GFM.document(source)
    render(document.value, notes: bytes.count % 3)
    guard document.diagnostics.isEmpty else { return }
    precondition(document.value == GFM.document(source, reading: .all), "another document without unused syntax")
  }

  /// The bytes inside of raw HTML: as a block, in a line and as the value of an attribute.
  static func html(_ bytes: [UInt8]) {
    for (before, after) in [("<div>\n", "\n</div>\n"), ("a <b>", "</b> c\n"), ("<a href=\"", "\">a</a>\n")] {
      markdown(Array(before.utf8) + bytes + Array(after.utf8))
    }
  }

  static func markup(_ bytes: [UInt8]) {
    render(ReStructuredText.document(SourceText(path: "a.rst", bytes: bytes)), notes: 0)
    render(AsciiDoc.document(SourceText(path: "a.adoc", bytes: bytes)), notes: 0)
  }

  private static func render(_ document: Document, notes: Int) {
    let rendered = HTMLRenderer(headingOffset: 1).render(document)
    let notes = (0..<notes).map { (line: $0 * 2 + 1, html: Array("<aside>note</aside>".utf8)) }
    HarmlessHTML.check(rendered.html(inserting: notes))
  }

  private static let names = [
    "README.md", "GOVERNANCE.md", "MAINTAINERS.md", "ADOPTERS.md", "a-graduation-application.md", "meeting-notes.md",
    "OWNERS", "OWNERS_ALIASES", "sigs.yaml", "maintainers.csv", "governance.rst", "governance.adoc", "maintainers.toml",
    "CODEOWNERS", "CHANGELOG.md", "index.html", "issues.json", "ROADMAP.md", "SECURITY.md", "roles.md", "elections.md",
    "thread.txt", "Summary.eml",
  ]
  private static let criteria = Defaults.files(under: "content/criteria").compactMap {
    CriteriaReader.read(SourceText(path: $0.path, bytes: $0.bytes)).value
  }
  private static let classifier = Classifier(criteria: criteria)

  /// Every reader of one file; the first byte chooses its name.
  static func readers(_ bytes: [UInt8]) {
    let name = names[Int(bytes.first ?? 0) % names.count]
    let content = Array(bytes.dropFirst())
    let tree = SourceTree.memory([name: content])
    let reading = DocumentReading(
      tree: tree, classifier: classifier, readers: Reader.all, overrides: [])
    let read = reading.document(SourceTree.File(path: name), root: "")
    // Messages are output: they are made as well.
    for diagnostic in read.diagnostics { _ = DiagnosticText.render(diagnostic) }
    guard let document = read.value else { return }
    for unread in document.facts.unread {
      precondition(unread.line >= 1 && unread.line <= document.source.lineCount + 1, "a place outside of the file")
    }
  }
}
