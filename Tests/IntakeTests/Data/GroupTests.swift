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
    #expect(facts("colors: [red]\n", kind: .groups, path: "x.yaml").facts.unread.count == 1)
  }
}
