import Markdown
import Words

extension Community {
  /// Fewest parts that make a list of maintainers one by parts of the project.
  private static let fewestParts = 3

  /// Parts of the project that a list of maintainers names: headings that say more than that maintainers are listed, each
  /// with people of its own who act today. Empty where there are fewer than three.
  public var maintainedParts: [Group.Subproject] {
    let lists = ownDocuments.filter { $0.kind == .maintainers }.map(parts)
    return lists.first { $0.count >= Self.fewestParts } ?? []
  }

  /// Parts of the project in a table whose file and first column are named for them: `sub-projects.md`.
  public var listedParts: [Group.Subproject] {
    ownDocuments.filter { Self.isOfParts(String($0.path.fileStem)) }.flatMap { document in
      (document.markdown?.blocks ?? []).flatMap { block -> [Group.Subproject] in
        guard let table = HeadedTable<PeopleColumn>(block, recognize: { _ in nil }),
          table.headings.first.map(Self.isOfParts) == true
        else { return [] }
        return table.rows.compactMap { row in
          let name = row.cells.first.flatMap { Placeholder.real($0.plainText) }
          return name.map { Group.Subproject(name: $0, location: document.source.location(line: row.line)) }
        }
      }
    }
  }

  private static func isOfParts(_ text: String) -> Bool {
    let letters = text.lowercaseWords.joined()
    return letters == "subprojects" || letters == "subproject"
  }

  private func parts(of document: SourceDocument) -> [Group.Subproject] {
    let headings = document.markdown?.headings ?? []
    guard headings.count >= Self.fewestParts else { return [] }
    let people = document.facts.people.filter { $0.status == .active }
    let own = Set(([id, self.name] + repositories.map(\.name)).flatMap(\.lowercaseWords))
    return headings.enumerated().compactMap { index, heading -> Group.Subproject? in
      let end = index + 1 < headings.count ? headings[index + 1].line : Int.max
      let here = people.filter { (heading.line..<end).contains($0.location.line) }
      // As they are written; "[oven-maintainers]: maintainers of example/oven" names one part once.
      let text = heading.text.prefix { $0 != "(" }
      let words = text.runsOfLettersAndNumbers.uniqued { $0.lowercased() }.filter { word in
        let word = word.lowercased()
        return !own.contains(word) && !Lexicon.people.roleWords.contains(word)
          && !Lexicon.people.notNames.contains(word) && !Lexicon.people.plainHeadings.contains(word)
      }
      guard !here.isEmpty, !words.isEmpty, (1...4).contains(words.count) else { return nil }
      return Group.Subproject(
        name: words.joined(separator: " "), leads: here.map { Group.Lead($0, role: $0.role) },
        location: document.source.location(line: heading.line))
    }.uniqued { $0.name.lowercased() }
  }
}
