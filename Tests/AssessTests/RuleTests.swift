import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing

@testable import Assess

@Suite struct RuleTests {
  @Test func theDayOfTheExamplesIsFixed() { #expect(asOf.description == "2026-11-21") }

  @Test(arguments: Rule.all.map(\.id.rawValue))
  func findsWhatItsExamplesSayAtTheLinesTheyMark(id: String) async throws {
    let rule = try #require(Rule.named(id))
    for example in rule.examples {
      let found = try await findings(of: example).filter { $0.rule == rule.id }
      #expect(found.map(\.message).sorted() == example.findings.sorted(), "\(example.files.keys.sorted())")
      let lines = found.compactMap(\.places.first?.location).map { "\($0.path):\($0.line)" }
      if !example.marks.isEmpty { #expect(lines.sorted() == example.marks) }
    }
  }

  /// What is found in an example: in a real repository where it has commits before.
  private func findings(of example: Rule.Example) async throws -> [Finding] {
    guard !example.steps.isEmpty else { return await assess(example.files).value.flatMap(\.findings) }
    return try await withTemporaryFolder { folder in
      let git = try GitFixture(at: folder)
      for step in example.steps {
        let message = "Work" + (step.reviewer.map { "\n\nReviewed-by: \($0)" } ?? "")
        try git.commit(step.files.mapValues { $0 }, on: step.day, by: step.author, message: message)
      }
      try git.commit(example.files.mapValues { $0 }, on: "2026-11-20")
      let tree = try #require(SourceTree.disk(root: folder.path(percentEncoded: false)))
      return await assess(tree).value.flatMap(\.findings)
    }
  }

  /// The number only ever gets smaller: a message without its place is half of what a finding says.
  @Test func examplesMarkWhereTheirFindingsAre() {
    let unmarked = Rule.all.filter { rule in rule.examples.contains { !$0.findings.isEmpty && $0.marks.isEmpty } }
    #expect(unmarked.count <= 6, "write ↓ into the line of each finding's first place: \(unmarked.map(\.id))")
  }

  @Test func everyRuleExplainsItselfAndShowsBothCases() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    for rule in Rule.all {
      #expect(!rule.summary.isEmpty && !rule.why.isEmpty && !rule.howToFix.isEmpty)
      #expect(rule.examples.contains { $0.findings.isEmpty }, "\(rule.id) has no silent example")
      #expect(rule.examples.contains { !$0.findings.isEmpty }, "\(rule.id) has no failing example")
    }
  }
}

extension Rule.Example {
  /// `path:line` of each `↓` in the texts: one for each finding, in the line of its first place; sorted.
  var marks: [String] {
    marked.flatMap { path, text in
      text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { line, text in
        text.filter { $0 == "↓" }.map { _ in "\(path):\(line + 1)" }
      }
    }.sorted()
  }
}
