/// Bullets with a status word in front, in notes and roadmaps.
enum StatusItems {
  /// The status items of an outline; `readsBoxes` takes a ticked box for done and an empty one for to do.
  /// `current` names the lines that count when not all do.
  static func items(
    in outline: NoteOutline, current: Set<Int>? = nil, readsBoxes: Bool = false
  ) -> [StatusItem] {
    outline.lines.indices.compactMap { index in
      guard current?.contains(index) != false, case .item(_, let checked) = outline.lines[index].kind else {
        return nil
      }
      let found = StatusMarker().find(in: outline.lines[index].text)
      guard found != nil || readsBoxes && checked != nil else { return nil }
      let line = outline.lines[index]
      if let found {
        return StatusItem(marker: found.marker, text: found.rest, location: line.location)
      }
      return StatusItem(marker: checked == true ? .done : .todo, text: line.text, location: line.location)
    }
  }
}
