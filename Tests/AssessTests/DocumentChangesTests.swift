import Assess
@testable import Criteria
import Diagnostics
@testable import Intake
import StructuredData
import Testing

/// Two versions of a document, and what is said to have changed between them.
@Suite struct DocumentChangesTests {
  private func document(_ path: String = "a.md", _ text: String = "", _ fill: (inout Facts, SourceText) -> Void)
    -> SourceDocument
  {
    let source = SourceText(path: path, text: text)
    var document = SourceDocument(source: source, kind: .dueDiligence, reason: "a fixture")
    fill(&document.facts, source)
    return document
  }

  /// `kind direction subject: before -> after @old-new` of every change.
  private func changes(_ old: SourceDocument, _ new: SourceDocument) -> [String] {
    DocumentChanges.between(old: old, new: new).changes.map { change in
      let lines = [change.oldPlace, change.newPlace].map { $0.map { "\($0.line)" } ?? "-" }.joined(separator: " ")
      return "\(change.kind.rawValue) \(change.direction.rawValue) \(change.subject): "
        + "\(change.before ?? "-") > \(change.after ?? "-") @\(lines)"
    }
  }

  private func status(_ items: (StatusItem.Marker, String)...) -> SourceDocument {
    document { facts, _ in
      facts.statusItems = items.enumerated().map {
        StatusItem(marker: $1.0, text: $1.1, location: Location(path: "a.md", line: $0 + 1))
      }
    }
  }

  @Test func statusWordsAreComparedByTheItemsWords() {
    let old = status((.wip, "Build the oven"), (.wip, "Clean"), (.done, "Buy flour"))
    let new = status((.done, "build the  oven."), (.done, "Buy flour"), (.wip, "Sell"))
    #expect(
      changes(old, new) == [
        "status-item changed build the  oven.: WIP > DONE @1 1", "status-item added Sell: - > WIP @- 3",
        "status-item removed Clean: WIP > - @2 -",
      ])
    #expect(changes(old, old) == [])
  }

  @Test func nearWordsMatchOnlyWithoutDoubt() {
    let old = status((.wip, "Stabilize the stone oven, or replace it"))
    #expect(
      changes(old, status((.done, "Stabilize the stone oven"))) == [
        "status-item changed Stabilize the stone oven: WIP > DONE @1 1"
      ])
    let twice = status((.done, "Stabilize the stone oven"), (.done, "Replace the stone oven, or stabilize it"))
    #expect(changes(old, twice).count == 3)
    #expect(changes(status((.wip, "Live dough")), status((.done, "Live bread"))).count == 2)
  }

  private func form(_ lines: (CriterionID?, ChecklistItem.State, ChecklistItem.Evidence)...) -> SourceDocument {
    document { facts, _ in
      facts.items = lines.enumerated().map { index, line in
        ChecklistItem(
          criterion: line.0, state: line.1, depth: 0, issueReference: line.0 == nil ? 7 : nil,
          text: line.0?.rawValue ?? "#7", evidence: line.2, location: Location(path: "a.md", line: index + 1))
      }
    }
  }

  @Test func boxesAreComparedByCriterion() {
    let old = form(
      ("A", .unchecked, .empty), ("B", .checked, .todo), (nil, .unchecked, .empty), ("C", .checked, .empty))
    let new = form(
      ("B", .checked, .answered), ("A", .checked, .empty), (nil, .checked, .empty), ("D", .unchecked, .empty))
    #expect(
      changes(old, new) == [
        "item changed B: ticked, a to-do > ticked, with text @2 1",
        "item changed A: not ticked, no text > ticked, no text @1 2",
        "item changed #7: not ticked, no text > ticked, no text @3 3", "item added D: - > not ticked, no text @- 4",
        "item removed C: ticked, no text > - @4 -",
      ])
    #expect(changes(document { _, _ in }, new) == [])
  }

  private func outline(_ sections: (Int, String, Section.State)...) -> SourceDocument {
    document { facts, _ in
      facts.sections = sections.enumerated().map {
        Section(heading: $1.1, level: $1.0, state: $1.2, location: Location(path: "a.md", line: $0 + 1))
      }
    }
  }

  @Test func sectionsAreFoundAgainByTheirHeadings() {
    let old = outline(
      (1, "Title (draft)", .container), (2, "Users:", .empty), (2, "Past", .container), (3, "Notes", .answered),
      (2, "Future", .container), (3, "Notes", .answered), (2, "Gone", .wip))
    let new = outline(
      (1, "Title", .container), (2, "People", .container), (3, "Users", .answered), (2, "Past", .answered),
      (3, "Notes", .todo), (2, "Future", .container), (3, "Notes", .answered))
    #expect(
      changes(old, new) == [
        "section changed Users: empty > filled @2 3", "section changed Notes: filled > to do @4 5",
        "section added People: - > subsections only @- 2", "section removed Gone: in progress > - @7 -",
      ])
  }

  private func figures(_ claims: (Int, String, String)...) -> SourceDocument {
    document { facts, _ in
      facts.claims = claims.enumerated().map {
        Claim(kind: $1.1, value: $1.0, text: $1.2, location: Location(path: "a.md", line: $0 + 1))
      }
    }
  }

  @Test func figuresAreComparedWhenTheyCountTheSame() {
    let old = figures((436, "subscribers", "The list has 436 subscribers."), (50, "stars", "50 stars"))
    let new = figures((512, "subscribers", "The list has 512 subscribers."), (50, "stars", "It has 50 stars"))
    #expect(changes(old, new) == ["claim changed subscribers: 436 > 512 @1 1"])
    // Two figures of one kind, or sentences about different things, are not compared.
    let two = figures((512, "subscribers", "The list has 512 subscribers."), (9, "subscribers", "Nine in the chat"))
    #expect(changes(old, two) == [])
    #expect(changes(old, figures((9, "subscribers", "A chat for users with 9 of them now"))) == [])
  }

  @Test func questionsAnsweredSinceHaveAnAnswerBelow() {
    func questions(_ text: String, unanswered: [Int]) -> SourceDocument {
      document("a.md", text) { facts, source in facts.unanswered = unanswered.map { source.location(line: $0) } }
    }
    let old = questions("* Who bakes?\n\n* Who eats?\n\nAll.\n\n* Who pays?\n", unanswered: [1, 7])
    let new = questions("- Who bakes?\n\nAnn does.\n\n* Who eats?\n\n* Who pays?\n\n* Bo\n", unanswered: [5])
    #expect(
      changes(old, new) == [
        "question changed Who bakes?: no answer > answered @1 1",
        "question changed Who eats?: answered > no answer @3 5",
      ])
  }

  @Test func documentsThatShareLittleOrHaveNoOrderAreNoVersions() async throws {
    func text(_ date: String, _ headings: String...) -> String {
      "---\n\(date)\n---\n# Acme Graduation Application\n" + headings.map { "\n## \($0)\n\ntext\n" }.joined()
    }
    func count(_ a: String, _ b: String) async -> Int? {
      await assess(["README.md": "# Acme", "a.md": a, "b.md": b]).value.first?.changes.count
    }
    let old = text("date: 2021-01-01", "A", "B", "C", "D")
    #expect(await count(old, text("date: 2022-01-01", "A", "B", "C", "E")) == 1)
    #expect(await count(old, text("date: 2021-01-01", "A", "B", "C", "E")) == 0)
    #expect(await count(old, text("date: 2022-01-01", "A", "B", "E", "F")) == 0)
    let long = text("date: 2021-01-01", "A", "B", "C", "D", "G", "H", "I")
    #expect(await count(long, text("date: 2022-01-01", "A", "B", "C", "K", "L", "M", "N")) == 0)
    #expect(await count(text("x: y", "A", "B", "C"), text("x: z", "A", "B", "C")) == 0)
    #expect(await count(text("x: y", "A", "B", "C"), old) == 1)
  }

  @Test func versionsAreTheDocumentsOfOneLevelByAge() async throws {
    func text(_ title: String, _ date: String, _ word: String) -> String {
      "---\ndate: \(date)\n---\n# Acme \(title)\n\n## Users\n\n\(word)\n\n## Past\n\ntext\n\n## Future\n\n* [WIP] Oven\n"
    }
    let files = [
      "README.md": "# Acme", "a-draft.md": text("Incubation Proposal", "2021-01-01", ""),
      "a.md": text("Incubation Proposal", "2021-01-01", "Many."),
      "b.md": text("Graduation Application", "2022-01-01", "Many."),
      "c.md": text("Graduation Application", "2024-01-01", "TODO"),
      "other.md": "# Acme Graduation Application\n\n## A\n\n## B\n\n## C\n",
    ]
    let found = try #require(await assess(files).value.first)
    #expect(found.community.application == "c.md")
    #expect(found.changes.map { "\($0.old.path) \($0.new.path)" } == ["a-draft.md a.md", "b.md c.md"])
    #expect(
      found.changes.flatMap(\.changes).map { "\($0.before ?? "") \($0.after ?? "")" } == [
        "empty filled", "filled to do",
      ])
  }
}
