import Assess

extension GapReport {
  /// The report with less to read: totals stay those of the whole.
  ///
  /// - Parameters:
  ///   - onlyOpen: only criteria that are open, and findings about them or about claims of the application.
  ///   - top: at most so many criteria and so many findings of each community, worst first.
  public func narrowed(onlyOpen: Bool, top: Int?) -> GapReport {
    GapReport(communities: communities.map { $0.narrowed(onlyOpen, top) })
  }
}

extension CommunityReport {
  fileprivate func narrowed(_ onlyOpen: Bool, _ top: Int?) -> CommunityReport {
    var report = self
    var room = top ?? .max
    let open = Set(models.flatMap(\.model.criteria).filter(\.isOpen).map(\.criterion.id))
    report.models = models.map { model in
      var model = model
      if onlyOpen {
        // What was found where nobody has applied is good news, no open box.
        let isReady = { (verdict: Verdict) in verdict == .claimable && !model.model.hasApplication }
        model.verdicts = model.verdicts.filter { $0.verdict.countsAsOpen && !isReady($0.verdict) }
        model.apart = []
      }
      model.verdicts = model.verdicts.map { group in
        ModelReport.VerdictSection(
          verdict: group.verdict, words: group.words, section: group.section.first(&room))
      }.filter { !$0.section.isEmpty }
      model.apart = model.apart.map { $0.first(&room) }.filter { !$0.isEmpty }
      return model
    }
    room = top ?? .max
    func narrowed(_ section: ReportSection<Finding>) -> ReportSection<Finding> {
      section.filtered { finding in
        !onlyOpen || assessment.isCorrection(finding) || finding.criterion.map(open.contains) ?? false
      }.first(&room)
    }
    report.first = narrowed(first)
    report.rest = narrowed(rest)
    if onlyOpen { report.confirmed = confirmed.filtered { _ in false } }
    report.history = onlyOpen ? history.filtered { _ in false } : history.first(&room)
    return report
  }
}

extension ReportSection {
  /// The first rows that there is room for; takes them off the room.
  fileprivate func first(_ room: inout Int) -> ReportSection {
    let count = min(room, rows.count)
    room -= count
    return ReportSection(
      id: id, title: title, meaning: meaning, rows: Array(rows.prefix(count)), positions: Array(positions.prefix(count))
    )
  }

  fileprivate func filtered(_ isIncluded: (Row) -> Bool) -> ReportSection {
    let kept = zip(rows, positions).filter { isIncluded($0.0) }
    return ReportSection(id: id, title: title, meaning: meaning, rows: kept.map(\.0), positions: kept.map(\.1))
  }
}
