import Testing

@testable import Intake

/// One statement in tables and lists, each with the reading it must have: `kind value @day`.
@Suite struct ClaimLayoutTests {
  @Test(arguments: [
    ("| Metric | Value |\n|---|---|\n| Stars | 1,200 |\n| Forks | 90 |", "stars 1200, forks 90"),
    ("| Metric | Count |\n|---|---:|\n| **Stars** | **1,200** |", "stars 1200"),
    ("| Stars | Forks |\n|---|---|\n| 1.2k | 90 |", "stars 1200, forks 90"),
    ("| Date | Stars |\n|---|---|\n| 2026-03-01 | 1200 |", "stars 1200 @2026-03-01"),
    ("| Metric | 2025-03-01 | 2026-03-01 |\n|---|---|---|\n| Stars | 900 | 1200 |", "stars 1200 @2026-03-01"),
    ("| Metric | At sandbox | Now |\n|---|---|---|\n| Contributors | 20 | 120 |", "contributors 120"),
    ("| GitHub stars | ~1200 |\n|---|---|\n| Slack members | 300+ |", "members 300"),
    ("| | Count |\n|---|---|\n| Maintainers | 8 |\n| Reviewers | 12 |", "maintainers 8, reviewers 12"),
    ("| Commits | 35 per week |\n|---|---|\n| Commits | 35 per week |", ""),
    ("- Stars: 1,200\n- Forks: 90", "stars 1200, forks 90"), ("* 1,200 stars\n* 90 forks", "stars 1200, forks 90"),
    ("1. 8 maintainers\n2. 12 reviewers", "maintainers 8, reviewers 12"),
    ("- **Stars:** 1,200\n- **Forks:** 90", "stars 1200, forks 90"), ("- Stars - 1,200", "stars 1200"),
    ("- Number of maintainers: eight", "maintainers 8"), ("- Maintainers: over 20", "maintainers 20"),
    ("Figures:\n\n- 8 maintainers\n- 12 reviewers", "maintainers 8, reviewers 12"),
    ("A project must:\n\n- 8 maintainers\n- 12 reviewers", ""),
    ("Requirements:\n\n- 3 adopters", ""),
    ("The request is based on:\n\n- 3 adopters", "adopters 3"),
    ("Maintainers come from these companies:\n\n- Acme\n- Globex", "organizations  Acme|Globex"),
    ("Adopters include:\n\n1. Acme\n2. Globex", "adopters  Acme|Globex"),
    ("The project has\n**8**\nmaintainers.", "maintainers 8"), ("> It has 8 maintainers.", ""),
    ("It has 8 maintainers.  \nIt has 12 reviewers.", "maintainers 8, reviewers 12"),
  ])
  func readsTheLayout(text: String, reading: String) throws {
    let found = try facts("# Example\n\n\(text)\n").claims.map { claim in
      let names = claim.names.isEmpty ? "" : " " + claim.names.joined(separator: "|")
      return "\(claim.kind) \(claim.value.map(String.init) ?? "")\(names)\(claim.asOf.map { " @\($0)" } ?? "")"
    }
    #expect(found.joined(separator: ", ") == reading)
  }
}
