import Foundation
import TestSupport
import Testing

/// The criteria file and the workspace file of docs/adding-a-criterion.md, as a reader pastes them.
@Suite struct OwnCriteriaTests {
  @Test func judgeOnceACommunityNamesThem() async throws {
    let blocks = try Documentation.blocks("yaml", in: "docs/adding-a-criterion.md")
    let set = try #require(blocks.first { $0.hasPrefix("model: own") })
    let workspace = try #require(blocks.first { $0.hasPrefix("communities:") })
    try await withCommunity(["criteria/own.yaml": set]) { folder in
      let source = folder.appending(path: "in")
      let unnamed = try sitegen(["criteria", "check"], in: source)
      #expect(unnamed.status == 0, "\(unnamed.error)")
      #expect(unnamed.text.contains("own.yaml: no community is judged by own; name it in `models:`"), "\(unnamed.text)")
      try write(["sitegen.yaml": workspace], to: source)
      let named = try sitegen(["criteria", "check"], in: source)
      #expect(named.status == 0 && !named.text.contains("no community is judged"), "\(named.error)\(named.text)")
      #expect(named.text.contains("the check OWN-TWO/two holds for no community"), "\(named.text)")
      #expect(try sitegen(["report"], in: source).text.contains("OWN-TWO"))
      let mistyped = set.replacingOccurrences(
        of: "maintainers | length >= 2", with: "maintainers | selectattr('nmae') | list")
      try write(["criteria/own.yaml": mistyped], to: source)
      let wrong = try sitegen(["criteria", "check"], in: source)
      #expect(wrong.status == 2 && wrong.error.contains("did you mean `name`?"), "\(wrong.error)")
    }
  }
}
