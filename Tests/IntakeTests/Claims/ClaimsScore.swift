import Foundation
import TestSupport
import Testing

@testable import Intake

/// Holds the claims against the verified answer key beside the checkout; says so when it is not there.
@Suite struct ClaimsScore {
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
      let qualifier: String
      let as_of: String?
      let text: String
    }
    struct Forbidden: Decodable {
      let line: Int
      let text: String
      let why: String
    }
    let document: String
    let claims: [Claim]
    let must_not_be_extracted: [Forbidden]
  }

  @Test func claimsAgreeWithTheKey() throws {
    guard let url = Shared.find("answers/claims.json") else { return }
    let keys = try JSONDecoder().decode([Key].self, from: Data(contentsOf: url))
    var (total, found, kinds, extracted, forbidden) = (0, 0, 0, 0, 0)
    for key in keys {
      let file = try #require(Shared.find("corpora-dd/\(key.document)"))
      let kind: DocumentKind =
        key.document.contains("seeds/000") ? .notes : key.document.contains("seeds/004") ? .mail : .dueDiligence
      let facts = try read(Array(Data(contentsOf: file)), path: key.document, kind: kind)
      extracted += facts.claims.count
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
        guard let index else {
          print("missed \(key.document):\(answer.line) \(answer.claim) \(answer.value) | \(answer.text)")
          continue
        }
        used.insert(index)
        found += 1
        let claim = facts.claims[index]
        let name = answer.claim.replacing("organisations", with: "organizations")
        if claim.kind == name {
          kinds += 1
        } else {
          print("kind \(key.document):\(answer.line) \(answer.claim) found \(claim.kind) | \(answer.text)")
        }
        let asOf = claim.asOf?.description ?? "-"
        if !asOf.hasPrefix(answer.as_of ?? "-") {
          print("as-of \(key.document):\(answer.line) \(answer.as_of ?? "-") found \(asOf)")
        }
        if claim.qualifier.rawValue.replacing("-", with: "_") != answer.qualifier {
          print("qualifier \(key.document):\(answer.line) \(answer.qualifier) found \(claim.qualifier)")
        }
      }
      for index in facts.claims.indices where !used.contains(index) {
        let claim = facts.claims[index]
        print(
          "other \(key.document):\(claim.location.line) \(claim.kind) \(claim.value.map(String.init) ?? "") \(claim.names) | \(claim.text.prefix(200))"
        )
      }
      for entry in key.must_not_be_extracted {
        for claim in facts.claims where claim.location.line == entry.line {
          let number = claim.value.map(String.init) ?? "?"
          let word = ["1": "one", "2": "two", "3": "three"][number] ?? number
          guard entry.text.contains(number) || entry.text.contains(word) else { continue }
          forbidden += 1
          print("forbidden \(key.document):\(entry.line) \(claim.kind) \(number) | \(entry.text)")
        }
      }
    }
    print("SCORE claims \(found)/\(total), kinds \(kinds), forbidden \(forbidden), extracted \(extracted)")
    #expect(forbidden == 0)
    #expect(Double(found) >= 0.9 * Double(total))
  }
}
