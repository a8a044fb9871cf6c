import Criteria
import Defaults
import Diagnostics
import Testing

@testable import Assess

/// Keys of rows that expressions of criteria name.
@Suite struct RowAttributesTests {
  private func set(_ expression: String) throws -> CriteriaSet {
    let yaml = """
      model: own
      title: Own
      foundation: Own
      revisions: [{date: 2026-01-01}]
      criteria:
      - {id: OWN-ONE, section: S, text: T, why: w, measured: m, fix: f, automation: human,
         requirement: [{from: 2026-01-01, is: required}],
         candidates: "\(expression)"}

      """
    let read = CriteriaReader.read(SourceText(path: "own.yaml", text: yaml))
    return try #require(read.value, "\(read.diagnostics)")
  }

  private func said(_ expression: String) throws -> [String] {
    let set = try set(expression)
    return RowAttributes.diagnostics(of: set).map { "\($0.location?.line ?? 0): \($0.summary): \($0.help ?? "")" }
  }

  @Test func areErrorsWhereNoRowHasThem() throws {
    #expect(try said("groups | selectattr('led') | map(attribute='nmae') | list").count == 2)
    #expect(
      try said("maintainers | map(attribute='organizaton') | list") == [
        "8: `OWN-ONE` asks for `organizaton`, which no row of any collection has: did you mean `organization`?"
      ])
    #expect(try said("groups | rejectattr('leads.0.nam') | list").count == 1)
  }

  @Test func areErrorsInWhatMakesAnExceptionToo() throws {
    let check = "- {id: c, needs: [groups], holds: groups, fails: not groups, unless: \"groups | selectattr('led')\"}"
    #expect(RowAttributes.diagnostics(of: try ownSet(checks: check)).map(\.rule) == ["criteria/unknown-attribute"])
  }

  @Test func areAskedForByWordsAndCollectionsOutsideOfQuotes() throws {
    let asked = AskedRows([try set("'no links, it''s said' if groups | selectattr('leads') else maintainers")])
    #expect(asked.collections.isSuperset(of: ["groups", "maintainers"]))
    #expect(asked.collections.isDisjoint(with: ["links", "leads"]))
    #expect(asked.keys?.contains("leads") == true)
    #expect(AskedRows([try set("groups | tojson")]).keys == nil)
  }

  @Test func areSilentWhereOneHas() throws {
    #expect(try said("groups | selectattr('leads.0.organization') | sort(attribute='name') | groupby('kind')") == [])
    for file in Defaults.files(under: "content/criteria") where file.path.hasSuffix(".yaml") {
      let set = CriteriaReader.read(SourceText(path: file.path, bytes: file.bytes))
      #expect(set.value.map(RowAttributes.diagnostics(of:)) == [], "\(file.path)")
    }
  }

  /// A run reads of the built-in sets only the expressions of those by which somebody is judged.
  @Test func builtInExpressionsHaveNoErrors() throws {
    let sets = Defaults.files(under: "content/criteria").compactMap {
      CriteriaReader.read(SourceText(path: "built-in/criteria/\($0.path)", bytes: $0.bytes)).value
    }
    let all = CheckLanguage.parsed(sets, asked: Set(sets.map(\.model)))
    #expect(all.diagnostics == [])
    #expect(CheckLanguage.parsed(sets, asked: ["topics"]).value.count < all.value.count)
  }
}
