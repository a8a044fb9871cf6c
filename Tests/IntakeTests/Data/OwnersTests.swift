import Diagnostics
import Testing

@testable import Intake

private func owners(_ text: String, kind: DocumentKind, path: String = "OWNERS") -> [String] {
  facts(text, kind: kind, path: path).facts.owners.map {
    "\($0.list) \($0.name)\($0.canApprove ? " approves" : "")"
  }
}

@Suite struct OwnersTests {
  @Test func readsListsFiltersAndNulls() {
    let text = """
      reviewers:
      approvers:
        - ada-ex # until May
        - core-approvers
      emeritus_approvers: [cyc]
      labels:
        - sig/docs
      filters:
        ".*":
          approvers: [bo-b]
        "\\\\.go$":
          reviewers: [did]
      """
    #expect(
      owners(text, kind: .owners) == [
        "approvers ada-ex approves", "approvers core-approvers approves", "emeritus_approvers cyc",
        "approvers bo-b approves", "reviewers did",
      ])
  }

  @Test func readsAliasesAndLetsEmeritusOnesApproveNothing() {
    let text = """
      aliases:
        core-approvers: [ada-ex]
        core-emeritus_approvers: [cyc]
        reviewers: [bo-b]
      """
    #expect(
      owners(text, kind: .ownersAliases, path: "OWNERS_ALIASES") == [
        "core-approvers ada-ex approves", "core-emeritus_approvers cyc", "reviewers bo-b",
      ])
  }

  @Test func readsMaintainersAsPeople() {
    let found = facts("maintainers:\n- ada-ex\n", kind: .owners, path: "OWNERS").facts
    #expect(found.people.map(\.handle) == ["ada-ex"])
    #expect(found.people.map(\.location.line) == [2])
  }

  @Test func readsWhatYAMLRefuses() {
    #expect(owners("approvers:\r\n- @ada-ex\r\n", kind: .owners) == ["approvers ada-ex approves"])
    let broken = "approvers:\n  - ada-ex\n reviewers:\n  - [bo-b\n"
    #expect(owners(broken, kind: .owners) == ["approvers ada-ex approves"])
  }

  @Test func saysThatPlainTextIsNoList() {
    let (found, diagnostics) = facts("Ask the people in the chat.\n", kind: .owners, path: "OWNERS")
    #expect(found.owners == [])
    #expect(diagnostics.map(\.rule) == ["owners/no-list"])
  }
}

@Suite struct CodeownersTests {
  @Test func readsPatternsWithTabsTeamsAndComments() {
    let text = "# rules\n/docs/\t\t@acme/docs @ada-ex # both\n*.md a@example.org\n/empty/\n"
    #expect(
      owners(text, kind: .codeowners, path: "CODEOWNERS") == [
        "/docs/ acme/docs approves", "/docs/ ada-ex approves", "*.md a@example.org approves",
      ])
  }

  @Test func readsPeopleFromComments() {
    let text = """
      # All maintainers
      * @ada-ex @bo-b

      # Individual affiliations
      # @ada-ex @bo-b - Acme Group
      # @bo-b - Initech, Project Lead
      # @cyc - please ask first
      """
    let people = facts(text, kind: .codeowners, path: "CODEOWNERS").facts.people
    #expect(
      people.map { "\($0.handle ?? "") \($0.organization ?? "") \($0.role)" } == [
        "ada-ex Acme Group maintainer", "bo-b Initech project lead, maintainer",
      ])
  }

  @Test func takesAHeadingAboveTheRuleForEverything() {
    let text = "##\n## Engine Maintainers\n##\n\n*  @ada-ex @bo-b\n\n/docs/ @cyc\n"
    let people = facts(text, kind: .codeowners, path: "CODEOWNERS").facts.people
    #expect(people.map(\.handle) == ["ada-ex", "bo-b"])
    let rules = "# Maintainers\n\n/docs/ @cyc\n* @ada-ex\n"
    #expect(facts(rules, kind: .codeowners, path: "CODEOWNERS").facts.people == [])
  }
}
