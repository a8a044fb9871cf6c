public import Intake

/// How pages and reports say who came and who went: by organization, never by person.
extension BodyHistory.Quarter {
  /// "Acme 5 of 7"; nil where the list names no organization.
  public var topWords: String? { top.map { "\($0.name) \($0.people) of \(size)" } }
  /// The largest organization's share in percent, rounded as everywhere.
  public var topShare: Int? { top.map { Rows.percent($0.people, of: size) } }
  /// "Acme 2, Globex 1".
  public var joinedWords: String { joined.map { Self.words($0.name, $0.people) }.joined(separator: ", ") }
  /// The same of those who left.
  public var leftWords: String { left.map { Self.words($0.name, $0.people) }.joined(separator: ", ") }

  private static func words(_ name: String, _ people: Int) -> String {
    "\(name.isEmpty ? "without an organization" : name) \(people)"
  }
}
