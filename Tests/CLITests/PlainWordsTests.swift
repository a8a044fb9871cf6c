import Foundation
import TestSupport
import Testing

@testable import SitegenCLI

/// What people read is plain English: phrases that were replaced stay away from every page and from the terminal.
@Suite struct PlainWordsTests {
  /// Phrases of old, as they were written.
  private static let old: [String] = [
    "it still has open criteria", "is held against the criteria", "for the reviewer", "cannot be seen from here",
    "waits for the foundation", "asked since", "tick the box and name the place", "Its nested box is not ticked",
    "stand in the adopters list", "Open ends", "a partial copy, in which absence", "does not bear out",
    "No row speaks of it", "No line of the application speaks of it",
    "There is no application that could say something", "Nothing was found that speaks for or against it",
    "borne out", "the list has no such row", "can approve nowhere", "stands in no list", "Could serve as evidence",
    "No text stands below the line", "new ones are won", "from which week on is not said",
    "notes of the assessment stand", "Acting today", "Not the same measure", "There is no such page",
    "To the first page", "1 repositories", "1 files", "1 communities", "1 documents", "1 findings", "1 criterias",
    "held against the criteria it is judged by", "Newest document", "none of 6 open", "for a person to",
    "seen from here", "The line refers to issue", "read whole", "Survivability", "No row speaks",
    "row 13: everything else", "none of the 0", "the data speaks against", "a blank stands", "which is said",
    "no longer asked", "the link names the branch",
    "For a person to judge", "nobody understood", "told against", "told to be inactive",
    "Statements the data beside them", "Its nested box", "applies for a level; it", "To correct ·", "speaks of",
    "is said", "are said", "bear them out", "bears it out", "stands in", "stands below",
    "CNCF maturity levels, ", "(read me)",
  ]

  /// The page without its tags: `<span>1</span> files` is read as `1 files`.
  private static func shown(_ page: String) -> String {
    page.split(separator: "<", omittingEmptySubsequences: false).map { part in
      part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
    }.joined()
  }

  @Test func areGone() async throws {
    try await withTemporaryFolder { folder in
      let root = Shared.packageRoot.path(percentEncoded: false)
      let output = folder.appending(path: "site")
      let built = try sitegen(["build", "--source", "\(root)/content", "--output", "site"], in: folder)
      #expect(built.status == 0, "\(built.error)")
      let report = try sitegen(["report", "--source", "\(root)/content"], in: folder)
      var texts: [(place: String, text: String)] = [
        ("summary", built.text), ("messages", built.error), ("report", report.text),
      ]
      let commands = Sitegen.configuration.subcommands.compactMap { $0.configuration.commandName }.map {
        "\($0) --help"
      }
      let others = [
        "--help", "rules", "criteria list", "criteria check", "power", "inspect", "links", "schema workspace",
        "schema criteria", "report --format markdown", "report --format triage",
        "report --format governance-review", "report --format health",
        "criteria collections --community kubevirt", "explain GOV-LIST", "limits", "manual",
      ]
      for command in commands + others {
        let words = command.split(separator: " ").map(String.init)
        let said = try sitegen(words, in: Shared.packageRoot)
        texts.append((command, said.text))
      }
      // Documents of the communities may say what they like.
      for file in Shared.files(
        in: output, endings: [".html", ".xml", ".ics", ".txt", ".svg", ".json", ".md", ".csv", ".sarif"])
      {
        let path = file.path(percentEncoded: false)
        guard !path.contains("/documents/") else { continue }
        let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        texts.append((path, page))
        if path.hasSuffix(".html") { texts.append((path, Self.shown(page))) }
      }
      #expect(texts.count > 50)
      for (place, text) in texts {
        let found = Self.old.filter { phrase in
          // A number of several digits that ends in 1 is no 1.
          text.contains(phrase)
            && (phrase.first != "1" || text.contains(" \(phrase)") || text.contains(">\(phrase)"))
        }
        #expect(found.isEmpty, "\(place): \(found): say it in plainer words")
      }
    }
  }
}
