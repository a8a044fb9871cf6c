import Criteria
import Defaults
import Diagnostics
import Testing

@testable import Assess

/// Keys of rows that expressions of criteria name.
@Suite struct RowAttributesTests {
  private func said(_ expression: String) -> [String] {
    var criterion = Criterion(
      id: "OWN-ONE", section: "S", text: "T", order: 1, location: Location(path: "c.yaml", line: 3))
    criterion.candidates = LocatedText(expression, at: Location(path: "c.yaml", line: 4))
    let set = CriteriaSet(
      model: "own", title: "Own", foundation: "Own", levels: [], revisions: [], criteria: [criterion],
      location: Location(path: "c.yaml", line: 1))
    return RowAttributes.diagnostics(of: set).map { "\($0.location?.line ?? 0): \($0.summary): \($0.help ?? "")" }
  }

  @Test func areErrorsWhereNoRowHasThem() {
    #expect(said("groups | selectattr('led') | map(attribute=\"nmae\") | list").count == 2)
    #expect(
      said("maintainers | map(attribute=\"organizaton\") | list") == [
        "4: `OWN-ONE` asks for `organizaton`, which no row of any collection has: did you mean `organization`?"
      ])
    #expect(said("groups | rejectattr(\"leads.0.nam\") | list").count == 1)
  }

  @Test func areSilentWhereOneHas() {
    #expect(said("groups | selectattr('leads.0.organization') | sort(attribute='name') | groupby('kind')") == [])
    for file in Defaults.files(under: "content/criteria") where file.path.hasSuffix(".yaml") {
      let set = CriteriaReader.read(SourceText(path: file.path, bytes: file.bytes))
      #expect(set.value.map(RowAttributes.diagnostics(of:)) == [], "\(file.path)")
    }
  }
}
