import Intake
import Templates

extension PageKind {
  /// All findings of a community.
  static let findings = PageKind.community { _, community in
    [community.page("findings", "Findings", [("findings", community.findingSections)])]
  }

  /// The people of a community and their roles across all files: one page, or one for each letter where they are many;
  /// no page per person.
  static let people = PageKind.community { _, community in
    let letters =
      community.people.count <= mostPeopleOfAPage
      ? [] : Dictionary(grouping: community.people) { $0["letter"].asString ?? "#" }.sorted { $0.key < $1.key }
    let path = { (letter: String) in "\(community.folder)/people/\(Route.segment(letter.lowercased()))/index.html" }
    let parts = letters.map { letter, people in
      Value.map([
        ("name", .string(letter)), ("page", .string(path(letter))),
        ("acting", .int(people.count { $0["is_active"].isTruthy })),
      ])
    }
    func page(_ path: String, _ title: String, letter: String, _ people: [Value]) -> Page {
      Page(
        path: path, template: "people.html", title: "\(title): \(community.community.name)",
        context: [
          ("people", .list(people)), ("employers", community.employers), ("letters", .list(parts)),
          ("letter", .string(letter)),
        ])
    }
    return [page("\(community.folder)/people/index.html", "People", letter: "", community.people)]
      + letters.map { page(path($0), "People, \($0)", letter: $0, $1) }
  }

  /// A page of more is heavier than a phone should have to load.
  private static let mostPeopleOfAPage = 500

  /// The groups with their meetings, and a page for each group.
  static let groups = PageKind.community { _, community in
    let list = community.page(
      "groups", "Groups",
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
  }

  /// Adopters.
  static let adopters = PageKind.community { _, community in
    [
      community.page(
        "adopters", "Adopters",
        [
          ("adopters", .list(community.adopters)),
          ("types", PeopleValues.tally.list(community.assessment.view.adopterTypes)),
          ("years", PeopleValues.tally.list(community.assessment.view.adopterYears)),
        ])
    ]
  }

  /// What notes, mails and threads tell: roadmap, events, actions, decisions, feedback; only what there is.
  static let activity = PageKind.community { _, community in
    let lists: [(name: String, title: String, items: [Value])] = [
      ("roadmap", "Roadmap", community.roadmap), ("events", "Events", community.events),
      ("actions", "Actions", community.actions), ("decisions", "Decisions", community.decisions),
      ("feedback", "Feedback", community.feedback),
    ]
    return lists.compactMap { list in
      list.items.isEmpty
        ? nil : community.page(list.name, list.title, [("items", .list(list.items))])
    }
  }

  /// Figures stated in documents with their source, day and age.
  static let metrics = PageKind.community { _, community in
    guard !community.metrics.isEmpty else { return [] }
    return [community.page("metrics", "Figures", [("metrics", .list(community.metrics))])]
  }
}
