import Criteria
import Defaults
import Diagnostics
import Testing
import Words

@testable import Intake

/// What readers take from a file that is known to be of this kind, on the way every file of a source takes: decoded,
/// parsed and handed to the readers of its kind.
func read(
  _ source: SourceText, as kind: DocumentKind, criteria: [CriteriaSet] = [], readers: [Reader] = Reader.all
) -> (facts: Facts, diagnostics: [Diagnostic]) {
  let reading = DocumentReading(
    tree: .memory([String: String]()), classifier: Classifier(criteria: criteria), readers: readers,
    overrides: [])
  let staged = reading.document(source, as: kind)
  return (staged.value?.facts ?? Facts(), staged.diagnostics)
}

/// A file on the way every file of a source takes: looked at, recognized, parsed and read; nil for one that nobody looks at.
func document(_ text: String, path: String, readers: [Reader] = Reader.all) -> SourceDocument? {
  let tree = SourceTree.memory([path: text])
  let reading = DocumentReading(
    tree: tree, classifier: Classifier(criteria: [], readers: readers), readers: readers, overrides: [])
  return tree.files.first.flatMap { reading.document($0, root: "").value }
}

/// What the readers of a list or a data file take from a text.
func facts(_ text: String, kind: DocumentKind, path: String) -> (facts: Facts, diagnostics: [Diagnostic]) {
  read(SourceText(path: path, text: text), as: kind)
}

/// What the readers of due-diligence documents take from a text, with the criteria that are built in.
func facts(_ text: String, path: String = "dd.md", kind: DocumentKind = .dueDiligence) throws -> Facts {
  try read(Array(text.utf8), path: path, kind: kind)
}

/// The same from bytes.
func read(_ bytes: [UInt8], path: String = "dd.md", kind: DocumentKind = .dueDiligence) throws -> Facts {
  read(SourceText(path: path, bytes: bytes), as: kind, criteria: try shippedCriteria()).facts
}

/// What the readers of notes, threads, roadmaps and schedules take from a text.
func readActivity(
  _ text: String, as kind: DocumentKind, path: String = "notes.md", criteria: [CriteriaSet] = []
) -> (facts: Facts, diagnostics: [Diagnostic]) {
  read(
    SourceText(path: path, text: text), as: kind, criteria: criteria,
    readers: [.notes, .thread, .roadmap, .schedule])
}

/// The items of a text in short: criterion, state, depth, evidence.
func items(_ text: String) throws -> [String] {
  try facts(text).items.map { item in
    "\(item.criterion?.rawValue ?? "-") \(item.state.rawValue) \(item.depth) \(item.evidence.rawValue)"
  }
}

/// What a tree is read as, by the criteria that are built in.
func portfolio(_ tree: SourceTree, jobs: Int = 1) async throws -> Staged<Portfolio> {
  await PortfolioReader.read(
    tree, workspace: PortfolioReader.workspace(of: tree).value, criteria: try shippedCriteria(),
    options: IntakeOptions(jobs: jobs))
}

/// The criteria sets that are built in.
func shippedCriteria() throws -> [CriteriaSet] {
  try Defaults.files(under: "content/criteria").filter { $0.path.hasSuffix(".yaml") }.map { file in
    try #require(CriteriaReader.read(SourceText(path: file.path, bytes: file.bytes)).value)
  }
}
