import Words

extension MeetingZone {
  /// Offset from UTC in minutes and summer time of a zone that a calendar can be written for; nil for any other.
  static func rule(of zone: String) -> (offset: Int, summer: Summer)? {
    Lexicon.times.zoneClocks.first { $0.words.contains(zone) }.flatMap(clock)
  }

  /// A zone without summer time that is this many minutes ahead of UTC.
  static func zone(ofOffset minutes: Int) -> String? {
    Lexicon.times.zoneClocks.first { $0.name == "\(Summer.none.rawValue) \(minutes)" }?.words.first
  }

  /// What the name of a group of zones says: `europe 60`.
  private static func clock(_ group: LexiconFile.Group) -> (offset: Int, summer: Summer)? {
    guard let blank = group.name.lastIndex(of: " "), let offset = Int(group.name[blank...].dropFirst()),
      let summer = Summer(rawValue: String(group.name[..<blank]))
    else { return nil }
    return (offset, summer)
  }
}
