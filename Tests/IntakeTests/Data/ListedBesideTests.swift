import Diagnostics
import StructuredData
import Testing

@testable import Intake

/// Lists that stand beside the list of maintainers, and rows that are written otherwise than those around them.
@Suite struct ListedBesideTests {
  private func people(_ text: String, path: String = "MAINTAINERS.md") -> [String] {
    facts(text, kind: .maintainers, path: path).facts.people.map { person in
      let parts = [person.nameOrAccount, person.organization.map { "(\($0))" }, "\(person.status) \(person.role)"]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
  }

  private static func managers(_ heading: String, _ text: String) -> String {
    """
    # Maintainers

    ## Widget Committers

    | Maintainer | Email | Employer |
    |---|---|---|
    | [Ann Alpha](https://github.com/ann) | ann@x.example | Acme |
    | [Bob Beta](https://github.com/bob) | bob@x.example | Hooli |

    ## \(heading)

    \(text)

    | Name | GitHub ID | Responsibilities |
    |---|---|---|
    | Cid Gamma | [cid](https://github.com/cid) | Representative |
    """
  }

  @Test(arguments: [
    (managers("Community Managers", "They write the news."), "other community manager"),
    (managers("Helpers", "This group looks after events. No approval rights."), "other helpers"),
  ])
  func whoApprovesNothingIsNoMaintainer(_ text: String, _ role: String) {
    #expect(
      people(text) == ["Ann Alpha (Acme) active maintainer", "Bob Beta (Hooli) active maintainer", "Cid Gamma \(role)"])
  }

  @Test func aColumnOfMaintainersLiftsNobodyBesideAListOfThem() {
    let text = """
      # Maintainers

      ## Maintainers

      | Maintainer | Employer |
      |---|---|
      | [Ann Alpha](https://github.com/ann) | Acme |

      ## Committers

      | Maintainer | Employer |
      |---|---|
      | [Bob Beta](https://github.com/bob) | Hooli |
      """
    #expect(people(text) == ["Ann Alpha (Acme) active maintainer", "Bob Beta (Hooli) other committer"])
    let reviewers = text.replacing("## Maintainers", with: "## Widget").replacing("Committers", with: "Reviewers")
    #expect(people(reviewers).last == "Bob Beta (Hooli) other reviewer")
  }

  @Test func aBracketGluedToAnAccountIsNoEmployer() {
    let text = "# Maintainers\n\n- Ann Alpha (Acme) @ann(widget, catalog)\n- Bob Beta (Acme) @bob (widget)\n"
    #expect(people(text) == ["Ann Alpha (Acme) active maintainer", "Bob Beta (Acme) active maintainer"])
  }

  @Test func aFieldTooManyMakesNoEmployer() {
    let head = "# Maintainers\n#\n# Github ID, Name, Affiliation\n\nann, Ann Alpha, Acme, Inc.\n"
    let found = facts(
      head + "bob, Bob, Beta, Hooli\ncid, Cid Gamma, Acme,\n", kind: .maintainers, path: "MAINTAINERS"
    ).facts.people
    #expect(found.map(\.organization) == ["Acme, Inc.", nil, "Acme"])
    #expect(found.map(\.surplus) == [0, 1, 0])
    // Without a heading nothing says how many fields there are.
    let quoted = "# Maintainers\n\n```\n\"Ann Alpha\",@ann,ann@x.example,Acme,since 2020\n```\n"
    #expect(facts(quoted, kind: .maintainers, path: "MAINTAINERS.md").facts.people.map(\.surplus) == [0])
  }

  @Test func anAccountThatIsANameIsOnePerson() {
    var graph = IdentityGraph(organizations: OrganizationNames())
    func add(_ name: String, _ handle: String?) {
      graph.add(Person(name: name, handle: handle, location: Location(path: "MAINTAINERS.md", line: 1)))
    }
    add("", "AnnAlpha")
    add("Ann Alpha", nil)
    add("Bob Beta", nil)
    add("", "bob-beta")
    add("Cid", nil)
    add("", "cid")
    add("Dan Delta", "dan")
    add("", "DanDelta")
    #expect(graph.identities.map(\.name) == ["Ann Alpha", "Bob Beta", "Cid", "cid", "Dan Delta", "DanDelta"])
    #expect(graph.identities[0].handle == "AnnAlpha" && graph.identities[1].handle == "bob-beta")
  }
}

/// Adopters in rows and paragraphs that are written otherwise than those around them.
@Suite struct AdopterRowTests {
  private func adopters(_ text: String) -> [Adopter] {
    facts(text, kind: .adopters, path: "ADOPTERS.md").facts.adopters
  }

  @Test func aLinkWithoutItsAddressIsAName() {
    let text = """
      # Adopters

      | Organization | Contact | Use |
      |---|---|---|
      | [Acme](https://acme.example) | @ann | Runs it. |
      | [Blue Bank] | @bob | Runs it. |
      | [Your organization] | [your contact] | [what you use it for] |
      | [Organization] | | |
      """
    #expect(adopters(text).map(\.name) == ["Acme", "Blue Bank"])
  }

  @Test func usersWhoArePersonsAreNoAdopters() {
    func table(_ heading: String, _ site: String) -> String {
      "# Users\n\n| \(heading) | Use |\n|---|---|\n| [Ann Alpha](https://\(site)/ann) | Tests |\n| [Bob Beta](https://\(site)/bob) | Tests |\n"
    }
    #expect(adopters(table("User", "github.com")).isEmpty)
    #expect(adopters(table("Company", "github.com")).count == 2)
    #expect(adopters(table("User", "widget.example")).count == 2)
  }

  @Test func policiesOfAProductAreNoneOfTheCommunity() {
    func kind(_ path: String) -> DocumentKind? { document("# Policies\n\nRules for hosts.\n", path: path)?.kind }
    #expect(kind("docs/host_security_policy_specification.md") != .securityPolicy)
    #expect(kind("docs/security_policy_examples.md") != .securityPolicy)
    #expect(kind("docs/security_policy.md") == .securityPolicy)
  }

  @Test func whatStandsBelowABoldNameIsItsStory() {
    let text = """
      # Adopters

      ## Stories

      **[Acme](https://acme.example)**

      We use it for everything.

      And for more.

      **[Blue Bank](https://bank.example)**

      1. We use it for our vaults.

      **[Cog Works](https://cog.example)**

      ## More

      Add yourself here.
      """
    #expect(adopters(text).map(\.useCase) == ["We use it for everything.", "We use it for our vaults.", nil])
  }
}
