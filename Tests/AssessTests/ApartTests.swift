import Intake
import Testing

@testable import Assess

/// What is of one project, or of nobody, and is not held against another.
@Suite struct ApartTests {
  private let alpha = """
    # Maintainers

    | Name | GitHub |
    |---|---|
    | Ann Alpha | [ann](https://github.com/ann) |

    ## Retired Maintainers

    | Name | GitHub |
    |---|---|
    | Jim Zed | [jimzed](https://github.com/jimzed) |

    """

  private func findings(_ rule: String, _ files: [String: String]) async -> [String] {
    await assess(files).value.flatMap(\.findings).filter { $0.rule.rawValue == rule }.compactMap {
      $0.places.first?.location.path
    }
  }

  @Test(arguments: [("alpha", []), ("community", ["council/CODEOWNERS"])])
  func whoLeftOneProjectMayActForAnother(list: String, found: [String]) async {
    let files = [
      "\(list)/MAINTAINERS.md": alpha, "\(list)/GOVERNANCE.md": "# Governance\n\nMaintainers decide by vote.\n",
      "council/README.md": "# Council\n", "council/CODEOWNERS": "project-reports/ @jimzed @ann\n",
      "council/project-reports/a.md": "x\n",
    ]
    #expect(await findings("owners/emeritus-approver", files) == found)
    let one = files.filter { $0.key.hasPrefix(list) }.merging(["\(list)/CODEOWNERS": "* @jimzed @ann\n"]) { $1 }
    #expect(await findings("owners/emeritus-approver", one).count == 1)
  }

  /// Who has which rights on the host says nothing of how a community is organized.
  @Test(arguments: [("orgs:\n  widget:\n    teams:\n", Verdict.needsReview), ("teams:\n", .claimable)])
  func teamsOfAnAccountAreNoSubprojects(head: String, verdict: Verdict) async throws {
    let inset = head.hasPrefix("orgs") ? "      " : "  "
    let teams = ["org-admins", "eligible-voters", "org-members"].map {
      "\(inset)\($0):\n\(inset)  maintainers: [ann]\n\(inset)  members: [bob]\n"
    }
    let files = ["README.md": "# Widget\n\nA [CNCF](https://cncf.io) project.\n", "org.yaml": head + teams.joined()]
    let judged = try #require(await assess(files).value.first)
    let listed = try #require(judged.models.flatMap(\.criteria).first { $0.criterion.id.rawValue == "GOV-SUB" })
    #expect(listed.verdict == verdict)
  }

  @Test func sharesAreRoundedInOneWay() {
    #expect(Rows.percent(10, of: 13) == 77 && Rows.percent(1, of: 3) == 33 && Rows.percent(0, of: 0) == 0)
  }

  @Test func aCellWithoutAnEmployerIsNoOrganization() async throws {
    let committee = """
      # Governance

      ## Technical Steering Committee

      | Name | GitHub | Company |
      |---|---|---|
      | Ann Alpha | [ann](https://github.com/ann) | IBM |
      | Bob Beta | [bob](https://github.com/bob) | SAP |
      | Cid Gamma | [cid](https://github.com/cid) | N/A |

      The Technical Steering Committee decides by a majority vote.

      """
    let judged = try #require(await assess(["GOVERNANCE.md": committee], sets: shippedSets).value.first)
    let criteria = judged.models.flatMap(\.criteria)
    let employers = try #require(criteria.first { $0.criterion.id.rawValue == "TOPIC-EMPLOYERS" })
    #expect(employers.because.contains { $0.contains("2 organizations among 3") })
  }
}
