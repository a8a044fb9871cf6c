import Criteria
import Words

extension Reader {
  /// Roadmaps: bullets, headings and tables that plan something.
  static let roadmap = Reader(id: "roadmap", kinds: [.roadmap]) { input, facts in
    guard let outline = NoteOutline(of: input, &facts) else { return [] }
    facts.statusItems += StatusItems.items(in: outline, readsBoxes: true)
    let tables = RoadmapTables(document: input.text.lines)
    facts.roadmapItems += (Roadmap().items(in: outline) + tables.items(in: input.source)).sorted {
      $0.location.line < $1.location.line
    }
    return outline.mojibakeNote.map { [$0] } ?? []
  }
}

struct Roadmap {
  let lexicon = Lexicon.activity

  /// Whether a heading speaks of a roadmap or of plans.
  func isPlan(_ heading: String) -> Bool { lexicon.roadmapPlans.occur(in: heading) }

  /// Whether a heading names when: a release, a year, a quarter or a term.
  func isMilestone(_ heading: String) -> Bool {
    heading.utf8.contains(where: \.isASCIIDigit) || lexicon.roadmapTerms.occur(in: heading)
  }

  /// The items of a roadmap: bullets that bear a status or stand under a milestone, else headings with a text below, when
  /// the roadmap announces a list of them.
  func items(in outline: NoteOutline) -> [RoadmapItem] {
    let bullets = outline.lines.indices.compactMap { bullet($0, in: outline) }
    let lines = Set(bullets.map(\.location.line))
    return bullets + headings(in: outline, besides: lines)
  }

  private func bullet(_ index: Int, in outline: NoteOutline) -> RoadmapItem? {
    let line = outline.lines[index]
    guard case .item(let depth, let checked) = line.kind else { return nil }
    let found = status(of: line.text)
    let marker = found?.marker ?? checked.map { $0 ? .done : .todo }
    let milestone = outline.headings[index].last { isMilestone(outline.lines[$0].text) }
    // Nested bullets explain the one above, unless they bear a status of their own; then that one names their theme.
    guard marker != nil || (milestone != nil && depth == 0), !line.text.isEmpty else { return nil }
    if marker == nil, outline.nested(below: index).contains(where: { bearsStatus(outline.lines[$0]) }) { return nil }
    let heading = milestone ?? outline.headings[index].last
    return RoadmapItem(
      text: found?.rest ?? line.text, milestone: heading.map { outline.lines[$0].text }, marker: marker,
      location: line.location)
  }

  private func bearsStatus(_ line: NoteLine) -> Bool {
    guard case .item(_, let checked) = line.kind else { return false }
    return checked != nil || status(of: line.text) != nil
  }

  /// The status word or sign of a text, in front or behind.
  func status(of text: String) -> StatusMarker.Found? {
    let marker = StatusMarker()
    return marker.find(in: text) ?? marker.sign(text) ?? marker.trailing(text)
  }

  /// Headings with nothing but text below, where no bullets are planned.
  private func headings(in outline: NoteOutline, besides lines: Set<Int>) -> [RoadmapItem] {
    // A guide to roadmaps plans nothing.
    if let title = outline.lines.first(where: { $0.headingLevel != nil })?.text, lexicon.roadmapGuides.occur(in: title)
    {
      return []
    }
    let opening = outline.lines.prefix { $0.headingLevel ?? 1 < 2 }
    let isAnnounced = opening.contains { $0.kind == .paragraph && lexicon.roadmapAnnouncements.occur(in: $0.text) }
    let candidates = outline.lines.indices.filter { index in
      guard let level = outline.lines[index].headingLevel, level > 1, level < 7 else { return false }
      let section = outline.section(of: index)
      let hasMilestone = outline.headings[index].contains {
        outline.lines[$0].headingLevel != 1 && isMilestone(outline.lines[$0].text)
      }
      return (hasMilestone || isAnnounced) && !section.isEmpty
        && section.allSatisfy {
          outline.lines[$0].headingLevel == nil && !lines.contains(outline.lines[$0].location.line)
        }
        && section.contains { outline.lines[$0].kind == .paragraph } && !isFurniture(outline.lines[index].text)
        && !(isMilestone(outline.lines[index].text) && !hasMilestone)
    }
    guard candidates.count >= 2 else { return [] }
    return candidates.map { index in
      let line = outline.lines[index]
      let found = status(of: line.text)
      let above = outline.headings[index].last { outline.lines[$0].headingLevel != 1 }
      return RoadmapItem(
        text: found?.rest ?? line.text, milestone: above.map { outline.lines[$0].text }, marker: found?.marker,
        location: line.location)
    }
  }

  private func isFurniture(_ heading: String) -> Bool {
    lexicon.roadmapFurniture.begin(normalized: PhraseMatcher.normalized(heading)) || heading.hasSuffix("?")
  }
}
