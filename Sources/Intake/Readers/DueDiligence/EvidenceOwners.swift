/// Says which lines behind criterion lines belong to which of them.
struct EvidenceOwners {
  private let document: DocumentLines
  private let items: [CriterionLine]
  /// Lines that belong to each item.
  private(set) var lines: [[TextLine]]

  /// Assigns the lines of every item's body.
  ///
  /// Everything up to the next criterion line or heading belongs to an item. Text behind the last of several nested
  /// boxes belongs to it while it is indented deeper; at the same indentation only if its siblings are answered that
  /// way; the rest, and what follows text that is further left, belongs to the box around them.
  init(_ items: [CriterionLine], of document: DocumentLines) {
    self.document = document
    self.items = items
    lines = Array(repeating: [], count: items.count)
    let answeredAlike = parentsAnsweredAlike()
    for index in items.indices {
      // Text between siblings belongs to the one above it.
      let next = index + 1 < items.count ? items[index + 1].parent : nil
      let isBetween = items[index].parent != nil && next == items[index].parent
      var owner = index
      var above: (line: Int, indent: Int, owner: Int)?
      for line in document.lines[items[index].body] where line.isContent {
        // A line that continues the one above or is nested under it goes with it.
        if let last = above, line.number == last.line + 1, line.indent > last.indent {
          lines[last.owner].append(line)
          above?.line = line.number
          continue
        }
        while !isBetween, let parent = items[owner].parent, line.indent < items[owner].indent { owner = parent }
        var lineOwner = owner
        if !isBetween, let parent = items[owner].parent, line.indent == items[owner].indent,
          !answeredAlike.contains(parent)
        {
          lineOwner = parent
        }
        lines[lineOwner].append(line)
        above = (line.number, line.indent, lineOwner)
      }
    }
  }

  /// Items among whose nested boxes text is at the indentation of the boxes themselves.
  private func parentsAnsweredAlike() -> Set<Int> {
    var found: Set<Int> = []
    for (index, item) in items.enumerated() {
      guard let parent = item.parent, index + 1 < items.count, items[index + 1].parent == parent else { continue }
      if document.lines[item.body].contains(where: { $0.isContent && $0.indent == item.indent }) {
        found.insert(parent)
      }
    }
    return found
  }
}
