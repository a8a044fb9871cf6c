import Diagnostics
import Intake

extension Rule {
  static let powerDecidesAlone = Rule(
    id: "power/decides-alone",
    summary: "one organization has the votes to decide alone, by the rules and lists as they are written",
    why:
      "All other organizations depend on the goodwill of one; graduation requires a rule that balances organizations.",
    howToFix:
      "write a rule that limits the votes or seats of one organization, or recruit members from other organizations",
    examples: [
      Example(
        ["GOVERNANCE.md": PowerSamples.governance.marked("Decisions"), "MAINTAINERS.md": PowerSamples.twoOfThree],
        finds: ["Acme (2 of 3 maintainers) decides ordinary decisions and changes to the governance alone"]),
      Example(["GOVERNANCE.md": PowerSamples.governance, "MAINTAINERS.md": PowerSamples.oneOfThreeEach]),
      Example([
        "GOVERNANCE.md": PowerSamples.governance
          + "\nThe votes of maintainers of the same company count as one vote.\n",
        "MAINTAINERS.md": PowerSamples.twoOfThree,
      ]),
    ]
  ) { data, rule in
    data.decidingBodies.flatMap { body in
      data.holders(in: body, \.decidesAlone).map { organization, decisions in
        rule.finding(
          .note,
          "\(body.share(organization)) decides \(Rows.list(decisions.map(\.rule.subject.words))) alone",
          key: "\(body.name) \(organization)", at: body.places(organization, decisions))
      }
    }
  }
}

extension CommunityData {
  /// Listed bodies about which something can be said for certain: everybody's organization is known.
  var decidingBodies: [BodyPower] { listedBodies.filter { $0.voters?.electorate.unknown == 0 } }

  /// Bodies with enough voters that a share of the votes says something, and no more than the seats a document states.
  var listedBodies: [BodyPower] {
    view.power.bodies.filter { body in
      guard [.maintainers, .steering, .technicalCommittee].contains(body.kind), let voters = body.voters else {
        return false
      }
      return voters.electorate.size >= 3 && hasRoom(for: voters, in: body)
    }
  }

  /// Organizations of a body with the main decisions for which they are named, in the order of the list. A ladder of roles
  /// speaks about maintainers of each level and part, whom no one list names: its rules are left out.
  func holders(
    in body: BodyPower, _ names: (DecisionPower) -> [String]
  ) -> [(organization: String, decisions: [DecisionPower])] {
    let main = body.mainDecisions.filter {
      body.kind != .maintainers || document($0.rule.location.path)?.kind != .membership
    }
    return (body.voters?.electorate.blocs ?? []).compactMap { bloc in
      let decisions = main.filter { names($0).contains(bloc.name) }
      return decisions.isEmpty ? nil : (bloc.name, decisions)
    }
  }

  /// Whether a committee has as many seats as there are voters, where its documents state a number.
  private func hasRoom(for voters: BodyVoters, in body: BodyPower) -> Bool {
    guard body.kind != .maintainers else { return true }
    let places = body.decisions.map(\.rule.location) + body.caps.map(\.location) + voters.people.map(\.location)
    let documents = places.map(\.path).uniqued().compactMap { document($0) }
    let sizes = documents.flatMap { document in
      Prose.all(in: document).compactMap { CommitteeSize(sentence: $0.text) }
    }
    return sizes.allSatisfy { size in
      size.committee != body.name || size.isLeast || voters.electorate.size <= size.number
    }
  }
}

extension BodyPower {
  /// `Acme (5 of 7 maintainers)`.
  func share(_ organization: String) -> String { "\(organization) (\(part(voters?.count(of: organization) ?? 0)))" }

  /// `5 of 7 maintainers`.
  func part(_ count: Int) -> String {
    "\(count) of \(voters?.electorate.size ?? 0) \(kind == .maintainers ? name : "members of the \(name)")"
  }

  /// The rules, then the rows of the organization's people.
  func places(_ organization: String, _ decisions: [DecisionPower]) -> [Finding.Place] {
    decisions.map { .init(.claim, $0.rule.location) }
      + (voters?.people(of: organization) ?? []).map { .init(.fact, $0.location) }
  }
}

/// Texts that examples of rules about power share.
enum PowerSamples {
  /// An ordinary majority, and two thirds for changes.
  static let governance = """
    # Governance

    Decisions are made by a majority of all maintainers.

    Changes to this document need a vote of two thirds of the maintainers.

    """

  /// Acme twice, Globex once.
  static let twoOfThree =
    Samples.maintainers + "| Dan Example | [dan](https://github.com/dan) | Acme | docs |\n"

  /// A rule on inactivity.
  static let inactivity = """
    # Governance

    Maintainers who have been inactive for 6 months are moved to emeritus.

    """

  /// A commit of each on a day.
  static func commits(by authors: (name: String, day: String)...) -> [Rule.Example.Step] {
    authors.map { Rule.Example.Step($0.day, by: $0.name) }
  }

  /// A rule on affiliations, the list of maintainers, and a group whose chair Bob is of an organization there.
  static func moved(to organization: String) -> [String: String] {
    [
      "GOVERNANCE.md":
        "# Governance\n\nMaintainers must update their affiliation in the list within 30 days of a change of employer.\n",
      "MAINTAINERS.md": twoOfThree,
      "sigs.yaml":
        "sigs:\n- name: Docs\n  dir: sig-docs\n  leadership:\n    chairs:\n    - {github: bob, name: Bob Example, company: \(organization)}\n",
    ]
  }

  /// The list of two with three more people: two of Acme and one of another organization.
  static func grown(_ organization: String) -> String {
    twoOfThree + "| Eve Sample | [eve](https://github.com/eve) | Acme | docs |\n"
      + "| Fay Trial | [fay](https://github.com/fay) | \(organization) | docs |\n"
  }

  /// A ladder.
  static let ladder = """
    # Contributor ladder

    Contributors become reviewers, and reviewers become maintainers.

    """

  /// Three organizations.
  static let oneOfThreeEach =
    Samples.maintainers + "| Dan Example | [dan](https://github.com/dan) | Initech | docs |\n"

  /// A committee of three whose seats are limited to `most` for an organization, one of which has two.
  static func committee(most: String) -> String {
    """
    # Steering committee

    Decisions are made by a majority of all members of the steering committee.

    No more than \(most) seats of the steering committee may be held by members of the same company.

    ## Members

    | Name | Organization |
    |---|---|
    | Ann Example | Acme |
    | Bob Example | Acme |
    | Cid Example | Globex |

    """
  }
}
