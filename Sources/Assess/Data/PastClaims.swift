import Diagnostics
import Intake
import StructuredData

/// What became of a claim that differs from data in another file, with what history shows.
struct ClaimOutcome {
  let status: ClaimStatus
  /// What is added to the message: what was listed when the document was written.
  let note: String
  /// The row of the earlier version.
  let places: [Finding.Place]
}

/// How a claim about a list is held against the list's earlier versions.
struct PastList {
  let history: ListHistory
  /// Whether the claim holds on a version; only asked for versions with rows.
  let holds: (ListHistory.Version) -> Bool
  /// What a version shows, as a clause ("8 were listed").
  let clause: (ListHistory.Version) -> String
  /// The row to point at.
  let row: (ListHistory.Version) -> Location?
  /// The version's entries, by which two versions are found to be the same list.
  let entries: (ListHistory.Version) -> Set<String>
  /// Whether a claim that no version bears out is wrong, not only in other words than the list's: true for plain counts.
  let canContradict: Bool
}

extension CommunityData {
  /// What became of a claim that differs from data in another file.
  ///
  /// - Outdated: a version of the list not younger than the document bore it out, or its own date is too old.
  /// - Contradicted: it stands beside the data in one document; or the data is of the same day; or it is an exact total,
  ///   the whole history is known, the list of the document's own day shows another number, and no version ever showed
  ///   the one claimed.
  /// - Differs: everything else. The day of a document is often the day after: one day of slack is given.
  func outcome(
    of claim: Claim, in document: SourceDocument, against data: SourceDocument?, past: PastList? = nil
  ) -> ClaimOutcome {
    if data?.path == document.path { return ClaimOutcome(status: .contradicted, note: "", places: []) }
    let stated = claim.asOf ?? document.date
    let found = past.flatMap { past in
      (stated ?? community.day(ofLine: claim.location.line, of: document.path)
        ?? community.changes(of: document.path).first?.date).flatMap { self.found(past, on: $0) }
    }
    func outcome(_ status: ClaimStatus) -> ClaimOutcome {
      let note = found.map { "; " + $0.words } ?? ""
      return ClaimOutcome(status: status, note: note, places: found?.places ?? [])
    }
    if found?.held == true { return outcome(.outdated) }
    if let date = claim.asOf, date.days(to: asOf) > maxAge { return outcome(.outdated) }
    if let claimed = stated, let today = data?.date, claimed == today { return outcome(.contradicted) }
    let isPlain = claim.qualifier == .exact && claim.isTotal && stated != nil
    return outcome(isPlain && found?.isSureNever == true ? .contradicted : .differs)
  }

  private struct PastFound {
    let held: Bool
    /// Whether the list of the day is known, is the same list as today's, and no version ever bore the claim out.
    let isSureNever: Bool
    let words: String
    let places: [Finding.Place]
  }

  /// What the versions of a list up to a day show; nil when there is none with rows.
  private func found(_ past: PastList, on day: CalendarDate) -> PastFound? {
    guard day <= asOf else { return nil }
    let versions = past.history.versions
    func place(_ version: ListHistory.Version) -> [Finding.Place] {
      past.row(version).map { [.init(.fact, $0)] } ?? []
    }
    func isRead(_ version: ListHistory.Version) -> Bool { !past.entries(version).isEmpty }
    let current = versions.lastIndex { $0.commit.date <= day }
    let early = versions.lastIndex { $0.commit.date.days(to: day) >= -1 } ?? -1
    if let index = versions[..<(early + 1)].lastIndex(where: { isRead($0) && past.holds($0) }) {
      let version = versions[index]
      let next = index + 1 < versions.count ? versions[index + 1].commit.date : nil
      let isOfTheDay = next.map { $0 > day } ?? true
      let time = isOfTheDay ? "on \(max(day, version.commit.date))" : "until \(next ?? day)"
      var words = "\(past.clause(version)) \(time)"
      if !isOfTheDay, let current, isRead(versions[current]), past.canContradict {
        words += ", \(past.clause(versions[current])) on \(day)"
      }
      return PastFound(held: true, isSureNever: false, words: words, places: place(version))
    }
    guard let current, isRead(versions[current]) else { return nil }
    let then = versions[current]
    let never = past.history.isComplete && !versions.contains { isRead($0) && past.holds($0) }
    // A list that was written otherwise then may have been read otherwise.
    let (old, new) = (past.entries(then), versions.last.map(past.entries) ?? [])
    let isSameList = old.intersection(new).count * 2 >= min(old.count, new.count)
    return PastFound(
      held: false, isSureNever: never && isSameList && past.canContradict,
      words: "\(past.clause(then)) on \(day)"
        + (never && past.canContradict ? ", and the claimed number never was" : ""),
      places: place(then))
  }

  // MARK: The lists

  /// Earlier versions of the list of maintainers for a claim on their number.
  func pastMaintainers(_ claim: Claim) -> PastList? {
    community.maintainerHistory.map { past($0, claim, \.maintainers, \.location, Self.people) }
  }

  /// Earlier versions of the list of adopters for a claim on their number.
  func pastAdopters(_ claim: Claim) -> PastList? {
    community.adopterHistory.map { past($0, claim, \.adopters, \.location, Self.adopters) }
  }

  private func past<Row>(
    _ history: ListHistory, _ claim: Claim, _ rows: @escaping (ListHistory.Version) -> [Row],
    _ place: @escaping (Row) -> Location, _ entries: @escaping (ListHistory.Version) -> Set<String>
  ) -> PastList {
    PastList(
      history: history, holds: { CountComparison(claim, rows($0).count) == .holds },
      clause: { Rows.listed(rows($0).count) }, row: { rows($0).first.map(place) }, entries: entries,
      canContradict: true)
  }

  private func employers(of version: ListHistory.Version) -> Employers {
    Employers(version.maintainers, names: community.organizations)
  }

  /// Earlier versions of the list of maintainers for a claim on the number of their organizations.
  func pastOrganizations(_ claim: Claim) -> PastList? {
    community.maintainerHistory.map { history in
      PastList(
        history: history,
        holds: { version in
          employers(of: version).unstated.isEmpty
            && CountComparison(claim, employers(of: version).organizations.count) == .holds
        },
        clause: { Rows.listed(employers(of: $0).organizations.count) }, row: { $0.maintainers.first?.location },
        entries: Self.people, canContradict: false)
    }
  }

  /// Earlier versions of the list of maintainers for an organization named as the employer of some.
  func pastOrganization(named name: String) -> PastList? {
    func member(_ version: ListHistory.Version) -> Person? {
      version.maintainers.first { $0.organization.map { areSame(name, $0) } ?? false }
    }
    return community.maintainerHistory.map { history in
      PastList(
        history: history, holds: { member($0) != nil }, clause: { member($0) == nil ? "none did" : "one did" },
        row: { member($0)?.location ?? $0.maintainers.first?.location }, entries: Self.people, canContradict: false)
    }
  }

  /// Earlier versions of the list of adopters for an organization named as one.
  func pastAdopter(named name: String) -> PastList? {
    func row(_ version: ListHistory.Version) -> Adopter? { version.adopters.first { isSameAdopter(name, $0.name) } }
    return community.adopterHistory.map { history in
      PastList(
        history: history, holds: { row($0) != nil }, clause: { row($0) == nil ? "it was not listed" : "it was listed" },
        row: { row($0)?.location ?? $0.adopters.first?.location }, entries: Self.adopters, canContradict: false)
    }
  }

  private static func people(_ version: ListHistory.Version) -> Set<String> {
    Set(version.maintainers.map { $0.handle.map(NameFolding.handle) ?? Folding.letters($0.name) })
  }

  private static func adopters(_ version: ListHistory.Version) -> Set<String> {
    Set(version.adopters.map { Folding.letters($0.name) })
  }
}
