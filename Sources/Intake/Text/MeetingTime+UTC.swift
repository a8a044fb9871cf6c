extension MeetingTime {
  /// When it begins in UTC in winter and in summer, in minutes since midnight; nil without a time or a known zone.
  public var startInUTC: (winter: Int, summer: Int)? {
    guard let start, let zone else { return nil }
    let offset: (winter: Int, summer: Int)
    if let rule = MeetingZone.rule(of: zone) {
      offset = (rule.offset, rule.offset + (rule.summer == .none ? 0 : 60))
    } else if zone.hasPrefix("Etc/GMT"), let hours = Int(zone.dropFirst(7)) {
      // The database counts west of Greenwich.
      offset = (-hours * 60, -hours * 60)
    } else {
      return nil
    }
    func inDay(_ minutes: Int) -> Int { (minutes % 1440 + 1440) % 1440 }
    return (inDay(start - offset.winter), inDay(start - offset.summer))
  }
}
