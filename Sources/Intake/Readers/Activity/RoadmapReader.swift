import Criteria

extension Reader {
  /// Roadmaps: bullets with a status word or a task box, and bullets under a milestone.
  static let roadmap = Reader(id: "roadmap", kinds: [.roadmap]) { input, facts in
    guard let outline = NoteOutline(of: input, &facts) else { return [] }
    facts.statusItems += StatusItems.items(in: outline, readsBoxes: true)
    facts.roadmapItems += Roadmap.items(in: outline)
    return outline.mojibakeNote.map { [$0] } ?? []
  }
}

/// What a roadmap plans.
enum Roadmap {
  private static let terms = Phrases(
    "short term", "near term", "medium term", "mid term", "long term", "upcoming", "future", "next", "now", "later",
    "backlog", "planned", "in progress", "milestone", "milestones", "roadmap items", "features", "goals for")

  /// The items of a roadmap: outer bullets that bear a status or stand under a heading that names a release, a year, a
  /// quarter or a term.
  static func items(in outline: NoteOutline) -> [RoadmapItem] {
    outline.lines.indices.compactMap { index in
      let line = outline.lines[index]
      guard case .item(0, let checked) = line.kind else { return nil }
      let found = StatusMarker.find(in: line.text)
      let marker = found?.marker ?? checked.map { $0 ? .done : .todo }
      let milestone = outline.headings[index].last { isMilestone(outline.lines[$0].text) }
      guard marker != nil || milestone != nil, !line.text.isEmpty else { return nil }
      let heading = milestone ?? outline.headings[index].last
      return RoadmapItem(
        text: found?.rest ?? line.text, milestone: heading.map { outline.lines[$0].text }, marker: marker,
        location: line.location)
    }
  }

  private static func isMilestone(_ heading: String) -> Bool {
    heading.utf8.contains(where: \.isASCIIDigit) || terms.occur(in: heading)
  }
}
