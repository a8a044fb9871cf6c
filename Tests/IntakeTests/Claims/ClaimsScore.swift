import Foundation
import TestSupport
import Testing

@testable import Intake

/// Holds the claims against the verified answer key beside the checkout; `make score` prints how near they come.
@Suite(.enabled(if: Shared.has("answers"), "needs ../shared")) struct ClaimsScore {
  struct Key: Decodable {
    enum Value: Decodable {
      case number(Int)
      case numbers([Int])
      case names([String])
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else if let numbers = try? container.decode([Int].self) {
          self = .numbers(numbers)
        } else {
          self = .names(try container.decode([String].self))
        }
      }
    }
    struct Claim: Decodable {
      let line: Int
      let claim: String
      let value: Value
      let text: String
    }
    struct Forbidden: Decodable {
      let line: Int
      let text: String
    }
    let document: String
    let claims: [Claim]
    let must_not_be_extracted: [Forbidden]
  }

  @Test func claimsAgreeWithTheKey() throws {
    let keys = try JSONDecoder().decode([Key].self, from: Data(contentsOf: Shared.url("answers/claims.json")))
    var total = 0
    var missed: [String] = []
    var forbidden: [String] = []
    for key in keys {
      let bytes = try Data(contentsOf: Shared.url("corpora-dd/\(key.document)"))
      let kind: DocumentKind =
        key.document.contains("seeds/000") ? .notes : key.document.contains("seeds/004") ? .mail : .dueDiligence
      let facts = try read(Array(bytes), path: key.document, kind: kind)
      var used: Set<Int> = []
      for answer in key.claims {
        total += 1
        let index = facts.claims.indices.first { index in
          let claim = facts.claims[index]
          guard claim.location.line == answer.line, !used.contains(index) else { return false }
          switch answer.value {
          case .number(let value): return claim.value == value
          case .numbers(let values): return claim.value.map(values.contains) == true
          case .names(let names): return claim.names == names
          }
        }
        if let index {
          used.insert(index)
        } else {
          missed.append("\(key.document):\(answer.line) \(answer.claim) \(answer.value) | \(answer.text)")
        }
      }
      for entry in key.must_not_be_extracted {
        for claim in facts.claims where claim.location.line == entry.line {
          let number = claim.value.map(String.init) ?? "?"
          let word = ["1": "one", "2": "two", "3": "three"][number] ?? number
          guard entry.text.contains(number) || entry.text.contains(word) else { continue }
          forbidden.append("\(key.document):\(entry.line) \(claim.kind) \(number) | \(entry.text)")
        }
      }
    }
    #expect(forbidden == [])
    #expect(Double(total - missed.count) >= 0.9 * Double(total), "\(missed)")
  }
}
