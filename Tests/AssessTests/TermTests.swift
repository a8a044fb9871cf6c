import Intake
import Power
import StructuredData
import Testing

@testable import Assess

/// Who votes on a day, by the terms that a list names, and what few have to themselves.
@Suite struct TermTests {
  private func bodies(_ files: [String: String]) async throws -> [BodyPower] {
    try #require(await assess(files).value.first).view.power.bodies
  }

  private let rules = """
    # Governance

    The steering committee decides by a majority vote.

    ## Steering Committee


    """

  private func voters(_ list: String) async throws -> [String] {
    let bodies = try await bodies(["GOVERNANCE.md": rules + list])
    return bodies.first { $0.name == "steering committee" }?.voters?.people.map(\.name) ?? []
  }

  /// Whose term has ended by the day of assessment does not vote any more.
  @Test(arguments: [
    """
    | Name | GitHub | Term begins | Term ends | Affiliation |
    |---|---|---|---|---|
    | Ann Example | @ann95 | 2010-01 | 2012-01-31 | Acme |
    | Bob Example | @bob95 | 2010-01 | 2999-01-31 | Globex |
    | Cid Example | @cid95 | 2010-01 | 2999-01-31 | Initech |

    """,
    """
    | Name | GitHub | Organization | Term |
    |---|---|---|---|
    | Ann Example | @ann95 | Acme | January 2010 - January 2012 |
    | Bob Example | @bob95 | Globex | January 2010 - January 2099 |
    | Cid Example | @cid95 | Initech | since January 2010 |

    """,
    """
    * Ann Example @ann95 (term ending February 2012)
    * Bob Example @bob95 (**chair**, term ending February 2099)
    * Cid Example @cid95

    """,
  ])
  func whoseTermHasEndedDoesNotVote(list: String) async throws {
    #expect(try await voters(list) == ["Bob Example", "Cid Example"])
  }

  /// Where all terms have ended, nobody else is known.
  @Test func aListOfEndedTermsIsStillTheList() async throws {
    let list = """
      * Ann Example @ann95 (term ending February 2012)
      * Bob Example @bob95 (term ending February 2012)

      """
    #expect(try await voters(list) == ["Ann Example", "Bob Example"])
  }

  /// A few who lead together can have the last word as one can.
  @Test func theLastWordOfAFew() async throws {
    let text = """
      # Governance

      Core maintainers decide by a majority vote of all core maintainers.

      **Lead Maintainers** hold final authority and can veto any decision.

      """
    let list = "# Maintainers\n\n## Core Maintainers\n\n* Ann Example (@ann95)\n* Bob Example (@bob95)\n"
    let bodies = try await bodies(["GOVERNANCE.md": text, "MAINTAINERS.md": list])
    #expect(bodies.compactMap { $0.lastWord?.ownVoice?.holder }.first == "lead maintainers")
  }

  /// A charter says who the members are at first; until a list says something else, it is they.
  @Test func theFirstMembersAreTheCommitters() async throws {
    let charter = """
      # Technical Charter

      ## Technical Steering Committee

      The Technical Steering Committee (the "TSC") is responsible for all technical oversight of the project.

      The TSC voting members are initially the Project's Committers.

      Decisions by vote at a meeting require a majority vote of those in attendance.

      Changes to this charter need two thirds of all voting members of the TSC.

      """
    let list = "# Committers\n\n| Name | GitHub | Organization |\n|---|---|---|\n| Ann Example | @ann95 | Acme |\n"
    let two = list + "| Bob Example | @bob95 | Globex |\n"
    let bodies = try await bodies(["CHARTER.md": charter, "COMMITTERS.md": two])
    #expect(bodies.first?.voters?.people.map(\.name) == ["Ann Example", "Bob Example"], "\(bodies.map(\.name))")
  }

  /// Rules three folders down are the community's, where the folders only say where it keeps its documents.
  @Test(arguments: [("docs/src/contribute", 1), ("docs/src/storage", 0)])
  func rulesDeepInFoldersThatKeepDocuments(folder: String, count: Int) async throws {
    let rules = "# Governance\n\nMaintainers decide by a majority vote of all maintainers.\n"
    #expect(try await bodies(["README.md": "# Example\n", "\(folder)/governance.md": rules]).count == count)
  }
}
