import Report
import Templates

extension PageKind {
  /// The yearly health check of the governance, drafted from the files.
  static let health = PageKind.community { _, community in
    [
      community.page(
        "health", "Health check",
        [("check", HealthValues.check.value(HealthCheck(community.report), community.places))])
    ]
  }
}
