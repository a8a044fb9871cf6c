import Intake
import Templates

extension PageKind {
  /// The first page of a community: the answer, what to do, and what was found.
  static let dashboard = PageKind.community { site, community in
    [
      Page(
        path: "\(community.folder)/index.html", template: "dashboard.html", title: community.community.name,
        context: [
          ("models", .list(community.models.map(\.value))), ("comparisons", .list(community.changes)),
          ("findings", community.findingSections),
          ("employers", community.employers),
          ("adopter_types", PeopleValues.tally.list(community.assessment.view.adopterTypes)),
          ("adopter_years", PeopleValues.tally.list(community.assessment.view.adopterYears)),
          ("adopters", .int(community.adopters.count)), ("groups", .list(community.groups)),
          ("group_kinds", community.groupKinds),
          ("meetings", .list(community.meetings)), ("metrics", .list(community.metrics)),
          ("documents", .list(DocumentValues.list(community, index: site.index))),
          (
            "document_kinds",
            PeopleValues.tally.list(Tally.of(community.community.documents.map { DocumentValues.label($0.kind) }))
          ),
          ("actions", .list(community.actions)), ("feedback", .list(community.feedback)),
          ("events", .list(community.events)), ("roadmap", .list(community.roadmap)),
          ("releases", .list(community.releases)),
        ])
    ]
  }
}
