import Criteria
import Defaults
import Diagnostics
import Testing

@testable import Assess

/// Keys of rows that expressions of criteria name.
@Suite struct RowAttributesTests {
  private func said(_ expression: String) throws -> [String] {
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
    let set = try #require(read.value, "\(read.diagnostics)")
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

  @Test func areSilentWhereOneHas() throws {
    #expect(try said("groups | selectattr('leads.0.organization') | sort(attribute='name') | groupby('kind')") == [])
    for file in Defaults.files(under: "content/criteria") where file.path.hasSuffix(".yaml") {
      let set = CriteriaReader.read(SourceText(path: file.path, bytes: file.bytes))
      #expect(set.value.map(RowAttributes.diagnostics(of:)) == [], "\(file.path)")
    }
  }
}
