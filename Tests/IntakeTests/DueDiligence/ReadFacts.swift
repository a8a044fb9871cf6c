import Criteria
import Defaults
import Diagnostics
import Markdown
import StructuredData
import Testing

@testable import Intake

/// What the readers of due-diligence documents take from a file, with the criteria that are built in.
func read(_ bytes: [UInt8], path: String = "dd.md", kind: DocumentKind = .dueDiligence) throws -> Facts {
  var facts = Facts()
  let source = SourceText(path: path, bytes: bytes)
  let input = ReaderInput(
    source: source, kind: kind, markdown: nil, data: nil, frontMatter: nil, page: ScrapedPage.detect(source),
    criteria: try shippedCriteria())
  for reader in Reader.all where reader.kinds.contains(kind) { _ = reader.read(input, &facts) }
  return facts
}

/// The criteria sets that are built in.
func shippedCriteria() throws -> [CriteriaSet] {
  try Defaults.files(under: "content/criteria").filter { $0.path.hasSuffix(".yaml") }.map { file in
    try #require(CriteriaReader.read(SourceText(path: file.path, bytes: file.bytes)).value)
  }
}

/// What the readers take from a text.
func facts(_ text: String, path: String = "dd.md", kind: DocumentKind = .dueDiligence) throws -> Facts {
  try read(Array(text.utf8), path: path, kind: kind)
}

/// The items of a text in short: criterion, state, depth, evidence.
func items(_ text: String) throws -> [String] {
  try facts(text).items.map { item in
    "\(item.criterion?.rawValue ?? "-") \(item.state.rawValue) \(item.depth) \(item.evidence.rawValue)"
  }
}
