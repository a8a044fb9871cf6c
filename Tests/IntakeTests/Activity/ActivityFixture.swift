import Criteria
import Diagnostics
@testable import Intake
import Markdown
import StructuredData

/// Reads a text as a kind of document with every reader of that kind.
func readActivity(
  _ text: String, as kind: DocumentKind, path: String = "notes.md", criteria: [CriteriaSet] = []
) -> (facts: Facts, diagnostics: [Diagnostic]) {
  let source = SourceText(path: path, text: text)
  let front = FrontMatter(of: source).flatMap { YAML.read(source, range: $0.yaml).value }
  let isData = path.hasSuffix(".yaml")
  let input = ReaderInput(
    source: source, kind: kind, markdown: isData ? nil : GFM.document(source).value,
    data: isData ? YAML.read(source).value : nil, frontMatter: front, page: ScrapedPage.detect(source),
    criteria: criteria)
  var facts = Facts()
  var diagnostics: [Diagnostic] = []
  for reader in [Reader.notes, .thread, .roadmap, .schedule] where reader.kinds.contains(kind) {
    diagnostics += reader.read(input, &facts)
  }
  return (facts, diagnostics)
}
