import Diagnostics
import Foundation
import Markdown
import StructuredData
import TestSupport
import Testing

@testable import Intake

@Suite struct ReaderNeedsTests {
  @Test func readersComeBehindThoseTheyNeed() {
    for (index, reader) in Reader.all.enumerated() {
      let before = Reader.all[..<index].map(\.id)
      #expect(reader.needs.filter { !before.contains($0) } == [], "\(reader.id)")
    }
  }

  /// A reader alone, behind those it needs, finds in the shipped content what it finds behind all.
  @Test func readersLookAtNoOtherFactsThanThoseTheyNeed() throws {
    let tree = try #require(SourceTree.disk(root: Shared.packageRoot.appending(path: "content").path))
    let criteria = try shippedCriteria()
    let classifier = Classifier(criteria: criteria)
    for file in tree.files {
      guard let format = FileFormat(name: String(file.path.split(separator: "/").last ?? "")) else { continue }
      let source = SourceText(path: file.path, bytes: try tree.read(file.path).get())
      let found = classifier.classify(source, root: "", format: format)
      let isData = format == .yaml || format == .json
      let input = ReaderInput(
        source: source, kind: found.kind, markdown: format == .markdown ? GFM.document(source).value : nil,
        data: isData ? YAML.read(source).value : nil, frontMatter: nil, page: found.page,
        html: HTMLStart.isHTML(source) ? HTMLText(source) : nil, matchers: classifier.matchers)
      let readers = Reader.all.filter { $0.kinds.contains(found.kind) }
      for (index, reader) in readers.enumerated() {
        var all = Facts()
        _ = Array(readers[..<index]).read(input, into: &all)
        var needed = Facts()
        _ = readers[..<index].filter { reader.needs.contains($0.id) }.read(input, into: &needed)
        let before = (all: all.total, needed: needed.total)
        _ = reader.read(input, &all)
        _ = reader.read(input, &needed)
        #expect(all.total - before.all == needed.total - before.needed, "\(reader.id) of \(file.path)")
      }
    }
  }
}
