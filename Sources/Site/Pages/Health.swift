import Report
import Templates

extension PageKind {
  /// The yearly health check of the governance, drafted from the files.
  static let health = PageKind(
    source: .community { _, community in
      [
        Page(
          path: "\(community.folder)/health/index.html", template: "health.html",
          title: "Health check: \(community.community.name)",
          context: [("check", HealthValues.check.value(HealthCheck(community.report), community.places))])
      ]
    })
}
