import Testing

@testable import Intake

/// Roadmaps of every shape met: bullets, boxes, headings, tables; the state as a word, a sign or a column.
@Suite struct RoadmapTests {
  private func items(_ text: String) -> [String] {
    readActivity(text, as: .roadmap, path: "ROADMAP.md").facts.roadmapItems.map { item in
      "\(item.location.line) \(item.marker?.rawValue ?? "-") \(item.milestone ?? "-"): \(item.text)"
    }
  }

  @Test(arguments: [
    ("## v1.2\n\n- Faster start\n  - by caching\n", ["3 - v1.2: Faster start"]),
    (
      "## 2026 Q3\n\n* [x] Faster start\n* [ ] New store\n",
      ["3 DONE 2026 Q3: Faster start", "4 TODO 2026 Q3: New store"]
    ),
    ("## Next\n\n- [DONE] Disks\n- [WIP] Networks\n", ["3 DONE Next: Disks", "4 WIP Next: Networks"]),
    ("## Later\n\n- Disks (done)\n- Networks - in progress\n", ["3 DONE Later: Disks", "4 WIP Later: Networks"]),
    ("## Ideas\n\n- \u{2705} Disks\n- \u{1F6A7} Networks\n", ["3 DONE Ideas: Disks", "4 WIP Ideas: Networks"]),
    ("## v2\n\n- **SHIPPED** - Disks\n- **DEFERRED** - Networks\n", ["3 DONE v2: Disks", "4 TODO v2: Networks"]),
    (
      "## v2.8 (Q1 2026)\n\n- **Storage**\n  - [x] Disks\n  - [ ] Tapes\n- Plain\n",
      ["4 DONE v2.8 (Q1 2026): Disks", "5 TODO v2.8 (Q1 2026): Tapes", "6 - v2.8 (Q1 2026): Plain"]
    ),
    (
      "# Roadmap\n\nThe following is planned.\n\n### Disks\n\nWe add disks.\n\n### Nets\n\nWe add nets.\n\n### About\n\nUs.\n",
      ["5 - -: Disks", "9 - -: Nets"]
    ),
    (
      "# Roadmap\n\n## 2026\n\n### Disks [done]\n\nWe added disks.\n\n### Nets\n\nWe add nets.\n",
      ["5 DONE 2026: Disks", "9 - 2026: Nets"]
    ),
    (
      "## v3\n\n| Title | Priority | Note |\n|--|--|--|\n| [Disks](x) | P0 | Completed |\n| Nets | P1 | In progress (60%) |\n"
        + "| Tapes | P2 | |\n",
      ["5 DONE v3: Disks", "6 WIP v3: Nets", "7 - v3: Tapes"]
    ),
    (
      "| Feature | Release | Status |\n|--|--|--|\n| Disks | 1.4 | Done |\n| Nets | 1.5 | |\n",
      ["3 DONE 1.4: Disks", "4 - 1.5: Nets"]
    ),
    ("| Version | Estimated release date |\n|--|--|\n| v2.21 | May 2027 |\n", ["3 - May 2027: v2.21"]),
  ])
  func readsItemsWithStateAndMilestone(text: String, expected: [String]) { #expect(items(text) == expected) }

  @Test(arguments: [
    "# Roadmap\n\nThe roadmap is [a board](https://example.org).\n", "# Roadmap\n\n## Process\n\n- Open an issue\n",
    "| Version | Release date |\n|--|--|\n| v1 | May 2020 |\n",
    "# Roadmap management\n\nThe following columns exist.\n\n## Ready\n\nText.\n\n## Later\n\nText.\n",
  ])
  func passesOverWhatPlansNothing(text: String) { #expect(items(text).isEmpty) }

  @Test func aDueDiligenceDocumentPlansToo() throws {
    let text = """
      # Example Stage Review Proposal

      ## Delivered features

      - [DONE] Disks

      ## Future Roadmap

      - Nets
        - fast ones
      """
    let found = try facts(text).roadmapItems.map { "\($0.marker?.rawValue ?? "-") \($0.milestone ?? "-"): \($0.text)" }
    #expect(found == ["DONE Delivered features: Disks", "- Future Roadmap: Nets"])
  }
}
