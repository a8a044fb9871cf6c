import Assess
import Intake
import Report
import Templates

/// The yearly health check, as templates see it.
enum HealthValues {
  static let check = Record<HealthCheck, PlaceValues> {
    $0.text("result") { $0.result.rawValue }
    $0.number("flags") { $0.flags }
    $0.number("unknown") { $0.unknown }
    $0.text("rules") { _ in HealthCheck.rules }
    $0.value("groups") { group.list($0.groups, $1) }
    $0.value("history") { check, _ in check.trend.map { history.value($0, ()) } ?? Value.none }
  }

  private static let group = Record<HealthCheck.Group, PlaceValues> {
    $0.text("title") { $0.title }
    $0.value("items") { item.list($0.items, $1) }
  }

  private static let item = Record<HealthCheck.Item, PlaceValues> {
    $0.text("question") { $0.question }
    $0.text("answer") { $0.answer }
    $0.text("state") { $0.state.rawValue }
    $0.value("places") { $1.list($0.places) }
  }

  /// Quarters in which the members of a body changed, oldest first.
  static let history = Record<BodyHistory, Void> {
    $0.flag("is_complete") { $0.isComplete }
    $0.value("quarters") { history, _ in quarter.list(history.quarters) }
  }

  private static let quarter = Record<BodyHistory.Quarter, Void> {
    $0.text("name") { $0.name }
    $0.text("commit") { $0.version.commit.id }
    $0.number("members") { $0.size }
    $0.number("organizations") { $0.version.voters?.electorate.blocs.count ?? 0 }
    $0.text("top") { $0.topWords }
    $0.number("share") { $0.topShare }
    $0.text("joined") { $0.joinedWords }
    $0.text("left") { $0.leftWords }
  }
}
