import Testing

@testable import Intake

/// Every situation of the reference that a reader of due diligence meets, by its number: a text of our own and what must
/// be read from it. S11, S35 to S37, S41, S47 and S52 concern other readers, too; here stands their part of the text.
@Suite struct SituationTests {
  /// A situation with the items its text gives (criterion, state, depth, evidence) and further facts in words.
  struct Row: Sendable, CustomTestStringConvertible {
    let number: String
    let text: String
    let items: [String]
    var facts: [String] = []
    var testDescription: String { number }
  }

  private static let governance = "**Clear and discoverable project governance documentation.**"
  private static let lifecycle = "**Document a complete maintainer lifecycle process (including roles).**"

  @Test(arguments: rows)
  func readsTheSituation(row: Row) throws {
    let found = try facts(row.text)
    let items = found.items.map { item in
      "\(item.criterion?.rawValue ?? "-") \(item.state.rawValue) \(item.depth) \(item.evidence.rawValue)"
    }
    #expect(items == row.items)
    let said = Self.said(found)
    for fact in row.facts { #expect(said.contains(fact), "\(said)") }
  }

  /// Facts in words, for comparison.
  private static func said(_ facts: Facts) -> [String] {
    facts.items.map { "\($0.criterion?.rawValue ?? "-") links \($0.links.count)" }
      + facts.items.map { "\($0.criterion?.rawValue ?? "-") refers to \($0.issueReference ?? 0)" }
      + facts.items.map { "\($0.criterion?.rawValue ?? "-") by \($0.resolution)" }
      + facts.items.map { "\($0.criterion?.rawValue ?? "-") says \($0.evidenceText)" }
      + facts.items.filter(\.hasSectionNote).map { "\($0.criterion?.rawValue ?? "-") has a section note" }
      + facts.sections.map { "section \($0.heading): \($0.state.rawValue)" }
      + facts.unanswered.map { "unanswered \($0.line)" }
      + facts.statusItems.map { "\($0.marker.rawValue) \($0.text)" }
      + facts.placeholders.map { "placeholder \($0.line)" }
      + ["generation \(facts.generation ?? "-")", "lost links \(facts.lostLinks)", "subject \(facts.subject ?? "-")"]
  }

  private static let rows: [Row] = [
    Row(number: "S1", text: "- [x] \(governance)\n\nIn GOVERNANCE.md.\n", items: ["GOV-DOC checked 0 answered"]),
    Row(number: "S2", text: "- [X] \(governance)\n\nIn GOVERNANCE.md.\n", items: ["GOV-DOC checked 0 answered"]),
    Row(number: "S3", text: "- [] \(governance)\n", items: ["GOV-DOC unchecked 0 empty"]),
    Row(
      number: "S4", text: "[ ] I have read the moving level readiness triage guide and its rules.\n",
      items: ["APP-TRIAGE unchecked 0 empty"]),
    Row(number: "S5", text: "- [x]  \(governance)\n\nYes.\n", items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S6",
      text:
        "- [x] **Review and acknowledgement of expectations.**\n   - [x] Met during the application on 23-04-2024.\n",
      items: ["PROC-ACK checked 0 empty", "PROC-ACK.met checked 1 answered"]),
    Row(
      number: "S7",
      text: """
        - [ ] **Document the project's release process and guidelines, that defines:**
          - [x] Artifacts included in the release
          - A note on long-term support
        """,
      items: ["ENG-REL unchecked 0 answered", "ENG-REL.art checked 1 empty"]),
    Row(
      number: "S8",
      text: """
        ## Governance and Maintainers

        - [x] \(governance)

        Yes.

        - [x] #310
        """,
      items: ["GOV-DOC checked 0 answered", "- checked 0 empty"], facts: ["- refers to 310"]),
    Row(
      number: "S9", text: "- [x] \(governance)\n\nSee example/community#991 and [#58](https://example.org/58).\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 1"]),
    Row(
      number: "S10", text: "- [x] \(governance)\n\nFlush left.\n\nA second paragraph.\n- [x] \(lifecycle)\n",
      items: ["GOV-DOC checked 0 answered", "GOV-LIFE checked 0 empty"],
      facts: ["GOV-DOC says Flush left.\nA second paragraph."]),
    Row(
      number: "S11", text: "- [x] \(governance)\n\n  Indented.\n- [x] \(lifecycle)\n",
      items: ["GOV-DOC checked 0 answered", "GOV-LIFE checked 0 empty"]),
    Row(
      number: "S12", text: "- [x] \(governance)\n  - Done on 07-02-2024.\n  - Seen [here](https://example.org).\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 1"]),
    Row(number: "S13", text: "- [x] \(governance)\n- In a sibling.\n", items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S14", text: "- [x] \(governance) It stands in GOVERNANCE.md of the repository.\n",
      items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S14 without bold",
      text: "- [x] Complete a General Technical Review. It was merged last week, see below.\n",
      items: ["PROC-GTR checked 0 answered"], facts: ["PROC-GTR says It was merged last week, see below."]),
    Row(
      number: "S15",
      text: """
        - [ ] **Document the project's release process and guidelines, that defines:**
          - [x] Release expectations (scheduled or by features)
          - [ ] Tagging as stable, unstable, and security related releases

        1. Release expectations: every quarter
        2. Tagging: TODO
        """,
      items: ["ENG-REL unchecked 0 todo", "ENG-REL.exp checked 1 empty", "ENG-REL.tag unchecked 1 empty"]),
    Row(
      number: "S16",
      text: """
        ## Governance and Maintainers

        A review of the governance was made in May and answers this section.

        ### Required

        - [x] \(governance)
        """,
      items: ["GOV-DOC checked 0 empty"], facts: ["GOV-DOC has a section note"]),
    Row(
      number: "S17",
      text: "- [ ] **Due Diligence Review.**\n\nCompletion of this due diligence document satisfies the criteria.\n",
      items: ["PROC-DD unchecked 0 template_only"]),
    Row(
      number: "S18", text: "- [x] \(governance)\n\n<!-- (TOC Evaluation goes here) -->\nThe file is easy to find.\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC says The file is easy to find."]),
    Row(
      number: "S18 with something to do", text: "- [x] \(governance)\n\nTracked by <!-- TODO: add the link -->.\n",
      items: ["GOV-DOC checked 0 todo"]),
    Row(
      number: "S19", text: "- [x] \(governance)\n\n$PROJECT does it, MONTH YEAR.\n",
      items: ["GOV-DOC checked 0 placeholder"],
      facts: ["placeholder 3"]),
    Row(
      number: "S20", text: "- [x] \(governance)\n  - _If applicable_ A review was updated on DD-MMM-YYYY.\n",
      items: ["GOV-DOC checked 0 placeholder"]),
    Row(
      number: "S21", text: "# $PROJECT Incubation Application\n\n- [x] \(governance)\n\nYes.\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["placeholder 1"]),
    Row(
      number: "S22", text: "- [x] \(governance)\n\nTBD\n\n## Work\n\n- [DONE] Disk plug\n- [WIP] Start faster\n",
      items: ["GOV-DOC checked 0 todo"], facts: ["DONE Disk plug", "WIP Start faster"]),
    Row(
      number: "S22 in progress", text: "- [x] \(governance)\n\nIN-PROGRESS: with the next release\n",
      items: ["GOV-DOC checked 0 todo"]),
    Row(
      number: "S23", text: "## Governance\n\n[WIP Governance](https://example.org/pull/123)\n", items: [],
      facts: ["section Governance: wip", "WIP Governance"]),
    Row(
      number: "S24", text: "# Progress\n## Metrics\n## Audit\n\nDone.\n", items: [],
      facts: ["section Progress: container", "section Metrics: empty", "section Audit: answered"]),
    Row(
      number: "S25",
      text: "# Stage Review Proposal\n\n* Is it useful?\n\nYes.\n\n* Project is sound\n\n* Is there a code?\n\nYes.\n",
      items: [], facts: ["unanswered 7"]),
    Row(
      number: "S26", text: "# X\n\n* [Acme](https://example.org) ...\n", items: [], facts: ["section X: answered"]),
    Row(
      number: "S27", text: "- [x] \(governance)\n\nYes. See End Users below.\n", items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S28", text: "### * Have committers from at least two organizations.\n\nFive of them.\n",
      items: ["GOV-2ORG nobox 0 answered"], facts: ["generation G2"]),
    Row(
      number: "S29", text: "### **_Have committers from at least two organizations._**\n\nFive.\n",
      items: ["GOV-2ORG nobox 0 answered"]),
    Row(
      number: "S30", text: "## How can your project survive its founders?\n\nIt has many.\n", items: [],
      facts: ["section How can your project survive its founders?: answered"]),
    Row(
      number: "S31", text: "**Have committers from at least two organizations.**\n\nFive.\n",
      items: ["GOV-2ORG nobox 0 answered"]),
    Row(
      number: "S32", text: "### Suggested\nN/A\n\n### Required\n\n- [x] \(governance)\n",
      items: ["GOV-DOC checked 0 empty"],
      facts: ["section Suggested: answered"]),
    Row(
      number: "S33", text: "- [x] \(governance)\n<br>\n**Incubating:** Suggested | **Graduated:** Required\n\nIt is.\n",
      items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S34", text: "- [x] \(governance)\n\n| Chat | https://chat.example.org |\n|--|--|\n| Mail | list |\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 1"]),
    Row(
      number: "S35", text: "- [x] \(governance)\n\n| User| Acme |\n|--|--|--|\n| Vendor | Foo | | x | |\n",
      items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S37", text: "- [x] \(governance)\n\n<a href=\"https://example.org/g\">here</a>\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 1"]),
    Row(
      number: "S38", text: "- [x] \(governance)\n  > Every change is reviewed.\n", items: ["GOV-DOC checked 0 answered"]
    ),
    Row(
      number: "S39", text: "- [x] \(governance)\n\n97 \\- It is described\\.  \n",
      items: ["GOV-DOC checked 0 answered"],
      facts: ["GOV-DOC says 97 - It is described."]),
    Row(
      number: "S40",
      text:
        "Overview\n--------\n\n- [x] \(governance)\n\nIn [the file][g].[^1]\n\n[g]: https://example.org/g\n[^1]: A note.\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["section Overview: answered", "GOV-DOC links 1"]),
    Row(
      number: "S41", text: "---\ntitle: Example\n\n---\n- [x] \(governance)\n\nYes.\n",
      items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S42",
      text: "\u{FEFF}- [x]\u{A0}**Document the project\u{2019}s release process and guidelines.**\n\nYes.\n",
      items: ["ENG-REL checked 0 answered"]),
    Row(
      number: "S43", text: "- [x] \(governance)\n\nSeptember 15 \u{e2}\u{20ac}\u{201c} 16, 2021\n",
      items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S44",
      text: """
        Governance and Maintainers
          \u{2022} [x] Clear and discoverable project governance documentation.

        In the file.
          \u{2022} [ ] Document a complete maintainer lifecycle process
          \u{2022} [x] #310
        """,
      items: ["GOV-DOC checked 0 answered", "GOV-LIFE unchecked 0 empty", "- checked 0 empty"],
      facts: ["lost links true"]),
    Row(
      number: "S48",
      text: "- [x] \(governance)\n\n<details>\n<summary>More</summary>\n\n~~Old~~ It is in the file.\n\n</details>\n",
      items: ["GOV-DOC checked 0 answered"]),
    Row(
      number: "S49", text: "# Security\n\n## Security\n\n- [x] **Third Party Security Review.**\n\nMade in May.\n",
      items: ["SEC-3P checked 0 answered"]),
    Row(
      number: "S49 heading in an answer",
      text: """
        ## Governance and Maintainers

        - [x] \(governance)

        ## Files

        It stands in GOVERNANCE.md.

        - [x] \(lifecycle)

        ## Contributors and Community
        """,
      items: ["GOV-DOC checked 0 answered", "GOV-LIFE checked 0 empty"]),
    Row(
      number: "S50",
      text: "- [x] \(governance)\n\nIn `main](https://example.org/a.md)` of [it](https://example.org/b).\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 1"]),
    Row(
      number: "S51",
      text:
        "- [x] \(governance)\n\n(Ref)[https://example.org/x] and [two](https:example.org/y) and [three](example.org).\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 3"]),
    Row(
      number: "S52", text: "- [x] \(governance)\n\nAdopter3 is in [it](security-assesment/file.md).\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 1"]),
    Row(
      number: "S54", text: "- [x] \(governance)\n\nhttps://example.org/blob/206d5dd/SECURITY.md#report\n",
      items: ["GOV-DOC checked 0 answered"], facts: ["GOV-DOC links 1"]),
    Row(
      number: "S55",
      text: """
        - [x] **Third Party Security Review.**
          - [ ] Moderate and low findings from the Third Party Security Review are planned.
        - [x] **Enforcing Access Control Rules to secure the code base.**

        It is currently WIP.
        """,
      items: ["SEC-3P checked 0 empty", "SEC-3P.find unchecked 1 empty", "SEC-ACL checked 0 todo"]),
  ]

  /// S8: a bare reference is resolved when its gap in the form has one place only, else its candidates are named.
  @Test func resolvesReferencesByPosition() throws {
    let text = """
      # Example Graduation Application

      ## Ecosystem

      - [x] **Publicly documented list of adopters**
      - [x] #311
      - [x] **TOC verification of adopters.**
      """
    let found = try facts(text).items
    #expect(found.map { $0.criterion?.rawValue } == ["ECO-LIST", "ECO-3", "ECO-TOCV"])
    #expect(found[1].resolution == .position)
  }

  /// S45 and S46: furniture of saved pages is left out.
  @Test func leavesOutTheFurnitureOfSavedPages() throws {
    let text = """
      Skip to content
      Showing 1 changed file with 4 additions and 0 deletions.
      4 changes: 4 additions & 0 deletions 4 docs/dd.md
      @@ -0,0 +1,4 @@
      # Example Graduation Application

      - [x] **Clear and discoverable project governance documentation.**

      Yes.
      0 comments on commit d0ef43c
      """
    let found = try facts(text)
    #expect(found.items.map(\.location.line) == [7])
    #expect(found.items.first?.evidenceText == "Yes.")
  }
}
