import Diagnostics
import Testing

@testable import Intake

/// People of a list of maintainers, one a line: `status name @handle (organization) [role] domain`.
private func people(_ text: String, kind: DocumentKind = .maintainers, path: String = "MAINTAINERS.md") -> [String] {
  facts(text, kind: kind, path: path).facts.people.map { person in
    var words = [person.status.rawValue]
    if !person.name.isEmpty { words.append(person.name) }
    if let handle = person.handle { words.append("@" + handle) }
    if let organization = person.organization { words.append("(\(organization))") }
    if person.role != "maintainer" { words.append("[\(person.role)]") }
    if let domain = person.domain { words.append("- \(domain)") }
    return words.joined(separator: " ")
  }
}

/// Members of committees in bullets.
@Suite struct PeopleOfCommitteesTests {
  @Test func membersOfABoardHaveTheirOrganizationsInBrackets() {
    let text = """
      # Technical Oversight Board (TOB)

      ## Members

      * **Ada Example [Acme]** (term date: 1/29/2026 - 1/29/2028)
      * **Bo Ex (Hooli)** (term date: 1/29/2025 - 1/29/2027)

      """
    #expect(
      people(text, kind: .readme, path: "README.md") == [
        "active Ada Example (Acme) [member]", "active Bo Ex (Hooli) [member]",
      ])
    // What a project's other pages list with brackets is nobody's seat.
    let sponsors = text.replacing("Technical Oversight Board (TOB)", with: "Engine")
    #expect(people(sponsors, kind: .readme, path: "README.md") == [])
    let former = "# Emeritus Members\n\n* Cy Former [Acme] (term finished: 1/29/2020)\n"
    #expect(people(former, kind: .alumni, path: "EMERITUS.md") == ["emeritus Cy Former (Acme) [member]"])
  }

  @Test func aLastNameInFrontIsNoNameWithAnEmployer() {
    func list(_ names: String...) -> String {
      "# Maintainers\n\n" + names.map { "* \($0)](https://github.com/\($0.suffix(2)))\n" }.joined()
    }
    #expect(people(list("Lovelace, Ada [@ad", "Other, Bo [@bo")) == ["active Ada Lovelace @ad", "active Bo Other @bo"])
    #expect(people(list("Ada, Acme [@ad", "Bo, Acme [@bo")) == ["active Ada @ad (Acme)", "active Bo @bo (Acme)"])
  }
}

/// Headings that name people who are not the community's maintainers, or no longer in office.
@Suite struct PeopleApartTests {
  @Test(arguments: [
    ("Calendar Maintainers", "other Ann Alpha @ann [calendar maintainer]"),
    ("Current website maintainers", "other Ann Alpha @ann [website maintainer]"),
    ("Widget Maintainers", "active Ann Alpha @ann"), ("Website engine maintainers", "active Ann Alpha @ann"),
  ])
  func whoMaintainsAThingBesideTheProjectIsNoMaintainer(_ heading: String, _ first: String) {
    let text = """
      # Widget

      ## \(heading)

      - [@ann](https://github.com/ann) - **Ann Alpha**
      - [@bob](https://github.com/bob) - **Bob Beta**

      """
    #expect(people(text, kind: .readme, path: "README.md").first == first)
    // In a list of maintainers they are those of a part.
    #expect(people(text).first == "active Ann Alpha @ann")
  }

  @Test func membersBelowTheirProjectsAreRead() {
    let text = """
      # Cross Council

      ## Members

      ### Chair

      - Ann Beta ([@annb](https://github.com/annb), SAP)

      ### Voting Members

      #### Impact Project Representatives

      - **Widget**
        - Ann Beta ([@annb](https://github.com/annb), SAP)
        - Bob Gamma ([@bobg](https://github.com/bobg), IBM)
      - **Gadget**
        - Cid Delta ([@cidd](https://github.com/cidd), IBM)

      #### Elected by Regular Members

      - Dan Eps ([@dane](https://github.com/dane), IBM)

      ### Thanks

      - Ask Eve Zeta ([@evez](https://github.com/evez))

      """
    #expect(
      people(text, kind: .readme, path: "README.md") == [
        "active Ann Beta @annb (SAP) [member] - Widget", "active Bob Gamma @bobg (IBM) [member] - Widget",
        "active Cid Delta @cidd (IBM) [member] - Gadget", "active Dan Eps @dane (IBM) [member]",
      ])
    // What somebody leads is a role, not an employer.
    #expect(people("# Maintainers\n\n- Ann Beta (@annb), Project Leader\n").first?.contains("(") == false)
    let speakers = text.replacing("### Voting Members", with: "### Non-voting Members")
    #expect(people(speakers, kind: .readme, path: "README.md").allSatisfy { !$0.hasPrefix("active Ann") })
  }

  /// A charter lists who has the seats that it makes.
  @Test func aCharterListsItsCommittee() throws {
    let text = """
      # Charter

      ## 4. Technical Oversight Committee (TOC)

      | Name | Company |
      |---|---|
      | Ann Alpha | Acme |
      | Bob Beta | Globex |

      """
    let read = try #require(document(text, path: "charter.md"))
    #expect(read.kind == .charter)
    #expect(read.facts.people.map(\.name) == ["Ann Alpha", "Bob Beta"])
    #expect(read.facts.people.allSatisfy { $0.status == .active })
  }

  @Test func aSentenceCanListThem() {
    let host = "https://github.com/"
    let names = "[Ann Alpha](\(host)ann), [Bob Beta](\(host)bob) and [Cid Gamma](\(host)cid)"
    func readme(_ text: String) -> [String] { people("# Widget\n\n\(text)\n", kind: .readme, path: "README.md") }
    let all = ["active Ann Alpha @ann", "active Bob Beta @bob", "active Cid Gamma @cid"]
    #expect(readme("Widget's [Lead Maintainers](docs/lead.md) are \(names).") == all)
    #expect(readme("## Maintainers\n\n\(names).") == all)
    let former = all.map { $0.replacing("active", with: "emeritus") }
    #expect(readme("Former maintainers with many commits include \(names).") == former)
    #expect(readme("Thanks to \(names).").isEmpty)
    #expect(readme("## Maintainers\n\n\(names) stepped down.").isEmpty)
    #expect(readme("The authors of another library are \(names).").isEmpty)
  }

  @Test func seatsOfOrganizationsHaveMembers() {
    let text = """
      # Charter

      ## Steering Committee

      - Core maintainers [Member: Ann Alpha]
      - Acme [Member: Bob Beta; End Date: 12/30/2025]

      """
    let found = facts(text, kind: .governance, path: "GOVERNANCE.md").facts.people
    #expect(found.map(\.name) == ["Ann Alpha", "Bob Beta"])
    #expect(found.map(\.organization) == [nil, "Acme"])
    #expect(found.map { $0.termEnd?.description } == [nil, "2025-12-30"])
    let sponsors = text.replacing("Steering Committee", with: "Sponsors")
    #expect(people(sponsors, kind: .governance, path: "GOVERNANCE.md").isEmpty)
  }

  @Test func ofSeveralTermsTheNewestIsInOffice() {
    func list(_ terms: String...) -> String {
      "# The Widget Oversight Committee\n\n"
        + terms.enumerated().map { number, term in
          let names = ["Ann A", "Bo B"].map { "* [\($0)\(number)](https://github.com/\($0.prefix(2))\(number))\n" }
          return "\(term):\n\n\(names.joined())\n"
        }.joined()
    }
    func acting(_ text: String) -> [Substring] {
      people(text, kind: .governance, path: "README.md").map { $0.prefix { $0 != "@" } }
    }
    #expect(
      acting(list("2026 term", "2024-2025 term")) == [
        "active Ann A0 ", "active Bo B0 ", "emeritus Ann A1 ", "emeritus Bo B1 ",
      ])
    #expect(acting(list("Term of chairs", "Members")).allSatisfy { $0.hasPrefix("active") })
  }
}

@Suite struct PeopleTableTests {
  /// A table of parts is often older than the lists beside it.
  @Test func whomAListCallsFormerDoesNotActForAPart() {
    let parts = """
      # Maintainers

      | Area | Components | Maintainers | Reviewers |
      |---|---|---|---|
      | core | engine | @ada-ex, @cy-ex | @bo-ex |
      | docs | site | @bo-ex | @ada-ex |

      """
    let former = "\n## Emeritus\n\n- Cy Former (@cy-ex)\n"
    let list = "\n## Maintainers\n\n- Ada Example (@ada-ex)\n- Bo Example (@bo-ex)\n"
    #expect(people(parts + list + former).contains("emeritus @cy-ex - core"))
    // Where the table is the only list of those who act, nobody can tell which of the two is older.
    #expect(people(parts + former).contains("active @cy-ex - core"))
  }

  @Test func ofTermsTheOneThatIsCurrentCounts() {
    let text = """
      # Steering Committee members

      | Term | Members |
      |---|---|
      | **Current**<br>2026 – 2027 | [Ada Example](https://github.com/ada-ex) (Acme)<br>[Bo Ex](https://github.com/bo-ex) (Hooli) |
      | 2025 – 2026 | [Cy Former](https://github.com/cy-ex) (Acme)<br>[Bo Ex](https://github.com/bo-ex) (Hooli) |
      """
    let members = people(text, kind: .readme, path: "README.md").map { $0.split(separator: " ")[0] }
    #expect(members == ["active", "active", "emeritus", "emeritus"])
    let unmarked = text.replacing("**Current**<br>", with: "")
    #expect(!people(unmarked, kind: .readme, path: "README.md").contains { $0.hasPrefix("emeritus") })
  }

  @Test func leadsOfAListOfMaintainersAreMaintainers() {
    let text = """
      # Maintainers

      ## Leads

      - Ada Example (@ada-ex)
        project lead (founder)
      - Bo Ex (@bo-ex)

      ## Storage Maintainers

      - Cy Other (@cy-ex)
      """
    #expect(
      people(text)
        == [
          "active Ada Example @ada-ex [founder, lead, maintainer] - Leads",
          "active Bo Ex @bo-ex [lead, maintainer] - Leads", "active Cy Other @cy-ex - Storage Maintainers",
        ].map { $0.replacing(" - Leads", with: "").replacing(" - Storage Maintainers", with: "") })
  }

  @Test func signsWithoutWidthAndBracketsAreNoPartOfWhatIsSaid() {
    let text = """
      # Maintainers

      | Name | GitHub | Affiliation |
      |---|---|---|
      | Ada Example | @\u{200B}ada-ex | [Individual] |
      | Bo Example | @bo-ex | [Your company] |
      """
    #expect(people(text) == ["active Ada Example @ada-ex (Individual)", "active Bo Example @bo-ex"])
  }

  @Test func anotherNameInALinkToAPersonIsNoEmployer() {
    let text = """
      # Maintainers

      - [Ada Example (Countess) (@ada-ex)](https://github.com/ada-ex)
      - [Bo Example (@bo-ex)](https://github.com/bo-ex) (Acme)
      """
    #expect(people(text) == ["active Ada Example @ada-ex", "active Bo Example @bo-ex (Acme)"])
  }

  @Test func readsNameLinksEmployersAndResponsibilities() {
    let text = """
      ## Project Maintainers

      | Name | Employer | Responsibilities |
      |---|---|---|
      | [Ada Example](https://github.com/ada-ex) | Acme | Storage |
      | [@bo-b](https://www.github.com/bo-b/) | | ALL |

      ## Emeritus Maintainers

      | Name | Date of Retirement |
      |---|---|
      | [Cy Former](https://github.com/cyf) | 4 April, 2022 |
      """
    #expect(
      people(text) == ["active Ada Example @ada-ex (Acme) - Storage", "active @bo-b - ALL", "emeritus Cy Former @cyf"])
  }

  @Test func readsHandleColumnsMailLinksPaddingAndBreaks() {
    let text = """
      | Maintainer | GitHub ID | Project Roles | Affiliation | Email |
      | --- | --- | --- | --- | --- |
      | Ada Example\u{A0} | [Ada Example](https://github.com/ada-ex) | Lead - Core<br/>Reviewer | [Acme](https://acme.example) | <a@example.org> |
      | [Bo B](mailto:b@example.org) | @bo-b | Approver | - | b@example.org |
      """
    #expect(
      people(text) == [
        "active Ada Example @ada-ex (Acme) [lead - core, reviewer, maintainer]",
        "active Bo B @bo-b [approver, maintainer]",
      ])
  }

  @Test func takesAColumnOfHandlesForHandles() {
    let text = """
      | Maintainer | Company Affiliation |
      |---|---|
      | aliex | Acme |
      | BoB-2 | @acme |
      """
    #expect(people(text) == ["active @aliex (Acme)", "active @BoB-2 (acme)"])
  }

  @Test func leavesOutPlaceholdersAndTellsOtherBodiesApart() {
    let text = """
      # Maintainers

      | Name | GitHub |
      |---|---|
      | Ada Example | @ada-ex |
      | ? | [?](https://github.com/?) |
      | vacant seat | |

      ## SIG Docs

      | Owner | GitHub ID |
      |---|---|
      | Bo B | @bo-b |

      ## Triage squad

      | Name | GitHub |
      |---|---|
      | Di D | @did |

      ## Areas

      | Area | Lead |
      |---|---|
      | Core | Ada Example (ada-ex), Cy C (cyc) |
      | Docs | need-a-documentarian |
      """
    #expect(
      people(text)
        == [
          "active Ada Example @ada-ex", "other Bo B @bo-b [sig member]", "other Di D @did [triager]",
          "other Ada Example @ada-ex [areas] - Core", "other Cy C @cyc [areas] - Core",
        ].map { $0.replacing(" - Triage squad", with: "") })
  }

  @Test func readsRowsWithoutOuterPipesAndSeveralTables() {
    let text = """
      # Maintainers

      ## Engine

      Name | GitHub
      --- | ---
      Ada Example | [@ada-ex](https://github.com/ada-ex)

      ## Console

      Name | GitHub
      --- | ---
      Bo B | [@bo-b](https://github.com/bo-b)
      """
    let found = facts(text, kind: .maintainers, path: "MAINTAINERS.md").facts.people
    #expect(found.map(\.handle) == ["ada-ex", "bo-b"])
    #expect(found.map(\.location.line) == [7, 13])
  }

  @Test func keepsTurnedNamesAndNicknames() {
    let text = """
      | GitHub ID | Name | Company |
      |---|---|---|
      | [ada-ex](https://github.com/ada-ex) | Example, Ada | Acme |
      | [zz](https://github.com/zz) | Zoe (Zee) Sample | Initech |
      | @bill | William A Doe | Acme |
      """
    #expect(
      people(text) == [
        "active Example, Ada @ada-ex (Acme)", "active Zoe (Zee) Sample @zz (Initech)",
        "active William A Doe @bill (Acme)",
      ])
  }

  @Test func readsEachOfSeveralColumnsOfPeople() {
    let text = """
      # Maintainers

      ### Code owners and primary reviewers

      | Area | Parts | Maintainers | Reviewers |
      |---|---|---|---|
      | engine | api | @ada-ex, @bo-b | @cyc |
      """
    #expect(
      people(text) == [
        "active @ada-ex - engine", "active @bo-b - engine", "other @cyc [reviewer] - engine",
      ])
  }

  @Test func readsAColumnOfAnotherBodyBelowTheMaintainers() {
    let text = """
      ## Maintainers

      | Maintainer | GitHub ID | Affiliation |
      |---|---|---|
      | Ada Example | [ada-ex](https://github.com/ada-ex) | Acme |

      Releases may also be made by:

      | Releaser | GitHub ID | Affiliation |
      |---|---|---|
      | Will B | [bo-b](https://github.com/bo-b) | Acme |
      """
    #expect(people(text) == ["active Ada Example @ada-ex (Acme)", "other Will B @bo-b (Acme) [release manager]"])
  }

  @Test(arguments: [
    ("Voting members", "member"), ("Engine Policy Reporter maintainers", "maintainer"),
    ("Election committee", "committee member"), ("Contributing reviewers", "reviewer"),
    ("Former code owners", "code owner"),
  ])
  func readsTitlesThatOnlySoundLikeAProcess(_ title: String, _ role: String) { expectPeople(title, role) }

  @Test(arguments: [
    ("Core Team", "maintainer"), ("The code owner", "code owner"), ("Project leads", "lead"),
    ("Repository Maintainership", "maintainer"),
  ])
  func readsTitlesWithoutAWordOfRoles(_ title: String, _ role: String) { expectPeople(title, role) }

  private func expectPeople(_ title: String, _ role: String) {
    guard case .people(let standing) = Standing.reading(of: title) else {
      Issue.record("`\(title)` lists people")
      return
    }
    #expect(standing.role == role)
  }

  @Test(arguments: [
    "Maintainer responsibilities", "Responsibilities of maintainers", "Changes to maintainers", "Voting",
    "Requirements for members", "Adding a maintainer", "Security policy", "Policy for maintainers", "Election process",
  ])
  func takesTitlesOfAProcessForThat(_ title: String) { #expect(Standing.reading(of: title) == .process) }

  @Test func takesNoStateForADomain() {
    #expect(
      people("# Maintainers\n\n## Current\n\n| Name | GitHub |\n|---|---|\n| Ada Example | @ada-ex |\n")
        == ["active Ada Example @ada-ex"])
  }

  @Test func readsFillDownColumnsOfAnExport() {
    let text =
      ",Project,Maintainer Name,Company,Github Name,Link\r\nSandbox,Engine,Ada Example,\"Acme, Inc\",ada-ex,x\n"
      + ",,Bo B, ,bo-b,\r\n\r\nSandbox,Console, Cy C,_,cyc,\r\n"
    #expect(
      people(text, kind: .imported, path: "project-maintainers.csv") == [
        "active Ada Example @ada-ex (Acme, Inc) - Engine", "active Bo B @bo-b - Engine", "active Cy C @cyc - Console",
      ])
  }
}

@Suite struct PeopleListTests {
  @Test func whoStandsBelowATitleOfFormerPeopleIsOne() {
    let text = """
      # Maintainers

      - Ada Example (Acme)
      - Bo Example (Acme)

      ## Emeritus Maintainers

      The following individuals have served as maintainers and are recognised for their contributions:

      - Cyd Former (Initech)

      ### Docs maintainers

      - Di Former ([@did](https://github.com/did)) (historically [@ddd](https://github.com/ddd))
      """
    #expect(
      people(text) == [
        "active Ada Example (Acme)", "active Bo Example (Acme)", "emeritus Cyd Former (Initech)",
        "emeritus Di Former @did",
      ])
  }

  @Test func aTitleOfFormerAndActingPeopleMakesNobodyFormer() {
    let text = """
      # Maintainers and Emeritus

      ## Maintainers

      - Ada Example (Acme)

      ## Former maintainers

      Active again soon:

      - Bo Example (Acme)
      """
    #expect(people(text) == ["active Ada Example (Acme)", "emeritus Bo Example (Acme)"])
  }

  @Test func aSecondTitleIsAnotherList() {
    let text = """
      # Maintainers

      | Name | GitHub ID | Employer |
      |---|---|---|
      | Ada Example | [ada-ex](https://github.com/ada-ex) | Acme |

      # Community Managers

      | Name | GitHub ID | Employer |
      |---|---|---|
      | Bo Example | [bo-ex](https://github.com/bo-ex) | Acme |
      """
    #expect(
      people(text) == ["active Ada Example @ada-ex (Acme)", "other Bo Example @bo-ex (Acme) [community manager]"])
  }

  @Test func whatStandsBelowOneRoleIsNobody() {
    let roles = "# Guide for maintainers\n\n## Roles\n\n* Contributor\n* Core Maintainer\n  * Pull Request Assignee\n"
    #expect(people(roles) == [])
    #expect(people("# Team\n\n* Core maintainers:\n  * Ada Example\n  * Bo Example\n").count == 2)
  }

  @Test func aDayIsNobodysAccount() {
    #expect(people("# Maintainers\n\n(As of May, 22nd, 2023)\n") == [])
  }

  @Test func columnsAboutDomainsAreThat() {
    let text = """
      | Name | GitHub Handle | Domains of reponsibility | Affiliation |
      |---|---|---|---|
      | Ada Example | [@ada-ex](https://github.com/ada-ex) | Core | Acme |
      """
    #expect(people(text) == ["active Ada Example @ada-ex (Acme) - Core"])
  }

  @Test(arguments: [
    ("Ada Example (Acme) [@ada-ex](https://github.com/ada-ex)", "active Ada Example @ada-ex (Acme)"),
    (
      "Ada Example (Acme) [@ada-ex](https://github.com/ada-ex) (non voting)",
      "active Ada Example @ada-ex (Acme) [non voting, maintainer]"
    ),
    ("Ada Example <a@example.org> ([ada-ex](https://github.com/ada-ex))", "active Ada Example @ada-ex"),
    ("[Ada Example](https://github.com/ada-ex), [Acme](https://acme.example)", "active Ada Example @ada-ex (Acme)"),
    ("[Ada Example](https://github.com/ada-ex) (chair)", "active Ada Example @ada-ex [chair, maintainer]"),
    (
      "Ada Example ([@ada-ex](https://github.com/ada-ex)), [Acme](https://github.com/acme).",
      "active Ada Example @ada-ex (Acme)"
    ),
    ("Ada Example, [ada-ex](https://github.com/ada-ex)", "active Ada Example @ada-ex"),
    (
      "Ada Example <a@example.org> @ada-ex: Web design,\n  site generator.",
      "active Ada Example @ada-ex - Web design, site generator"
    ),
    ("[ada-ex](https://github.com/ada-ex), Acme, Inc.", "active @ada-ex (Acme, Inc.)"),
    ("[bo95](https://github.com/bo95) - **Ada Example** <<a@example.org>> (he/him)", "active Ada Example @bo95"),
    ("[bo95](https://github.com/bo95) - Ada Example (she/they)", "active Ada Example @bo95"),
    (
      "[bo95](https://github.com/bo95) - **Zoe du Sample** - [Support me](https://github.com/sponsors/bo95)",
      "active Zoe du Sample @bo95"
    ),
    ("[bo95](https://github.com/bo95) - Ada Example, Acme", "active Ada Example @bo95 (Acme)"),
    ("[bo95](https://github.com/bo95) - Acme Group", "active @bo95 (Acme Group)"),
    ("@ada-ex - Ada Example", "active Ada Example @ada-ex"), ("@bo95 - Initech Works", "active @bo95 (Initech Works)"),
    ("Ada Example@Acme ([@ada-ex](https://github.com/ada-ex))", "active Ada Example @ada-ex (Acme)"),
    ("Ada Example [@right](https://github.com/wrong)", "active Ada Example @right"),
    ("Ada Example [@ada-ex](https://github.com/@ada-ex)", "active Ada Example @ada-ex"),
    ("Ada Example ([nick](https://github.com/ada-ex)) a@example.org", "active Ada Example @ada-ex"),
    ("Ada Example [a@example.org](a@example.org) [@ada-ex](https://github.com/ada-ex)", "active Ada Example @ada-ex"),
    ("Ada Example (Acme) @ada-ex", "active Ada Example @ada-ex (Acme)"),
    ("Ada Example (**[@ada-ex](https://github.com/ada-ex)**, US Eastern)", "active Ada Example @ada-ex"),
    ("Ada Example (**[@ada-ex](https://github.com/ada-ex)**, Indian Standard Time)", "active Ada Example @ada-ex"),
    ("Ada Example ([@ada-ex](https://github.com/ada-ex), Pacific Labs)", "active Ada Example @ada-ex (Pacific Labs)"),
  ])
  func readsOrdersOfABullet(_ bullet: String, _ expected: String) {
    #expect(people("# Maintainers\n\n* \(bullet)\n") == [expected])
  }

  @Test func readsWhatSomebodyLooksAfterInTheBulletBelow() {
    let text = """
      # Senior maintainers

      * Ada Example ([ada-ex](https://github.com/ada-ex)) (a@example.org)
        * Listeners, TLS, and the proxy's
          connection pools.
      * Bo B ([bo-b](https://github.com/bo-b))
        * Docs
        * Tests
      """
    #expect(
      people(text) == [
        "active Ada Example @ada-ex - Listeners, TLS, and the proxy's connection pools", "active Bo B @bo-b",
      ])
  }

  @Test func readsAccountsByWhatTheyLookAfter() {
    let text = "Ask the main maintainer.\n\n* `storage`\n  * `remote`: @ada-ex, @bo-b\n* `Makefile` and build: @cyc\n"
    #expect(
      people(text) == ["active @ada-ex - remote", "active @bo-b - remote", "active @cyc - Makefile and build"])
  }

  @Test func passesOverStepsRulesAndPointers() {
    let text = """
      # Maintainers

      * [Working Group Leads](./ROLES.md#leads)
      * [Engine owners](https://github.com/acme/engine/blob/main/OWNERS)

      <!--
      # Maintainers
      * Fake Person (@fake)
      -->

      ## Maintainer Onboarding

      * **GitHub:** Add the new maintainer to the `@acme/maintainers` team.
      * Tell Ada Example (@ada-ex).
      """
    #expect(people(text) == [])
  }

  @Test func takesNamesAloneBelowATitleForThem() {
    let text =
      "Ada Example, Acme <a@example.org> (github: @ada-ex, slack: Ada E)\n\nRetired maintainers:\n\n- Bo Former\n- Cy Gone\n"
    #expect(
      people(text, path: "MAINTAINERS") == [
        "active Ada Example @ada-ex (Acme)", "emeritus Bo Former", "emeritus Cy Gone",
      ])
  }

  @Test func callsCommittersMaintainersWhereNobodyElseIs() {
    let list = "## Committers\n\n* [Ada Example] (Acme)\n\n[Ada Example]: https://github.com/ada-ex\n"
    #expect(people("# Maintainers\n\n" + list) == ["active Ada Example @ada-ex (Acme) [committer]"])
    #expect(
      people("## Maintainers\n\n* Bo B @bo-b\n\n" + list)
        == ["active Bo B @bo-b", "other Ada Example @ada-ex (Acme) [committer]"])
  }

  @Test func readsAListOfCommittersAlone() {
    let text = "# Committers\n\n| Name | Email |\n|---|---|\n| Ada Example | |\n| Bo B | |\n"
    #expect(people(text, path: "COMMITTERS.md") == ["active Ada Example [committer]", "active Bo B [committer]"])
    #expect(people(text, path: "REVIEWERS.md").allSatisfy { !$0.hasPrefix("active") })
  }

  @Test func takesLowerRungsForNoMaintainersWhereOthersAre() {
    func table(_ roles: [String]) -> String {
      "# Maintainers\n\n| Name | GitHub | Contribution level |\n|---|---|---|\n"
        + zip(["Ada", "Bo", "Cy", "Di"], roles).map { "| \($0) Example | @\($0.lowercased()) | \($1) |\n" }.joined()
    }
    #expect(
      people(table(["Owner", "Maintainer", "Member", "Reviewer"])) == [
        "active Ada Example @ada [owner, maintainer]", "active Bo Example @bo", "other Cy Example @cy [member]",
        "other Di Example @di [reviewer]",
      ])
    #expect(
      people(table(["Maintainer", "Core Contributor", "Community Manager", "Core Maintainer"])).map { $0.prefix(6) }
        == ["active", "other ", "other ", "active"])
    // Where nobody is called a maintainer, the word says nothing.
    #expect(people(table(["Member", "Member"])).allSatisfy { $0.hasPrefix("active") })
  }

  @Test func takesNobodyForAMaintainerWhoAttendedAMeetingOfThem() {
    let text = "# Maintainer Meeting\n\n## Attendees\n\n- [Ada Example](https://github.com/ada-ex) (Acme)\n"
    #expect(people(text, kind: .readme, path: "README.md").isEmpty)
  }

  @Test func readsAHeadingForEachMemberOfABody() {
    let text = """
      # Engine Steering Committee

      ## Ada Example

      Affiliation: Acme

      GitHub: @ada-ex

      ## Bo B

      GitHub: @bo-b

      ## How to reach us

      Write to the list.
      """
    let members = [
      "active Ada Example @ada-ex (Acme) [steering committee member]", "active Bo B @bo-b [steering committee member]",
    ]
    #expect(people(text, kind: .governance, path: "STEERING-COMMITTEE.md") == members)
    #expect(people(text.replacing("Steering Committee", with: "Guide"), kind: .governance, path: "GUIDE.md").isEmpty)
  }

  @Test func readsAHeadingForEachFormerMaintainer() {
    let text = "# Emeritus Maintainers\n\n## Ada Example [@ada-ex](https://github.com/ada-ex)\n\nThanks!\n"
    #expect(people(text, kind: .alumni, path: "EMERITUS.md") == ["emeritus Ada Example @ada-ex"])
  }

  @Test func readsOnlyNamedBodiesInOtherPages() {
    let text = """
      # Engine

      Thanks to [@cyc](https://github.com/cyc).

      ## Contributing

      - Ada Example ([@ada-ex](https://github.com/ada-ex))
      - Bo B ([@bo-b](https://github.com/bo-b))

      ## Governance

      The current Architecture Committee members are:

      - Ada Example ([@ada-ex](https://github.com/ada-ex)), [Acme](https://acme.example).
      - Bo B ([@bo-b](https://github.com/bo-b)), [Initech](https://initech.example).
      """
    #expect(
      people(text, kind: .readme, path: "README.md") == [
        "active Ada Example @ada-ex (Acme) [committee member]", "active Bo B @bo-b (Initech) [committee member]",
      ])
  }
}

@Suite struct PeopleLinesTests {
  @Test func readsQuotedValuesBelowCommentHeadings() {
    let text = """
      # engine maintainers
      #
      # COMMITTERS
      # GitHub ID, Name, Email address,GPG fingerprint
      "ada-ex","Ada Example","a@example.org","0A4B 1C,910C 7C"
      #
      # REVIEWERS
      # GitHub ID, Name, Email address, GPG fingerprint
      "bo-b","Bo B","b@example.org",""
      """
    #expect(
      people(text, path: "MAINTAINERS") == [
        "active Ada Example @ada-ex [committer]", "other Bo B @bo-b [reviewer]",
      ])
  }

  @Test func readsAHeadingLineAndPutsValuesUnderTheirColumns() {
    let text = """
      ```csv
      Name, GitHub, Organization
      "Ada Example", @ada-ex, Acme, Inc.
      "Bo B",b@example.org
      ```
      """
    #expect(people("# Maintainers\n\n" + text) == ["active Ada Example @ada-ex (Acme, Inc.)", "active Bo B"])
    #expect(
      people(
        "The list:\n\nName, <Email>, @GitHubHandle, Type\nAda Example, <a@example.org>, @ada-ex, Dev\n",
        path: "MAINTAINERS")
        == ["active Ada Example @ada-ex [dev, maintainer]"])
  }

  @Test func readsAPersonALine() {
    let text = "Ada Example, Acme Corp <a@example.org> (@ada-ex)\nBo B, Initech <b@example.org> (@bo-b)"
    #expect(
      people(text, path: "MAINTAINERS") == ["active Ada Example @ada-ex (Acme Corp)", "active Bo B @bo-b (Initech)"])
    #expect(
      people(text, kind: .alumni, path: "EMERITUS") == [
        "emeritus Ada Example @ada-ex (Acme Corp)", "emeritus Bo B @bo-b (Initech)",
      ])
  }

  @Test func takesProseForProse() {
    #expect(
      people("Reach the maintainers by mail to m@example.org or ask @ada-ex in the chat.\n", path: "MAINTAINERS") == [])
  }
}

@Suite struct PeopleRecordTests {
  @Test func readsAParagraphOfLabelledLinesForEachPerson() {
    let text = """
      # MAINTAINERS

      ## @acme/engine-maintainers

      Name: Ada Example  \u{20}
      GitHub: @ada-ex  \u{20}
      Organization: Acme

      Name: Bo B
      GitHub: [bo-b](https://github.com/bo-b)

      ## Emeritus Maintainers

      They have moved on: thanks!

      Name: Cy Former
      GitHub: https://github.com/cyf
      """
    #expect(
      people(text) == [
        "active Ada Example @ada-ex (Acme) - @acme/engine-maintainers".replacing(
          " - @acme/engine-maintainers", with: ""),
        "active Bo B @bo-b", "emeritus Cy Former @cyf",
      ])
  }

  @Test func readsNamesWithLabelledLinesBelow() {
    let text = """
      The project is run by Ada Example.

      Lead:

        Ada Example
          Email: a@example.org
          GitHub username: @ada-ex
          PGP fingerprint: E9C0 59EC

      Maintainers:
        Bo B
          Email: b@example.org
          GitHub username: @bo-b

        Cy C
          Email: c@example.org
          GitHub username: @cyc

      Former maintainers:
        Di D
          GitHub username: @did
      """
    #expect(
      people(text, path: "MAINTAINERS.txt").map { $0.replacing(" [lead]", with: "") } == [
        "active Ada Example @ada-ex", "active Bo B @bo-b", "active Cy C @cyc", "emeritus Di D @did",
      ])
  }

  @Test func readsBulletsAndHeadingsWithLabelledBulletsBelow() {
    let list =
      "# Maintainers\n\n- **Ada Example**\n  - GitHub: @ada-ex\n  - Company: Acme\n- Name: Bo B\n  GitHub: bo-b\n"
    #expect(people(list) == ["active Ada Example @ada-ex (Acme)", "active Bo B @bo-b"])
    let headed = """
      # Maintainers

      ### Ada Example

      - GitHub: [@ada-ex](https://github.com/ada-ex)
      - Affiliation: Acme

      ## Emeritus

      ### Bo B

      - GitHub: bo-b
      """
    #expect(people(headed) == ["active Ada Example @ada-ex (Acme)", "emeritus Bo B @bo-b"])
  }

  @Test func takesLabelsOfOtherThingsForNone() {
    #expect(people("# Maintainers\n\nName: the file of that name\nSee: the guide\n") == [])
    #expect(people("# Maintainers\n\n- Slack: #engine\n- Mailing list: dev@example.org\n") == [])
  }
}

@Suite struct PeopleDataTests {
  @Test func readsOneKeyMapsAndListsOfNames() {
    let text = """
      emeriti:
      - Bo Former
      - Sunny
      - Cy Gone
      maintainers:
      - ada-ex:
          name: Ada Example
          affiliation: Acme
      - name: Di D
        github: did
        company: Initech
      """
    #expect(
      people(text, path: "rolodex.yaml") == [
        "emeritus Bo Former", "emeritus Sunny", "emeritus Cy Gone", "active Ada Example @ada-ex (Acme)",
        "active Di D @did (Initech)",
      ])
  }

  @Test func readsMapsByRepositoryWithNulls() {
    let text = "engine:\n- ada-ex\nconsole:\n# Plus engine maintainers\ndocs:\n- bo-b\n"
    #expect(people(text, path: "maintainers.yaml") == ["active @ada-ex - engine", "active @bo-b - docs"])
  }

  @Test func readsAlumni() {
    #expect(people("alumni:\n  - github: ada-ex\n", kind: .alumni, path: "alumni.yaml") == ["emeritus @ada-ex"])
  }
}
