extension Assessment {
  /// Fingerprints of findings that miss a list of members which the earlier version had no more than this one: a heading
  /// that has another name now, of the charter or of a page that may list them, is no list that was lost.
  public func electoratesUnknown(since earlier: Assessment) -> Set<String> {
    let missed = findings.filter { $0.rule == Rule.powerElectorateNotFound.id }
    guard !missed.isEmpty else { return [] }
    let bodies = earlier.reading { data in
      earlier.view.power.bodies.filter { $0.voters == nil && CommitteeRoster($0.name, in: data) == nil }
    }
    let lines = Set(bodies.flatMap(\.mainDecisions).map(\.rule.location.excerpt))
    return Set(
      missed.filter { finding in
        finding.places.first.map { lines.contains($0.location.excerpt) } ?? false
          || bodies.contains { finding.message == $0.withoutMembers }
      }.map(\.fingerprint))
  }
}
