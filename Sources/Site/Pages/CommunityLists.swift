import Intake
import Templates

extension PageKind {
  /// All findings of a community.
  static let findings = PageKind(
    source: .community { _, community in
      [community.page("findings", "findings.html", "Findings", [("findings", .list(community.findings))])]
    })

  /// One page of the people of a community and their roles across all files; no page per person.
  static let people = PageKind(
    source: .community { _, community in
      [
        community.page(
          "people", "people.html", "People",
          [
            ("people", community.people), ("organizations", community.organizations),
            ("maintainers", .int(community.maintainerCount)),
          ])
      ]
    })

  /// Groups with leads, meetings and subprojects.
  static let groups = PageKind(
    source: .community { _, community in
      [
        community.page(
          "groups", "groups.html", "Groups",
          [
            ("groups", .list(community.groups)),
            ("kinds", PeopleValues.counts(community.groupRows.map { GroupValues.label($0.kind) })),
            ("has_calendar", .bool(community.hasCalendar)), ("meetings", .list(community.meetings)),
          ])
      ]
    })

  /// Adopters.
  static let adopters = PageKind(
    source: .community { _, community in
      [
        community.page(
          "adopters", "adopters.html", "Adopters",
          [
            ("adopters", .list(community.adopters)),
            ("types", PeopleValues.counts(community.adopterRows.map(\.type))),
            ("years", PeopleValues.years(community.adopterRows.map(\.since))),
          ])
      ]
    })

  /// What notes, mails and threads tell: roadmap, events, actions, decisions, feedback; only what there is.
  static let activity = PageKind(
    source: .community { _, community in
      let lists: [(name: String, title: String, items: [Value])] = [
        ("roadmap", "Roadmap", community.roadmap), ("events", "Events", community.events),
        ("actions", "Actions", community.actions), ("decisions", "Decisions", community.decisions),
        ("feedback", "Feedback", community.feedback),
      ]
      return lists.compactMap { list in
        list.items.isEmpty
          ? nil : community.page(list.name, "\(list.name).html", list.title, [("items", .list(list.items))])
      }
    })

  /// Figures stated in documents with their source, day and age.
  static let metrics = PageKind(
    source: .community { _, community in
      guard !community.metrics.isEmpty else { return [] }
      return [community.page("metrics", "metrics.html", "Figures", [("metrics", .list(community.metrics))])]
    })
}

extension CommunityModel {
  fileprivate func page(_ name: String, _ template: String, _ title: String, _ context: [(String, Value)]) -> Page {
    Page(
      path: "\(folder)/\(name)/index.html", template: template, title: "\(title): \(community.name)", context: context)
  }
}
