import Criteria
import Defaults
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// Holds the reader against the verified answer keys beside the checkout; `make score` prints how near it comes.
@Suite(.enabled(if: Shared.has("answers"), "needs ../shared")) struct DueDiligenceScore {
  struct Key: Decodable {
    struct Item: Decodable {
      let criterion: String?
      let line: Int
      let state: String
      let depth: Int
      let issue_ref: Int?
      let evidence: String
    }
    struct Section: Decodable {
      let heading: String
      let level: Int
      let line: Int
      let state: String
    }
    struct Status: Decodable {
      let marker: String
      let text: String
      let line: Int
    }
    let document: String
    let items: [Item]?
    let sections: [Section]?
    let questions_without_answer: [Int]?
    let status_items: [Status]?
  }

  @Test func itemsAgreeWithTheKey() throws {
    var total = 0
    var wrongItems: [String] = []
    var wrongEvidence: [String] = []
    for key in try keys("dd.json") {
      let items = Dictionary(try facts(of: key.document).items.map { ($0.location.line, $0) }) { first, _ in first }
      for answer in key.items ?? [] {
        total += 1
        let item = items[answer.line]
        if item?.criterion?.rawValue != answer.criterion || item?.state.rawValue != answer.state
          || item?.depth != answer.depth || item?.issueReference != answer.issue_ref
        {
          wrongItems.append("\(key.document):\(answer.line) \(answer)")
        }
        if item?.evidence.rawValue != answer.evidence {
          wrongEvidence.append(
            "\(key.document):\(answer.line) \(item?.evidence.rawValue ?? "-") for \(answer.evidence)")
        }
      }
    }
    #expect(Double(total - wrongItems.count) >= 0.99 * Double(total), "\(wrongItems)")
    #expect(Double(total - wrongEvidence.count) >= 0.95 * Double(total), "\(wrongEvidence)")
  }

  @Test func sectionsAgreeWithTheKey() throws {
    var total = 0
    var wrong: [String] = []
    func check(_ isRight: Bool, _ message: @autoclosure () -> String) {
      total += 1
      if !isRight { wrong.append(message()) }
    }
    for key in try keys("dd_older.json") {
      let facts = try facts(of: key.document)
      let sections = Dictionary(facts.sections.map { ($0.location.line, $0) }) { first, _ in first }
      for answer in key.sections ?? [] {
        let found = sections[answer.line]
        check(
          found?.level == answer.level && found?.state.rawValue == answer.state,
          "\(key.document):\(answer.line) \(answer.state) found \(found?.state.rawValue ?? "-") \(answer.heading)")
      }
      let lines = facts.unanswered.map(\.line)
      check(lines == (key.questions_without_answer ?? []), "unanswered in \(key.document): \(lines)")
      let status = facts.statusItems.map { "\($0.location.line) \($0.marker.rawValue) \($0.text)" }
      check(
        status == (key.status_items ?? []).map { "\($0.line) \($0.marker) \($0.text)" },
        "status of \(key.document): \(status)")
    }
    #expect(Double(total - wrong.count) >= 0.95 * Double(total), "\(wrong)")
  }

  private func keys(_ name: String) throws -> [Key] {
    try JSONDecoder().decode([Key].self, from: Data(contentsOf: Shared.url("answers/\(name)")))
  }

  private func facts(of document: String) throws -> Facts {
    try read(Array(Data(contentsOf: Shared.url("corpora-dd/\(document)"))), path: document)
  }
}
