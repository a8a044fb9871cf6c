import Foundation
import TestSupport
import Testing

/// The criteria file and the workspace file of content/guide/criteria.md, as a reader pastes them.
@Suite struct OwnCriteriaTests {
  @Test func judgeOnceACommunityNamesThem() async throws {
    let blocks = try Documentation.blocks("yaml", in: "content/guide/criteria.md")
    let set = try #require(blocks.first { $0.hasPrefix("model: house") })
    let workspace = try #require(blocks.first { $0.hasPrefix("communities:") })
    try await withCommunity(["criteria/house.yaml": set]) { folder in
      let source = folder.appending(path: "in")
      let unnamed = try sitegen(["criteria", "check"], in: source)
      #expect(unnamed.status == 0, "\(unnamed.error)")
      #expect(
        unnamed.text.contains("house.yaml: no community is judged by house; name it in `models:`"), "\(unnamed.text)")
      try write(["sitegen.yaml": workspace], to: source)
      let named = try sitegen(["criteria", "check"], in: source)
      #expect(named.status == 0 && !named.text.contains("no community is judged"), "\(named.error)\(named.text)")
      #expect(named.text.contains("the check HOUSE-TWO/two holds for no community"), "\(named.text)")
      #expect(!named.text.contains("without `fails`"), "the set of the guide says when it fails")
      #expect(try sitegen(["report"], in: source).text.contains("HOUSE-TWO"))
      // A shipped check is nobody's own because its criterion has another word of advice.
      let advice = "extends: cncf-levels\ncriteria: [{id: ECO-LIST, fix: Add a row.}]\n"
      try write(["criteria/own.yaml": advice], to: source)
      let advised = try sitegen(["criteria", "check"], in: source)
      #expect(advised.status == 0 && !advised.text.contains("ECO-LIST"), "\(advised.error)\(advised.text)")
      let open = set.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("        fails:") }
      try write(["criteria/house.yaml": open.joined(separator: "\n")], to: source)
      #expect(try sitegen(["criteria", "check"], in: source).text.contains("; without `fails` a person decides"))
      // A key of other collections alone.
      let foreign = set.replacingOccurrences(
        of: "maintainers | length >= 2", with: "maintainers | selectattr('since', 'eq', 'x') | list")
      try write(["criteria/house.yaml": foreign], to: source)
      let absent = try sitegen(["criteria", "check"], in: source)
      #expect(absent.error.contains("an item has no `since`"), "\(absent.error)")
      #expect(absent.error.contains("help: `sitegen criteria collections NAME` lists the keys"), "\(absent.error)")
      let mistyped = set.replacingOccurrences(
        of: "maintainers | length >= 2", with: "maintainers | selectattr('nmae') | list")
      try write(["criteria/house.yaml": mistyped], to: source)
      let wrong = try sitegen(["criteria", "check"], in: source)
      #expect(wrong.status == 2 && wrong.error.contains("did you mean `name`?"), "\(wrong.error)")
      // Who looks up what there is has often mistyped it before.
      let keys = try sitegen(["criteria", "collections", "maintainers"], in: source)
      #expect(keys.status == 0 && keys.text.contains("maintainers[].organization"), "\(keys.error)")
      let kind = set.replacingOccurrences(
        of: "maintainers | length >= 2", with: "documents | of_kind('governance', 'meeting') | list")
      try write(["criteria/house.yaml": kind], to: source)
      let kinds = try sitegen(["criteria", "check"], in: source)
      #expect(kinds.status == 2 && kinds.error.contains("did you mean `meetings`?"), "\(kinds.error)")
      let invented = set.replacingOccurrences(
        of: "maintainers | length >= 2", with: "maintainers | selectattr('name', 'matches', 'A') | list")
      try write(["criteria/house.yaml": invented], to: source)
      let tests = try sitegen(["criteria", "check"], in: source)
      #expect(tests.error.contains("help: there are: ") && tests.error.contains(" defined, "), "\(tests.error)")
    }
  }
}
