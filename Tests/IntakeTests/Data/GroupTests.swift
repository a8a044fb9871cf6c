import Diagnostics
import Testing

@testable import Intake

private func groups(_ text: String, path: String = "sigs.yaml") -> [Group] {
  facts(text, kind: .groups, path: path).facts.groups
}

@Suite struct GroupTests {
  @Test func readsTheSigsFamily() throws {
    let found = groups(
      """
      sigs:
        - name: Storage
          dir: sig-storage
          leadership:
            chairs:
              - {github: ada-ex, name: Ada Example, company: Acme}
            tech_leads: []
            emeritus_leads:
              - {github: cyc, name: Cy C}
          meetings:
            - description: Weekly
              day: Monday
              time: "09:00"
              tz: UTC
              frequency: weekly
              archive_url: https://notes.example
          contact: {slack: sig-storage, mailing_list: https://list.example}
          subprojects:
            - name: engine
              owners: [https://acme.example/OWNERS]
              leads: [{github: bo-b, name: Bo B}]
      workinggroups: []
      committees:
        - name: Steering
      """)
    #expect(found.map(\.kind) == [.sig, .committee])
    let storage = try #require(found.first)
    #expect(
      storage.leads.map { "\($0.role) \($0.handle ?? "") \($0.organization ?? "-")" } == [
        "chair ada-ex Acme", "emeritus cyc -",
      ])
    #expect(storage.meetings.map(\.time) == ["09:00"])
    #expect(storage.meetings.first?.location.line == 11)
    #expect(storage.contact == Group.Contact(slack: "sig-storage", mailingList: "https://list.example"))
    #expect(storage.subprojects.first?.leads.map(\.handle) == ["bo-b"])
    #expect(storage.location.line == 2)
  }

  @Test func readsTagsWithNullsAndSubprojects() {
    let found = groups(
      """
      tags:
        - dir: tag-infra
          name: TAG Infra
          leadership:
            chairs:
              - {github: ada-ex, name: Ada Example, company: }
          tag_subprojects:
            - name: Green
              leadership:
                subproject_leads: [{github: , name: Bo B}]
      toc_subprojects:
        - name: Mentoring
      """, path: "tags.yaml")
    #expect(found.map(\.kind) == [.tag, .subproject])
    #expect(found.first?.subprojects.first?.leads.map(\.name) == ["Bo B"])
    #expect(found.first?.leads.first?.organization == nil)
  }

  @Test func readsWorkStreams() throws {
    let found = groups(
      """
      - id: sampling
        kind: sig
        name: 'Specification: Sampling'
        people:
        - gcLiaison: tbd
        - tcSponsor: {username: ada-ex, level: guiding}
        resources:
        - meeting: {schedule: Tuesday at 08:00 PT}
        - slack: {name: '#sampling', id: C01}
      """, path: "workstreams.yml")
    let stream = try #require(found.first)
    #expect(stream.leads.map { "\($0.role) \($0.handle ?? "")" } == ["tc sponsor ada-ex"])
    #expect(stream.meetings.map(\.time) == ["Tuesday at 08:00 PT"])
    #expect(stream.contact?.slack == "#sampling")
  }

  @Test func readsMapsByName() {
    let found = groups(
      "groups:\n  Data Plane:\n    scope: packets\n    chairs: [ada-ex]\n  \"1.10\":\n    status: done\n",
      path: "working-groups.yaml")
    #expect(found.map(\.name) == ["Data Plane", "1.10"])
    #expect(
      groups("Data Plane:\n  scope: packets\n  chairs:\n  - ada-ex\n", path: "wgs.yaml").first?.leads.map(\.handle) == [
        "ada-ex"
      ])
  }

  @Test func readsNestedTeamsOfAnOrganization() {
    let (found, _) = facts(
      """
      orgs:
        acme:
          admins: [ada-ex]
          members: [bo-b]
          teams:
            Docs Writers:
              members: []
              teams:
                Docs Leads: {members: [bo-b], maintainers: [ada-ex]}
      """, kind: .groups, path: "org.yaml")
    #expect(found.groups.map(\.name) == ["Docs Writers", "Docs Leads"])
    #expect(found.people.map { "\($0.handle ?? "") \($0.role)" } == ["ada-ex administrator", "bo-b member"])
  }

  @Test func readsTeamsWorkGroupsAndMaintainerGroups() {
    #expect(groups("teams:\n  - name: docs\n    members: [\"ada-ex\"]\n").map(\.leads.count) == [1])
    #expect(
      groups("repos: [a]\nadmins: []\nmaintainers: [ada-ex]\nemeritus: [cyc]\n", path: "config/sdk-x/workgroup.yaml")
        .map {
          "\($0.name) \($0.leads.map(\.role))"
        } == ["sdk-x [\"maintainer\", \"emeritus\"]"])
    #expect(
      groups("maintainerGroups:\n- name: Charts\n  owners: [ada-ex]\n  mailingList: c@example.org\n").map {
        "\($0.name) \($0.contact?.mailingList ?? "")"
      } == ["Charts c@example.org"])
  }

  @Test func saysWhatItDoesNotKnow() {
    #expect(!facts("colors: [red]\n", kind: .groups, path: "x.yaml").facts.unread.isEmpty)
  }
}

@Suite struct GroupPageTests {
  private func read(_ text: String, path: String) -> [Group] { facts(text, kind: .groups, path: path).facts.groups }

  @Test func readsARowForEachGroup() throws {
    let found = read(
      """
      ### Special Interest Groups

      | Name | Label | Chairs | Contact | Meetings |
      |------|-------|--------|---------|----------|
      |[Storage](sig-storage/README.md)|storage|* [Ada Example](https://github.com/ada-ex), Acme<br>* [Bo B](https://github.com/bo-b), Initech<br>|* [Slack](https://chat.example)<br>* [Mailing List](https://list.example)|* Weekly: [Mondays](https://zoom.example)<br>

      ### Working Groups

      | Name | Organizers |
      |------|------------|
      |Batch |<ol><li>[Cy C](https://github.com/cyc), Acme</li></ol> |
      """, path: "sig-list.md")
    #expect(found.map { "\($0.kind.rawValue) \($0.name)" } == ["sig Storage", "wg Batch"])
    let storage = try #require(found.first)
    #expect(
      storage.leads.map { "\($0.role) \($0.handle ?? "") \($0.organization ?? "")" } == [
        "chair ada-ex Acme", "chair bo-b Initech",
      ])
    #expect(storage.contact == Group.Contact(slack: "https://chat.example", mailingList: "https://list.example"))
    #expect(storage.meetings.map(\.url) == ["https://zoom.example"])
    #expect(storage.dir == "sig-storage")
    #expect(found.last?.leads.map(\.handle) == ["cyc"])
  }

  @Test func readsAHeadingForEachGroup() throws {
    let found = read(
      """
      # Working Groups

      - [Serving](#serving)

      ## Serving

      Covers serving.

      | Artifact | Link |
      |---|---|
      | Charter | [Charter](./CHARTER.md) |
      | Slack Channel | [#serving](https://chat.example) |

      | &nbsp; | Leads | Company | Profile |
      |---|---|---|---|
      | <img src="a.png"> | Ada Example | Acme | [ada-ex](https://github.com/ada-ex) |

      ## Logs

      - **Meeting time:** Tuesday at 10:00 PT
      - **Technical Committee sponsors:** [Bo B](https://github.com/bo-b) (guiding), [Cy C](https://github.com/cyc)

      # Emeritus Working Groups

      ## Build

      - **Meeting time:** never
      """, path: "WORKING-GROUPS.md")
    #expect(found.map(\.name) == ["Serving", "Logs"])
    #expect(
      found.first?.leads.map { "\($0.role) \($0.name) \($0.handle ?? "") \($0.organization ?? "")" } == [
        "lead Ada Example ada-ex Acme"
      ])
    #expect(found.first?.contact?.slack == "#serving")
    #expect(found.last?.meetings.map(\.time) == ["Tuesday at 10:00 PT"])
    #expect(found.last?.leads.map(\.handle) == ["bo-b", "cyc"])
  }
}

@Suite struct GroupMeetingPageTests {
  private func read(_ text: String) -> [Group] {
    facts(text, kind: .groups, path: "working-groups.md").facts.groups
  }

  @Test func gathersWhatStandsBelowAGroup() throws {
    let found = read(
      """
      # Working groups

      ## General

      | Artifact | Link |
      |---|---|
      | Slack Channel | [#general](https://chat.example) |

      ### Europe

      | Artifact | Link |
      |---|---|
      | Meeting Notes | [Notes](https://notes.example) |
      | Community Meeting VC | [https://vc.example](https://vc.example) |
      | Community Meeting Calendar | Wednesdays 9:00am-10:00am PST <br>[Calendar](https://cal.example) |

      | &nbsp; | Facilitators | Company | Profile |
      |---|---|---|---|
      | <img src="a.png"> | Ada Example | Acme | [ada-ex](https://github.com/ada-ex) |

      ## Console

      | Artifact | Link |
      |---|---|
      | Slack Channel | [#console](https://chat.example/2) |
      """)
    #expect(found.map(\.name) == ["General", "Console"])
    let general = try #require(found.first)
    #expect(general.leads.map { "\($0.role) \($0.handle ?? "")" } == ["lead ada-ex"])
    #expect(
      general.meetings.map { "\($0.time ?? "") \($0.url ?? "-") \($0.archiveURL ?? "-")" } == [
        "Wednesdays 9:00am-10:00am PST https://vc.example https://notes.example"
      ])
  }

  @Test func addsLeadsThatATableNamesByGroup() {
    let found = read(
      """
      | Group | Slack Channel | Meeting Link |
      |---|---|---|
      | Networking | [#net](https://chat.example) | [Meet](https://vc.example) |
      | Security | [#sec](https://chat.example/2) | |

      ## Working group leads

      | &nbsp; | Name | Company | Groups |
      |---|---|---|---|
      | | [Ada Example](https://github.com/ada-ex) | Acme | Networking - Data Plane, Security |
      | | [Bo B](https://github.com/bo-b) | Initech | Security |
      """)
    #expect(
      found.map { "\($0.name): \($0.leads.compactMap(\.handle).joined(separator: " "))" } == [
        "Networking: ada-ex", "Security: ada-ex bo-b",
      ])
  }
}
