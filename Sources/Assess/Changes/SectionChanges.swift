import Intake

extension DocumentChanges {
  /// Sections filled, emptied, added and removed. A section is found again below the same headings, else anywhere when
  /// there is only one of its heading.
  static func sectionChanges(_ old: [Section], _ new: [Section]) -> (shared: Int, changes: [DocumentChange]) {
    let old = withoutTitle(old)
    let new = withoutTitle(new)
    var pairing = Pairing(old: old.count, new: new.count)
    pairing.join(paths(old), paths(new))
    pairing.join(old.map { key($0.heading) }, new.map { key($0.heading) }, unique: true)
    // A section that was divided is neither filled nor emptied: its parts are.
    func isFilledOrEmptied(_ was: Section, _ isNow: Section) -> Bool {
      was.state != isNow.state && was.state != .container && isNow.state != .container
    }
    return (pairing.pairs.count, pairing.changes(old, new, where: isFilledOrEmptied, change))
  }

  /// The title is no section.
  private static func withoutTitle(_ sections: [Section]) -> [Section] {
    sections.first?.level == 1 ? Array(sections.dropFirst()) : sections
  }

  /// Each heading behind those it is below.
  private static func paths(_ sections: [Section]) -> [[UInt8]?] {
    var above: [(level: Int, words: [UInt8])] = []
    return sections.map { section in
      above.removeAll { $0.level >= section.level }
      guard let words = key(section.heading) else { return nil }
      above.append((section.level, words))
      return Array(above.map(\.words).joined(separator: [0x0A]))
    }
  }

  private static func change(_ was: Section?, _ isNow: Section?) -> DocumentChange {
    DocumentChange(
      kind: .section, subject: isNow?.heading ?? was?.heading ?? "", before: was.map(state),
      after: isNow.map(state), oldPlace: was?.location, newPlace: isNow?.location)
  }

  private static func state(_ section: Section) -> String {
    switch section.state {
    case .answered: "filled"
    case .empty: "empty"
    case .wip: "in progress"
    case .todo: "to do"
    case .container: "subsections only"
    }
  }
}
