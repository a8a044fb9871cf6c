import Diagnostics
import Intake
import StructuredData

/// What an address said when it was asked.
struct LinkAnswer: Sendable, Hashable {
  enum Outcome: String, Sendable, CaseIterable {
    case works
    /// 404 or 410, or a host that does not exist while others do.
    case dead
    /// Anything else: a page for members, a server in trouble, no answer in time. It proves nothing.
    case unknown
  }

  var outcome: Outcome
  /// What was answered, in words: `404`, `timed out`.
  var reason: String
  /// Where it has moved for good.
  var movedTo: String?
  /// The day it was asked.
  var date: CalendarDate
}

/// Answers that are kept in a file between runs, each with its day.
struct LinkCache {
  static let schema = ImportedFile.linksSchema

  private(set) var answers: [String: LinkAnswer] = [:]

  /// The answers of a file; none where it is not there. A file that is something else is not touched.
  init(path: String) throws {
    guard Files.kind(of: path) != .absent else { return }
    let source = SourceText(path: path, bytes: try Files.read(path))
    guard let root = YAML.read(source).value, root["schema"]?.string == Self.schema else {
      throw AlreadyThere(path: path)
    }
    for entry in root["addresses"].elements {
      guard let address = entry["address"]?.string, let reason = entry["reason"]?.string,
        let outcome = entry["outcome"]?.string.flatMap({ LinkAnswer.Outcome(rawValue: $0) }),
        let date = entry["date"]?.date
      else { continue }
      answers[address] = LinkAnswer(
        outcome: outcome, reason: reason, movedTo: entry["moved_to"]?.string, date: date)
    }
  }

  init() {}

  /// An answer that is recent enough not to ask again: a week for one that works, a day for any other.
  func recent(_ address: String, on day: CalendarDate) -> LinkAnswer? {
    guard let answer = answers[address] else { return nil }
    let age = answer.date.days(to: day)
    return age >= 0 && age < (answer.outcome == .works ? 7 : 1) ? answer : nil
  }

  /// Keeps the answers about these addresses and forgets all others.
  mutating func keep(_ answers: [String: LinkAnswer]) { self.answers = answers }

  /// The file: addresses in the order of their bytes.
  var bytes: [UInt8] {
    let addresses = answers.sortedByBytes(of: \.key)
    let entries = addresses.map { address, answer -> JSONValue in
      var entry: JSONValue = [
        "address": .string(address), "outcome": .string(answer.outcome.rawValue), "reason": .string(answer.reason),
      ]
      if let moved = answer.movedTo { entry.add("moved_to", .string(moved)) }
      entry.add("date", .string(answer.date.description))
      return entry
    }
    return JSONWriter.bytes(["schema": .string(Self.schema), "addresses": .array(entries)])
  }
}
