public import Criteria
public import Diagnostics
public import StructuredData

/// A conference, summit or meeting named in notes, mails and threads.
public struct Event: Sendable, Hashable {
  /// What happened to it, as the document says.
  public enum State: String, Sendable, Hashable {
    case planned, done, waiting, unknown
  }

  /// Its name.
  public var name: String
  /// First day, if the text gives one.
  public var date: CalendarDate?
  /// Last day, if the text gives one.
  public var endDate: CalendarDate?
  /// What happened to it.
  public var state: State = .unknown
  /// What the document says of it, in plain text lines.
  public var details: [String] = []
  /// Its line.
  public var location: Location
}

/// Something somebody asks for or is to do.
public struct Action: Sendable, Hashable {
  /// Whether it is done, as the document says.
  public enum State: String, Sendable, Hashable {
    case open, done
  }

  /// What is asked.
  public var text: String
  /// Whether it is done.
  public var state: State = .open
  /// The heading it is under.
  public var topic: String?
  /// The criterion it is about.
  public var criterion: CriterionID?
  /// Its line.
  public var location: Location
}

/// Something a group decided.
public struct Decision: Sendable, Hashable {
  /// What was decided.
  public var text: String
  /// The heading it is under.
  public var topic: String?
  /// The criterion it is about.
  public var criterion: CriterionID?
  /// Its line.
  public var location: Location
}

/// Something a roadmap plans.
public struct RoadmapItem: Sendable, Hashable {
  /// What is planned.
  public var text: String
  /// The heading it is under: a release, a year, a term.
  public var milestone: String?
  /// How far it is, as the document says.
  public var marker: StatusItem.Marker?
  /// Its line.
  public var location: Location
}

/// A remark by a reviewer or a committee.
public struct Feedback: Sendable, Hashable {
  /// Account or name; nil when the document does not say.
  public var by: String?
  /// When.
  public var date: CalendarDate?
  /// The remark.
  public var text: String
  /// The criterion it is about.
  public var criterion: CriterionID?
  /// Its line.
  public var location: Location
}

/// A link of a document. It is one reference: documents have thousands, and many rules look at each.
public struct Link: Sendable, Hashable {
  private struct Content: Sendable, Hashable {
    let text: String
    let destination: String
    let goal: LinkPath.Goal
    let location: Location
  }

  private let shared: Shared<Content>

  /// - Parameter goal: what the destination names, where that is known.
  init(text: String, destination: String, goal: LinkPath.Goal? = nil, location: Location) {
    let goal = goal ?? LinkPath.goal(of: destination, in: String(location.path.parentFolder))
    shared = Shared(Content(text: text, destination: destination, goal: goal, location: location))
  }

  /// Text shown.
  public var text: String { shared.value.text }
  /// Destination as written.
  public var destination: String { shared.value.destination }
  /// What the destination names, as far as it tells by itself.
  public var goal: LinkPath.Goal { shared.value.goal }
  /// Its line.
  public var location: Location { shared.value.location }
}

/// A region that no reader understood, and why.
public struct Unread: Sendable, Hashable {
  /// Its line.
  public var line: Int
  /// Why.
  public var reason: String
}
