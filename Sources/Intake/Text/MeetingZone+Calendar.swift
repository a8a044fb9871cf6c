extension MeetingZone {
  /// The `VTIMEZONE` lines of a zone; empty for UTC, nil for a zone whose clock changes are not known here.
  static func definition(of zone: String) -> [String]? {
    if zone == "UTC" { return [] }
    guard let rule = rule(of: zone) ?? fixedOffset(zone).map({ (offset: $0, summer: .none) }) else { return nil }
    let (winter, summer) = (offsetText(rule.offset), offsetText(rule.offset + 60))
    let parts: [String]
    switch rule.summer {
    case .none: parts = part("STANDARD", "19700101T000000", nil, winter, winter)
    case .america:
      parts =
        part("STANDARD", "20071104T020000", "BYMONTH=11;BYDAY=1SU", summer, winter)
        + part("DAYLIGHT", "20070311T020000", "BYMONTH=3;BYDAY=2SU", winter, summer)
    case .europe:
      // Everywhere at 1:00 UTC, so the local hour depends on the zone.
      let hour = 1 + rule.offset / 60
      parts =
        part("STANDARD", "19961027T\(twoDigits(hour + 1))0000", "BYMONTH=10;BYDAY=-1SU", summer, winter)
        + part("DAYLIGHT", "19960331T\(twoDigits(hour))0000", "BYMONTH=3;BYDAY=-1SU", winter, summer)
    case .australia:
      parts =
        part("STANDARD", "20080406T030000", "BYMONTH=4;BYDAY=1SU", summer, winter)
        + part("DAYLIGHT", "20081005T020000", "BYMONTH=10;BYDAY=1SU", winter, summer)
    case .newZealand:
      parts =
        part("STANDARD", "20080406T030000", "BYMONTH=4;BYDAY=1SU", summer, winter)
        + part("DAYLIGHT", "20070930T020000", "BYMONTH=9;BYDAY=-1SU", winter, summer)
    }
    return ["BEGIN:VTIMEZONE", "TZID:\(zone)"] + parts + ["END:VTIMEZONE"]
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func part(
    _ kind: String, _ start: String, _ rule: String?, _ before: String, _ after: String
  ) -> [String] {
    ["BEGIN:\(kind)", "DTSTART:\(start)"] + (rule.map { ["RRULE:FREQ=YEARLY;\($0)"] } ?? [])
      + ["TZOFFSETFROM:\(before)", "TZOFFSETTO:\(after)", "END:\(kind)"]
  }

  private static func offsetText(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + twoDigits(abs(minutes) / 60) + twoDigits(abs(minutes) % 60)
  }

  /// Minutes of `Etc/GMT-8`, which lies east of Greenwich.
  private static func fixedOffset(_ zone: String) -> Int? {
    guard zone.hasPrefix("Etc/GMT") else { return nil }
    return Int(zone.dropFirst(7)).flatMap { abs($0) <= 14 ? -$0 * 60 : nil }
  }
}
