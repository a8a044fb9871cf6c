import Diagnostics
import Testing

@testable import Intake

private func owners(_ text: String, kind: DocumentKind, path: String = "OWNERS") -> [String] {
  facts(text, kind: kind, path: path).facts.owners.map {
    "\($0.list) \($0.name)\($0.canApprove ? " approves" : "")"
  }
}

/// What is passed over in a file: line and reason.
private func unread(_ text: String, path: String) -> [String] {
  facts(text, kind: path == "OWNERS" ? .owners : .codeowners, path: path).facts.unread.map { "\($0.line) \($0.reason)" }
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
      ])
    #expect(unread(text, path: "OWNERS") == ["8 the filters are ignored: the file has `approvers` of its own"])
  }

  @Test func readsFiltersWhereTheFileHasNoListsOfItsOwn() {
    let text = """
      options: {no_parent_owners: true}
      approvers:
      filters:
        ".*":
          approvers: [bo-b]
        "(unclosed":
          approvers: [cyc]
        "\\\\.go$":
          reviewers: [did]
      """
    #expect(owners(text, kind: .owners) == ["approvers bo-b approves", "reviewers did"])
    #expect(unread(text, path: "OWNERS") == ["6 the filter `(unclosed` is ignored: it is no regular expression"])
  }

  @Test(arguments: [
    (".*", true), ("\\.go$", true), ("^docs/(a|b)+?$", true), ("[]a]", true), ("(?i)readme", true), ("(?P<x>a)", true),
    ("", true), ("*.md", false), ("a**", false), ("(a", false), ("a)", false), ("[a", false), ("a\\", false),
    ("(?!a)b", false), ("(?<=a)b", false),
  ])
  func knowsThePatternsThatGoCompiles(_ pattern: String, _ isValid: Bool) {
    #expect(GoPattern.isValid(pattern) == isValid)
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

  @Test func undoesEscapesAndPassesOverWhatTheHostIgnores() {
    let text = """
      /My\\ Folder/ @bo-b
      /Audit\\ Notes/*.md\t@cyc # why
      \\#keep.md @did
      [Docs] @eve
      docs/[ab].md @eve
      !/src/x.go @fay
      """
    #expect(
      owners(text, kind: .codeowners, path: ".github/CODEOWNERS") == [
        "/My Folder/ bo-b approves", "/Audit Notes/*.md cyc approves",
      ])
    #expect(unread(text, path: ".github/CODEOWNERS").map { $0.prefix(1) } == ["3", "4", "5", "6"])
    #expect(owners("[Docs] @eve\n", kind: .codeowners, path: ".gitlab/CODEOWNERS") == ["[Docs] eve approves"])
  }

  @Test func aRuleWithoutOwnersTakesThemAway() {
    let text = "/src/ @ada-ex\n/src/core/ @bo-b\n/docs/ @cyc\n/src\n/docs/private\n/src/tools/ @did\n"
    #expect(
      owners(text, kind: .codeowners, path: "CODEOWNERS") == ["/docs/ cyc approves", "/src/tools/ did approves"])
    #expect(owners("* @ada-ex\n/docs/ @cyc\n*\n", kind: .codeowners, path: "CODEOWNERS") == [])
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
