import Diagnostics
import StructuredData
import Testing

@testable import Intake

/// Readers never fail, and every line they name exists, whatever a text was turned into.
@Suite struct MutationTests {
  /// Numbers that look random and are the same in each run.
  private struct Generator {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, bound)))
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "\n", "\r\n", "- [x] ", "**", "`", "[", "](", "<!--", "-->", "| ", "# ", "\u{FEFF}", "\u{A0}", "\u{200B}",
      "\u{2022} ",
      "\u{e2}\u{20ac}\u{201c}", "\t", "    ", "---\n", "8 maintainers ", "$LINK", "[DONE] ", "2024-02-30",
    ].map { Array($0.utf8) } + [[0x00], [0xFF], [0xC3]]

  private static let seed = """
    ---
    title: Example
    ---
    # Example Graduation Application

    ## Governance and Maintainers

    - [x] **Clear and discoverable project governance documentation.**

    <!-- (TOC Evaluation goes here) -->
    In [the file](https://example.org/GOVERNANCE.md), as of 4 April, 2022. See #310.

    - [ ] **Document the project's release process and guidelines, that defines:**
      - [x] Artifacts included in the release
      - [ ] Tagging as stable, unstable

    1. Artifacts: TODO

    - [x] #311

    | Requirement | Status | Evidence |
    |--|--|--|
    | TOC verification of adopters | \u{2705} | 8 maintainers from Acme, Foo and Bar |

    ### Events

    - Example Summit ... May 3 \u{2013} 4, 2024
      - Two papers submitted. Waiting to hear.

    * Is it self-governing?

    * [WIP] Roadmap

    We agreed to move. Action item: Ada writes it up.
    """

  private static let kinds: [DocumentKind] = [
    .dueDiligence, .thread, .notes, .mail, .meetings, .roadmap, .readme, .review,
  ]

  @Test(arguments: kinds)
  func namesOnlyLinesThatExist(kind: DocumentKind) throws {
    let criteria = try shippedCriteria()
    var generator = Generator(state: 20_240_531)
    for _ in 0..<40 {
      var bytes = Array(Self.seed.utf8)
      for _ in 0..<(1 + generator.next(below: 12)) { Self.mutate(&bytes, &generator) }
      let source = SourceText(path: "a.md", bytes: bytes)
      let found = read(source, as: kind, criteria: criteria).facts
      for line in Self.lines(of: found) {
        #expect((1...source.lineCount).contains(line), "line \(line) of \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  /// One change: a piece put in, a stretch taken out, doubled or moved.
  private static func mutate(_ bytes: inout [UInt8], _ generator: inout Generator) {
    let at = generator.next(below: bytes.count + 1)
    let length = min(generator.next(below: 60), bytes.count - at)
    switch generator.next(below: 4) {
    case 0: bytes.insert(contentsOf: pieces[generator.next(below: pieces.count)], at: at)
    case 1: bytes.removeSubrange(at..<(at + length))
    case 2: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
    default:
      let cut = Array(bytes[at..<(at + length)])
      bytes.removeSubrange(at..<(at + length))
      bytes.insert(contentsOf: cut, at: generator.next(below: bytes.count + 1))
    }
  }

  private static func lines(of facts: Facts) -> [Int] {
    let evidence = facts.items.compactMap(\.evidenceLines).flatMap { [$0.lowerBound, $0.upperBound] }
    let items = facts.items.map(\.location.line)
    let found = facts.sections.map(\.location.line) + facts.statusItems.map(\.location.line)
    let plans = facts.roadmapItems.map(\.location.line) + facts.claims.map(\.location.line)
    let activity = facts.events.map(\.location.line) + facts.actions.map(\.location.line)
    let rest = facts.decisions.map(\.location.line) + facts.feedback.map(\.location.line)
    let places = facts.unanswered.map(\.line) + facts.placeholders.map(\.line) + facts.unread.map(\.line)
    return evidence + items + found + plans + activity + rest + places
  }
}
