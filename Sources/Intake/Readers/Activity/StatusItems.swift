/// Bullets with a status word in front, in notes and roadmaps.
enum StatusItems {
  /// The status items of an outline; `readsBoxes` takes a ticked box for done and an empty one for to do.
  /// `current` names the lines that count when not all do.
  static func items(
    in outline: NoteOutline, current: Set<Int>? = nil, readsBoxes: Bool = false
  ) -> [StatusItem] {
    outline.lines.indices.compactMap { index in
      let line = outline.lines[index]
      guard current?.contains(index) != false, case .item(_, let checked) = line.kind else { return nil }
      if let found = StatusMarker().find(in: line.text) {
        return StatusItem(marker: found.marker, text: found.rest, location: line.location)
      }
      guard readsBoxes, let checked else { return nil }
      return StatusItem(marker: checked ? .done : .todo, text: line.text, location: line.location)
    }
  }
}
