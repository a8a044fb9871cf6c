import Templates

extension PageKind {
  /// The first page of a community: the answer, what to do, and what was found.
  static let dashboard = PageKind(
    source: .community { _, community in
      [
        Page(
          path: "\(community.folder)/index.html", template: "dashboard.html", title: community.community.name,
          context: [
            ("models", .list(community.models.map(\.value))), ("comparisons", .list(community.changes)),
            ("findings", .list(community.findings)),
            ("organizations", community.organizations), ("maintainers", .int(community.maintainerCount)),
            ("adopter_types", PeopleValues.counts(community.adopterRows.map(\.type))),
            ("adopter_years", PeopleValues.years(community.adopterRows.map(\.since))),
            ("adopters", .int(community.adopters.count)), ("groups", .list(community.groups)),
            ("group_kinds", PeopleValues.counts(community.groupRows.map { GroupValues.label($0.kind) })),
            ("meetings", .list(community.meetings)), ("metrics", .list(community.metrics)),
            ("documents", .list(community.documents)),
            (
              "document_kinds", PeopleValues.counts(community.community.documents.map { DocumentValues.label($0.kind) })
            ),
            ("actions", .list(community.actions)), ("feedback", .list(community.feedback)),
            ("events", .list(community.events)), ("roadmap", .list(community.roadmap)),
            ("releases", .list(community.releases)),
          ])
      ]
    })
}
