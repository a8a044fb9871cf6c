import Words

/// What a column, a label or a line about a group holds.
enum GroupPart: Hashable {
  case name, label, leads(String), meeting, meetingLink, notes, recordings, slack, mailingList, contact, charter
  case mission

  /// Whether it says more about what another part says: links of a meeting come behind it.
  var isAfterthought: Bool { [.meetingLink, .notes, .recordings].contains(self) }

  /// The meaning of a heading or label; nil for an unknown one.
  static func recognize(_ heading: String) -> GroupPart? {
    let words = Set(heading.lowercaseWords)
    let known = Lexicon.groups
    // Technical leads are named by two words; without the second the first says nothing.
    let isLead = words.contains("lead") || words.contains("leads")
    guard let part = known.parts.first(sharing: words, without: isLead ? [] : ["tech-lead"]) else { return nil }
    switch part {
    case "meeting":
      let isLink = !words.isDisjoint(with: known.meetingLinks) && !words.isDisjoint(with: ["meeting", "meetings"])
      return isLink ? .meetingLink : .meeting
    case "notes": return .notes
    case "recordings": return .recordings
    case "slack": return .slack
    case "mailing-list": return .mailingList
    case "contact": return .contact
    case "charter": return .charter
    case "label": return .label
    case "mission": return .mission
    case "name": return .name
    case "none": return nil
    default: return .leads(part)
    }
  }
}
