import Report
import Templates

extension PageKind {
  /// The yearly health check of the governance, drafted from the files.
  static let health = PageKind.community { _, community in
    let check = HealthValues.check.value(HealthCheck(community.report), community.places)
    return [community.page("health", "Health check", [("check", check)])]
  }
}
