import Diagnostics
import StructuredData
import Testing

@testable import Intake

/// What checks and pages are told about people, employers and releases.
@Suite struct CommunityViewTests {
  private static let asOf = CalendarDate(daysSinceEpoch: 20_778)

  private func view(_ documents: [SourceDocument]) -> CommunityView {
    var community = Community(id: "demo", name: "Demo")
    community.documents = documents
    community.index = IndexBuilder(community).index()
    return CommunityView(community, asOf: Self.asOf)
  }

  private func document(_ path: String, _ kind: DocumentKind, _ fill: (inout Facts) -> Void) -> SourceDocument {
    var document = SourceDocument(source: SourceText(path: path, text: ""), kind: kind, reason: "a test")
    fill(&document.facts)
    return document
  }

  private func person(_ name: String, _ handle: String? = nil, _ organization: String? = nil, line: Int = 1) -> Person {
    Person(
      name: name, handle: handle, organization: organization, location: Location(path: "MAINTAINERS.md", line: line))
  }

  @Test func onlyCompaniesAreOrganizations() {
    let people = ["Acme", "Bolt", "Independent Contributor", "-", "ACME Inc.", "N/A", "", "No Affiliation"]
      .map { person("A", nil, $0) }
    let employers = Employers(people, names: OrganizationNames())
    #expect(employers.organizations.map(\.name) == ["Acme", "Bolt"])
    #expect(employers.organizations.map(\.people.count) == [2, 1])
    #expect(employers.independents.count == 2 && employers.unstated.count == 3)
  }

  @Test func oneNameWithAndWithoutAccentsIsOnePerson() {
    let lead = Group.Lead(
      name: "Jose Diaz", handle: "jdiaz", organization: nil, role: "chair",
      location: Location(path: "sigs.yaml", line: 4))
    let view = view([
      document("MAINTAINERS.md", .maintainers) { $0.people = [person("José Díaz", nil, "Acme")] },
      document("sigs.yaml", .groups) {
        $0.groups = [Group(kind: .sig, name: "SIG A", leads: [lead], location: lead.location)]
      },
    ])
    #expect(view.people.map(\.name) == ["José Díaz"])
    #expect(view.people.first?.handle == "jdiaz" && view.people.first?.organization == "Acme")
    #expect(view.people.first?.listings.map(\.role) == ["maintainer", "chair, SIG A"])
  }

  @Test func peopleOfTodayComeFirstThenByName() {
    let view = view([
      document("MAINTAINERS.md", .maintainers) {
        var former = person("Al")
        former.status = .emeritus
        $0.people = [former, person("Zoe"), person("Bea"), Person(name: "", location: former.location)]
      }
    ])
    #expect(view.people.map(\.name) == ["Bea", "Zoe", "Al"])
  }

  @Test func rowsAreTalliedByValueAndYear() {
    #expect(Tally.of(["b", "a", nil, "b", ""]).map { "\($0.name) \($0.count)" } == ["b 2", "not stated 2", "a 1"])
    #expect(Tally.years([2022, 2020]).map(\.count) == [1, 0, 1])
    #expect(Tally.years([1990, 2100]).isEmpty)
  }
}
