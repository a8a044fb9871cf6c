import Criteria
import Defaults
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// Holds the reader against the verified answer keys beside the checkout; says so when they are not there.
@Suite struct DueDiligenceScore {
  struct Key: Decodable {
    struct Item: Decodable {
      let criterion: String?
      let line: Int
      let state: String
      let depth: Int
      let issue_ref: Int?
      let evidence: String
      let evidence_lines: [Int]?
      let links: Int
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
    guard let keys = try keys("dd.json") else { return }
    var (total, right, states, spans, links, extra) = (0, 0, 0, 0, 0, 0)
    for key in keys {
      let facts = try facts(of: key.document)
      let adoption = facts.sections.first { $0.heading == "Adoption" }?.location.line ?? .max
      let items = Dictionary(
        facts.items.filter { $0.location.line < adoption }.map { ($0.location.line, $0) },
        uniquingKeysWith: { a, _ in a })
      let expected = key.items ?? []
      extra += Set(items.keys).subtracting(expected.map(\.line)).count
      for line in Set(items.keys).subtracting(expected.map(\.line)).sorted() {
        print("extra \(key.document):\(line) \(items[line]?.text.prefix(60) ?? "")")
      }
      for answer in expected {
        total += 1
        guard let item = items[answer.line] else {
          print("missing \(key.document):\(answer.line) \(answer.criterion ?? "-")")
          continue
        }
        let same =
          item.criterion?.rawValue == answer.criterion && item.state.rawValue == answer.state
          && item.depth == answer.depth && item.issueReference == answer.issue_ref
        if same {
          right += 1
        } else {
          print(
            "item \(key.document):\(answer.line) \(answer) found \(item.criterion?.rawValue ?? "-") \(item.state) \(item.depth) \(item.resolution)"
          )
        }
        if item.evidence.rawValue == answer.evidence {
          states += 1
          let span = item.evidenceLines.map { [$0.lowerBound, $0.upperBound] }
          if span == answer.evidence_lines {
            spans += 1
          } else {
            print("span \(key.document):\(answer.line) \(answer.evidence_lines ?? []) found \(span ?? [])")
          }
          if item.links.count == answer.links {
            links += 1
          } else {
            print("links \(key.document):\(answer.line) \(answer.links) found \(item.links.count)")
          }
        } else {
          print(
            "evidence \(key.document):\(answer.line) \(answer.criterion ?? "-") \(answer.evidence) found \(item.evidence) \(item.evidenceLines.map(String.init(describing:)) ?? "-") \(item.evidenceText.prefix(80))"
          )
        }
      }
    }
    print("SCORE items \(right)/\(total), \(extra) extra; evidence \(states)/\(total); lines \(spans); links \(links)")
    #expect(Double(right) >= 0.99 * Double(total))
    #expect(Double(states) >= 0.95 * Double(total))
  }

  @Test func sectionsAgreeWithTheKey() throws {
    guard let keys = try keys("dd_older.json") else { return }
    var (total, right) = (0, 0)
    func check(_ same: Bool, _ message: @autoclosure () -> String) {
      total += 1
      if same { right += 1 } else { print(message()) }
    }
    for key in keys {
      let facts = try facts(of: key.document)
      print(
        "head \(key.document) \(facts.subject ?? "-") \(facts.level?.rawValue ?? "-") \(facts.generation ?? "-") \(facts.date?.description ?? "-") items \(facts.items.map { "\($0.criterion?.rawValue ?? "-")@\($0.location.line)\($0.evidence)" })"
      )
      let sections = Dictionary(facts.sections.map { ($0.location.line, $0) }, uniquingKeysWith: { a, _ in a })
      for answer in key.sections ?? [] {
        let found = sections[answer.line]
        check(
          found?.level == answer.level && found?.state.rawValue == answer.state,
          "section \(key.document):\(answer.line) \(answer.state) found \(found?.state.rawValue ?? "-") \(answer.heading)"
        )
      }
      let lines = facts.unanswered.map(\.line)
      check(
        lines == (key.questions_without_answer ?? []),
        "unanswered \(key.document) \(key.questions_without_answer ?? []) found \(lines)")
      let status = facts.statusItems.map { "\($0.location.line) \($0.marker.rawValue) \($0.text)" }
      let wanted = (key.status_items ?? []).map { "\($0.line) \($0.marker) \($0.text)" }
      check(status == wanted, "status \(key.document) \(wanted) found \(status)")
    }
    print("SCORE sections \(right)/\(total)")
    #expect(Double(right) >= 0.95 * Double(total))
  }

  private func keys(_ name: String) throws -> [Key]? {
    guard let url = Shared.find("answers/\(name)") else { return nil }
    return try JSONDecoder().decode([Key].self, from: Data(contentsOf: url))
  }

  private func facts(of document: String) throws -> Facts {
    let url = try #require(Shared.find("corpora-dd/\(document)"))
    return try read(Array(Data(contentsOf: url)), path: document)
  }
}
