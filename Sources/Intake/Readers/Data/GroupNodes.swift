import Words
import Diagnostics
import StructuredData

/// Parts of group data that several families share: leaders, meetings, contacts, subprojects.
struct GroupNodes {
  let source: SourceText

  /// A leader from a map, or from a bare account name; nil when it names nobody.
  func lead(_ node: Node, role: String) -> Group.Lead? {
    let location = node.location(in: source)
    if let text = node.string?.blanksFolded {
      guard !Placeholder.isPlaceholder(text) else { return nil }
      let handle = Account.handle(text)
      return Group.Lead(
        name: handle == nil ? text : "", handle: handle, organization: nil, role: role, location: location)
    }
    let name = text(node, ["name"]) ?? ""
    let handle = text(node, Lexicon.groups.handleKeys).flatMap(Account.handle(_:))
    guard !name.isEmpty || handle != nil else { return nil }
    return Group.Lead(
      name: name, handle: handle, organization: text(node, Lexicon.groups.organizationKeys),
      role: role, location: location)
  }

  /// The leaders of a sequence, or of a single map.
  func leads(_ node: Node?, role: String) -> [Group.Lead] {
    guard let node else { return [] }
    return (node.isSequence ? node.elements : [node]).compactMap { lead($0, role: role) }
  }

  /// Leaders below a `leadership` key or beside it, with the role their list says.
  func leads(of group: Node) -> [Group.Lead] {
    let holder = group["leadership"] ?? group
    if holder.isSequence { return leads(holder, role: "lead") }
    return holder.entries.flatMap { entry -> [Group.Lead] in
      guard let key = entry.key.string, let role = Lexicon.groups.roles[key.lowercased()] else { return [] }
      return leads(entry.value, role: role)
    }
  }

  /// The meetings of a group, as written.
  func meetings(of group: Node) -> [Group.Meeting] {
    (group["meetings"]?.elements ?? group["meeting"].map { [$0] } ?? []).compactMap { meeting in
      if let text = meeting.string { return Group.Meeting(description: text, location: meeting.location(in: source)) }
      guard meeting.isMapping else { return nil }
      return Group.Meeting(
        description: text(meeting, Lexicon.groups.meetingKeys) ?? "",
        day: text(meeting, Lexicon.groups.dayKeys), time: text(meeting, Lexicon.groups.timeKeys),
        timeZone: text(meeting, Lexicon.groups.zoneKeys), frequency: text(meeting, Lexicon.groups.frequencyKeys),
        url: text(meeting, Lexicon.groups.roomKeys),
        archiveURL: text(meeting, Lexicon.groups.noteKeys),
        recordingsURL: text(meeting, Lexicon.groups.recordingKeys), location: meeting.location(in: source))
    }
  }

  /// Chat channel and mailing list of a group.
  func contact(of group: Node) -> Group.Contact? {
    let holder = group["contact"] ?? group
    let contact = Group.Contact(
      slack: text(holder, Lexicon.groups.channelKeys),
      mailingList: text(holder, Lexicon.groups.mailKeys))
    return contact.slack == nil && contact.mailingList == nil ? nil : contact
  }

  func subprojects(of group: Node) -> [Group.Subproject] {
    let list = group["subprojects"] ?? group["tag_subprojects"]
    return list.elements.compactMap { node in
      guard let name = text(node, ["name"]) else { return nil }
      return Group.Subproject(
        name: name, description: text(node, Lexicon.groups.subprojectKeys),
        owners: node["owners"].strings,
        leads: leads(node["leads"], role: "lead") + (node["leadership"] == nil ? [] : leads(of: node)),
        meetings: meetings(of: node), location: node.location(in: source))
    }
  }

  /// A group from a map with a name.
  func group(_ node: Node, kind: Group.Kind, name: String? = nil) -> Group? {
    guard let name = name ?? text(node, Lexicon.groups.titleKeys) else { return nil }
    return Group(
      kind: kind, name: name, dir: text(node, Lexicon.groups.folderKeys),
      mission: text(node, Lexicon.groups.missionKeys),
      charterLink: text(node, Lexicon.groups.charterKeys), label: text(node, ["label"]), leads: leads(of: node),
      meetings: meetings(of: node), subprojects: subprojects(of: node), contact: contact(of: node),
      location: node.location(in: source))
  }

  /// The text of the first of these keys that has one.
  func text(_ node: Node, _ keys: [String]) -> String? {
    for key in keys {
      if let text = node[key]?.string?.blanksFolded, !text.isEmpty { return text }
    }
    return nil
  }

}
