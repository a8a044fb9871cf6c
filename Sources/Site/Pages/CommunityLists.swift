import Intake
import Templates

extension PageKind {
  /// All findings of a community.
  static let findings = PageKind(
    source: .community { _, community in
      [community.page("findings", "findings.html", "Findings", [("findings", community.findingSections)])]
    })

  /// One page of the people of a community and their roles across all files; no page per person.
  static let people = PageKind(
    source: .community { _, community in
      [
        community.page(
          "people", "people.html", "People",
          [
            ("people", .list(community.people)), ("employers", community.employers),
          ])
      ]
    })

  /// The groups with their meetings, and a page for each group.
  static let groups = PageKind(
    source: .community { _, community in
      let list = community.page(
        "groups", "groups.html", "Groups",
        [
          ("groups", .list(community.groups)),
          ("kinds", community.groupKinds),
          ("has_calendar", .bool(community.hasCalendar)), ("meetings", .list(community.meetings)),
        ])
      let pages = community.groups.compactMap { group in
        group["page"].asString.map { path in
          Page(
            path: path, template: "group.html",
            title: "\(group["name"].asString ?? "Group"): \(community.community.name)",
            context: [("group", group)])
        }
      }
      return [list] + pages
    })

  /// Adopters.
  static let adopters = PageKind(
    source: .community { _, community in
      [
        community.page(
          "adopters", "adopters.html", "Adopters",
          [
            ("adopters", .list(community.adopters)),
            ("types", PeopleValues.tally.list(community.assessment.view.adopterTypes)),
            ("years", PeopleValues.tally.list(community.assessment.view.adopterYears)),
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
