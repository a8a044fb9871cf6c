import Diagnostics
import Testing

@testable import Intake

/// Input that wants to exhaust the stack, the memory or the clock.
@Suite struct HostileListTests {
  @Test(arguments: [DocumentKind.maintainers, .adopters, .groups, .readme, .alumni])
  func readsDeepNestingWithoutFailing(_ kind: DocumentKind) {
    let list = String(repeating: "- ", count: 1_000) + "Ada Example @ada-ex\n"
    let quotes = String(repeating: "*a **b ", count: 1_000) + "\n"
    let brackets = "- " + String(repeating: "(", count: 20_000) + "Ada Example @ada-ex\n"
    for text in [list, "- " + quotes, brackets, "| Name | GitHub |\n|---|---|\n| \(quotes.dropLast()) | x |\n"] {
      _ = facts(text, kind: kind, path: "MAINTAINERS.md")
    }
  }

  @Test func readsLongListsInLinearTime() {
    let count = 5_000
    let rules = "# All maintainers\n" + (0..<count).map { "* @user-\($0)\n" }.joined()
    #expect(facts(rules, kind: .codeowners, path: "CODEOWNERS").facts.owners.count == count)
    let table = "| Name | GitHub |\n|---|---|\n" + (0..<count).map { "| Ada Example | @user-\($0) |\n" }.joined()
    #expect(facts(table, kind: .maintainers, path: "MAINTAINERS.md").facts.people.count == count)
    let comments = "# maintainers\n" + (0..<count).map { "# @user-\($0) - Acme\n" }.joined()
    #expect(facts(comments, kind: .codeowners, path: "CODEOWNERS").facts.people.count == count)
  }

  @Test func aCellLongerThanAnyPersonNamesNobody() {
    func people(_ count: Int) -> Int {
      let accounts = (0..<count).map { "@user-\($0)" }.joined(separator: " ")
      let table = "| Name | Company |\n|---|---|\n| \(accounts) | Acme |\n"
      return facts(table, kind: .maintainers, path: "MAINTAINERS.md").facts.people.count
    }
    #expect(people(100) == 100)
    #expect(people(5_000) == 0)
  }

  @Test func readsBytesOfAnyKind() {
    var bytes: [UInt8] = Array("Name,GitHub\r\"\u{0}".utf8)
    bytes += (0...255).map { UInt8($0) }
    for kind in DocumentKind.allCases {
      for path in ["a.md", "a.yaml", "a.csv", "OWNERS"] {
        _ = read(SourceText(path: path, bytes: bytes), as: kind)
      }
    }
  }

  /// A text of each form, in the kind and under the name that it is read by.
  private static let samples: [(kind: DocumentKind, path: String, text: String)] = [
    (
      .maintainers, "MAINTAINERS.md",
      "# Maintainers\n\n| Name | GitHub | Company |\n|---|---|---|\n| Ada Example | @ada-ex | Acme |\n"
    ),
    (
      .maintainers, "MAINTAINERS.md",
      "## Maintainers\n\n* Ada Example (Acme) [@ada-ex](https://github.com/ada-ex)\n  * Storage\n\n## Emeritus\n\n- Bo B <b@example.org>\n"
    ),
    (
      .maintainers, "MAINTAINERS",
      "Name: Ada Example\nGitHub: @ada-ex\n\n\"Bo B\",@bo-b,b@example.org\n\"Cy C\",@cyc,c@example.org\n"
    ),
    (.maintainers, "maintainers.csv", "Name,GitHub,Company\r\n\"Example, Ada\",ada-ex,Acme\r\n"),
    (.maintainers, "maintainers.yaml", "maintainers:\n- name: Ada Example\n  github: ada-ex\nemeritus: [bo-b]\n"),
    (.owners, "OWNERS", "approvers:\n- ada-ex # chair\nfilters:\n  \".*\":\n    reviewers: [bo-b]\n"),
    (.ownersAliases, "OWNERS_ALIASES", "aliases:\n  team:\n  - ada-ex\n  empty:\n"),
    (.codeowners, "CODEOWNERS", "# Maintainers\n\n* @ada-ex @acme/team\n/docs/\t@bo-b # both\n"),
    (
      .adopters, "ADOPTERS.md",
      "# Adopters\n\n| Name | Since | Use case |\n|---|---|---|\n| [Acme](https://acme.example) | 2024 | CI |\n\n* Initech - tests\n"
    ),
    (.adopters, "adopters.yaml", "adopters:\n- name: Acme\n  url: https://acme.example\n"),
    (
      .groups, "sigs.yaml",
      "sigs:\n- name: A\n  leadership: {chairs: [{github: ada-ex, name: Ada Example}]}\n  meetings:\n  - {day: Monday, time: \"9:00\", tz: UTC, frequency: weekly}\n"
    ),
    (
      .groups, "sig-list.md",
      "## A\n\n- **Meeting time:** Tuesday at 10:00 PT\n- **Chairs:** [Ada](https://github.com/ada-ex)\n\n| Name | Chairs |\n|---|---|\n| B | @bo-b |\n"
    ),
    (
      .readme, "README.md",
      "# E\n\n## Meetings\n\nWe meet every second Thursday at 16:00 UTC.<br>**Notes**: [n](https://n.example)\n"
    ),
  ]

  /// Bytes that break things: ends of lines, blanks, marks, broken UTF-8, syntax.
  private static let splinters: [[UInt8]] = [
    [0x0D], [0x0D, 0x0A], [0x0A, 0x0A], [0x09], [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF], [0xFF], [0xC3],
    [0xED, 0xA0, 0x80], [0x00], [0x1B], Array("| ".utf8), Array("- ".utf8), Array(": ".utf8), Array("{[\"'".utf8),
    Array("&a *a <<: ".utf8), Array("<!--".utf8), Array("```\n".utf8), Array("@".utf8), Array("](".utf8),
    Array("#".utf8),
    Array("👩‍👩‍👧".utf8), Array("12:00-".utf8),
  ]

  /// Texts with a few bytes taken out, put in or moved, the same ones in every run: whatever is found lies in the file.
  @Test(arguments: samples.indices)
  func findsOnlyPlacesInsideABrokenFile(_ index: Int) {
    let sample = Self.samples[index]
    var state = UInt64(index &+ 1) &* 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    for _ in 0..<60 {
      var bytes = Array(sample.text.utf8)
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(4) {
        case 0 where !bytes.isEmpty: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(8)))
        case 1: bytes += bytes[place...]
        case 2: bytes = Array(bytes.prefix(place)) + bytes.suffix(random(bytes.count))
        default: bytes.insert(contentsOf: Self.splinters[random(Self.splinters.count)], at: place)
        }
      }
      let source = SourceText(path: sample.path, bytes: bytes)
      let (facts, diagnostics) = read(source, as: sample.kind)
      let places: [Location] =
        facts.people.map(\.location) + facts.owners.map(\.location) + facts.adopters.map(\.location)
        + facts.groups.flatMap { [$0.location] + $0.leads.map(\.location) + $0.meetings.map(\.location) }
        + facts.meetings.map(\.location) + diagnostics.compactMap(\.location)
      #expect(
        places.allSatisfy { (1...source.lineCount).contains($0.line) }, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
