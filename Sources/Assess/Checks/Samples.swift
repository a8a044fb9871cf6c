/// Texts that several rules' examples share.
enum Samples {
  /// Two maintainers of two organizations.
  static let maintainers = """
    # Maintainers

    | Name | GitHub | Organization | Responsibility |
    |---|---|---|---|
    | Ann Example | [ann](https://github.com/ann) | Acme | core |
    | Bob Example | [bob](https://github.com/bob) | Globex | docs |

    """

  /// The same with a third person who has left.
  static let maintainersAndEmeritus =
    maintainers + """

      ## Emeritus maintainers

      | Name | GitHub | Organization |
      |---|---|---|
      | Cid Example | [cid](https://github.com/cid) | Initech |

      """

  /// Two committers and a reviewer.
  static let roles = """
    # Maintainers

    | Name | GitHub | Organization | Role |
    |---|---|---|---|
    | Ann Example | [ann](https://github.com/ann) | Acme | Committer |
    | Bob Example | [bob](https://github.com/bob) | Globex | Committer |
    | Cid Example | [cid](https://github.com/cid) | Acme | Reviewer |

    """

  /// A committee of two, a heading each.
  static let committee = """
    # Steering committee

    ## Ann Example

    GitHub: @ann

    ## Bob Example

    GitHub: @bob

    """

  /// Two adopters.
  static let adopters = """
    # Adopters

    | Type | Name | Since | Website | Use-Case |
    |---|---|---|---|---|
    | End-user | Umbrella | 2023 | https://umbrella.example | clusters |
    | Vendor | Stark | 2024 | https://stark.example | appliances |

    """

  /// A group with a chair and a weekly meeting.
  static let meetings = """
    sigs:
    - name: Docs
      dir: sig-docs
      leadership:
        chairs:
        - {github: ann, name: Ann Example, company: Acme}
      meetings:
      - description: Regular meeting
        day: Wednesday
        time: "15:00"
        tz: UTC
        frequency: weekly
        url: https://meet.example/1
      contact: {slack: docs, mailing_list: docs@example.org}

    """

  /// A list of groups as communities generate it from their data.
  static func groupList(chair: String) -> String {
    """
    # SIGs

    | Name | Chairs | Contact | Meetings |
    |---|---|---|---|
    | [Docs](sig-docs/README.md) | [Ann Example](https://github.com/\(chair)) | [Slack](https://chat.example/docs) | weekly |

    """
  }

  /// A project file of the foundation.
  static let projectFile = """
    schema_version: "1.0.0"
    slug: example
    name: Example
    maturity_log:
    - {phase: sandbox, date: 2021-03-01T00:00:00Z}
    - {phase: incubating, date: 2024-05-02T00:00:00Z}
    repositories: [https://github.com/example/docs]
    security:
      contact:
        email: security@example.org
    governance:
      governance_doc:
        path: https://github.com/example/docs/blob/main/GOVERNANCE.md
      contributor_ladder:
        path: LADDER.md

    """

  /// A result of Scorecard with two checks.
  static func scorecard(day: String) -> String {
    """
    {"date": "\(day)T01:30:12Z", "repo": {"name": "github.com/example/example", "commit": "0a1b"},
     "scorecard": {"version": "v5.5.0", "commit": "2c3d"}, "score": 7.4,
     "checks": [{"name": "Code-Review", "score": 8, "reason": "most changes were reviewed"},
      {"name": "Packaging", "score": -1, "reason": "no workflow was found"}]}

    """
  }

  /// An entry of the best-practices badge.
  static func badge(level: String, percentage: Int) -> String {
    """
    {"id": 1, "name": "Example", "repo_url": "https://github.com/example/example",
     "updated_at": "2026-08-01T10:00:00.000Z", "badge_percentage_0": \(percentage), "badge_level": "\(level)"}

    """
  }

  /// A repository whose README links six documents that are there, with `readme` at its end.
  static func linkedDocuments(readme: String) -> [String: String] {
    let names = "abcdef".map { "docs/\($0).md" }
    var files = Dictionary(firstOf: names.map { ($0, "# Page\n") })
    files["README.md"] = "# Example\n\n" + names.map { "[\($0)](\($0))\n" }.joined() + "\n\(readme)\n"
    return files
  }

  /// What one address said when it was asked.
  static func linkAnswers(_ outcome: String, day: String) -> String {
    """
    {"schema": "links/1", "addresses": [
      {"address": "https://audits.example.org/a", "outcome": "\(outcome)", "reason": "404", "date": "\(day)"}
    ]}
    """
  }

  /// A workspace of one repository that is on the branch main.
  static let workspace = """
    communities:
    - id: example
      repositories:
      - {path: docs, url: https://github.com/example/docs, branch: main}

    """

  /// An application for graduation whose criterion on the number of maintainers is answered by `text`.
  static func application(_ text: String) -> String {
    """
    # Example Graduation Application

    ## Governance and Maintainers

    - [x] **Clear and discoverable project governance documentation.**

    It is in the community repository.

    - [x] **Governance is up to date with actual project activities.**

    The meetings are in the calendar.

    - [x] **Contributor ladder with multiple roles for contributors.**

    It has four roles.

    - [x] **A number of active maintainers which is appropriate to the size and scope of the project.**

    \(text)

    """
  }

  /// An application long enough to be recognized as following a form, with `lines` at its end.
  static func fullApplication(_ lines: [String]) -> String {
    let phrases = [
      "All project metadata and resources are vendor-neutral.",
      "Review and acknowledgement of expectations for graduated projects.",
      "Governance is up to date with actual project activities.",
      "Governance clearly documents vendor-neutrality of project direction.",
      "Document how the project makes decisions on leadership roles.",
      "Document how role, function-based members, or sub-teams are assigned.",
      "Document complete list of current maintainers.",
      "A number of active maintainers which is appropriate to the size of the project.",
      "Document a complete maintainer lifecycle process.",
      "Demonstrate usage of the maintainer lifecycle with outcomes.",
      "Code and Doc ownership in Github matches documented roles.",
      "If the project has subprojects: subproject leadership is documented.",
      "List and document all project communication channels.",
      "Up-to-date public meeting schedulers.",
      "Demonstrate contributor activity and recruitment.",
      "Document project goals and objectives.",
      "Document what the project does, and why it does it.",
      "Roadmap change process is documented.",
      "Document overview of project architecture.",
      "History of regular, quality releases.",
    ]
    let open = phrases.map { "- [ ] **\($0)**" }
    return "# Example Graduation Application\n\n## Required\n\n" + (open + lines).joined(separator: "\n\n") + "\n"
  }
}

extension String {
  /// The text with the mark of an example in front of the first occurrence of `part`.
  func marked(_ part: String) -> String { replacing(part, with: "↓" + part, maxReplacements: 1) }
}
