/// What a column, a label or a line about a group holds.
enum GroupPart: Hashable {
  case name, label, leads(String), meeting, meetingLink, notes, recordings, slack, mailingList, contact, charter
  case mission

  /// Whether it says more about what another part says: links of a meeting come behind it.
  var isAfterthought: Bool { [.meetingLink, .notes, .recordings].contains(self) }

  /// The meaning of a heading or label given as lower-case words; nil for an unknown one.
  static func recognize(_ heading: String) -> GroupPart? {
    let words = Set(heading.split(separator: " ").map(String.init))
    func has(_ any: String...) -> Bool { any.contains { words.contains($0) } }
    if has("emeritus", "former", "alumni") { return .leads("emeritus") }
    if has("team", "invites", "repos", "repositories", "folder", "stakeholder") { return nil }
    if has("tech", "technical"), has("leads", "lead") { return .leads("tech-lead") }
    if has("chair", "chairs", "cochairs") { return .leads("chair") }
    if has("lead", "leads", "organizer", "organizers", "facilitator", "facilitators") { return .leads("lead") }
    if has("liaison", "liaisons") { return .leads("liaison") }
    if has("sponsor", "sponsors") { return .leads("sponsor") }
    if has("members") { return .leads("member") }
    if has("notes", "minutes", "agenda") { return .notes }
    if has("recording", "recordings") { return .recordings }
    if has("slack", "channel", "chat") { return .slack }
    if has("mailing", "forum", "list") { return .mailingList }
    if has("meeting", "meetings"), has("vc", "link", "zoom", "video", "call", "room", "url") { return .meetingLink }
    if has("meeting", "meetings", "schedule", "time") { return .meeting }
    if has("contact") { return .contact }
    if has("charter") { return .charter }
    if has("label") { return .label }
    if has("mission", "description", "scope", "purpose") { return .mission }
    if has("name", "group", "sig", "wg") { return .name }
    return nil
  }
}
