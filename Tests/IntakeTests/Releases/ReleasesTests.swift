import Diagnostics
import StructuredData
import Testing

@testable import Intake

/// Releases as documents name them, and as a community has them.
@Suite struct ReleasesTests {
  private func community(_ files: [String: String]) async -> Community {
    let read = await PortfolioReader.read(
      .memory(files, name: "example"), workspace: WorkspaceConfiguration(), criteria: [])
    return read.value.communities[0]
  }

  private func releases(_ files: [String: String], asOf: String = "2024-12-31") async throws -> [String] {
    let day = try #require(CalendarDate(iso: asOf))
    return await community(files).releases(asOf: day).map {
      "\($0.release.date) \($0.release.name) \($0.state.rawValue) \($0.release.location.path):\($0.release.location.line)"
    }
  }

  @Test(arguments: [
    ("## v1.2.0 - 2024-05-01", "v1.2.0"), ("## [1.2.0] - 2024-05-01", "1.2.0"), ("# 1.2.0 / 2024-05-01", "1.2.0"),
    ("## [1.2.0](https://example.org/1.2.0) (2024-05-01)", "1.2.0"), ("## Example v1.2.0 (May 1, 2024)", "v1.2.0"),
    ("## v1.2.0\n\nReleased on: Wednesday May 1 2024", "v1.2.0"), ("## Release 1.2.0-rc.1, 2024/05/01", "1.2.0-rc.1"),
    ("## 0.9.48.0 - 2024-05-01", "0.9.48.0"),
  ])
  func readsHeadingsOfAChangelog(heading: String, name: String) async throws {
    let found = try await releases(["README.md": "# Example\n", "CHANGELOG.md": "# Changes\n\n\(heading)\n\n* New\n"])
    #expect(found == ["2024-05-01 \(name) done CHANGELOG.md:3"])
  }

  @Test(arguments: [
    "## Unreleased", "## v1.2.0", "## v1.2.0 (Q2 2024)", "## Support for Kubernetes 1.30 from 2024-05-01 on",
    "## 2024-05-01", "## 28.01.2025", "## v1.2.0\n\nNew since 2024-05-01", "## v1.2.0 (2024-05-01 to 2024-06-01)",
  ])
  func findsNoReleaseWhereNoneIsNamedWithItsDay(heading: String) async throws {
    #expect(try await releases(["CHANGELOG.md": "# Changes\n\n\(heading)\n\n* New\n"]) == [])
  }

  @Test func readsTablesOfReleases() async throws {
    let text = """
      # Releases

      ## Upcoming releases

      | Release | Date | EOL |
      |---|---|---|
      | 1.3 | 2025-02-04 | 2025-08-04 |
      | 1.2 | 2024-11-05 | 2025-05-05 |

      ## Supported

      | Version | Released on | Until |
      |---|---|---|
      | [1.1.0](https://example.org) | 6 August 2024 | 2025-02-06 |

      """
    #expect(
      try await releases(["RELEASES.md": text]) == [
        "2024-08-06 1.1.0 done RELEASES.md:14", "2024-11-05 1.2 scheduled RELEASES.md:8",
        "2025-02-04 1.3 planned RELEASES.md:7",
      ])
  }

  /// A schedule with one style of dates, by its own project and by another one.
  private func schedule(_ style: (String) -> String) -> String {
    """
    - when: \(style("2024-03-02"))
      who: Upstream
      what: Tag 1.27.0-alpha.3
    - when: \(style("2024-03-13"))
      who: Example CI
      what: Start the 1.27 provider
    - when: \(style("2024-06-13"))
      milestone: Feature Freeze
      who: Example
      what: Branch release-1.0
    - when: \(style("2024-06-20"))
      milestone: RC 0
      who: Example
      what: Branch release-1.0 and tag v1.0.0-rc.0 on release-1.0
    - when: \(style("2025-07-11"))
      milestone: "**GA**"
      who: Example
      what: Tag v1.0.0

    """
  }

  @Test func readsSchedulesInBothStylesOfDates() async throws {
    let expected = [
      "2024-06-20 v1.0.0-rc.0 scheduled releases/v1.0/schedule.yaml:11",
      "2025-07-11 v1.0.0 planned releases/v1.0/schedule.yaml:15",
    ]
    let path = "releases/v1.0/schedule.yaml"
    #expect(try await releases([path: schedule { $0 }]) == expected)
    #expect(try await releases([path: schedule { $0.replacing("-", with: "/") }]) == expected)
  }

  @Test func readsSchedulesOfPatchReleases() async throws {
    let text = """
      schedules:
      - release: "1.33"
        releaseDate: "2024-04-23"
        endOfLifeDate: "2025-06-28"
        next:
          release: 1.33.2
          targetDate: "2025-06-17"
        previousPatches:
        - {release: 1.33.1, targetDate: "2024-05-15"}

      """
    #expect(
      try await releases(["schedule.yaml": text]) == [
        "2024-04-23 1.33 scheduled schedule.yaml:2", "2024-05-15 1.33.1 scheduled schedule.yaml:9",
        "2025-06-17 1.33.2 planned schedule.yaml:6",
      ])
  }

  @Test func countsAVersionOnceAndBelievesItsRecord() async throws {
    let files = [
      "schedule.yaml": "- {when: 2024-05-02, what: Tag v1.2.0}\n- {when: 2024-09-03, what: Tag v1.3.0}\n",
      "CHANGELOG.md": "# Changes\n\n## 1.2.0 (2024-05-14)\n\n* New\n",
    ]
    #expect(
      try await releases(files) == [
        "2024-05-14 1.2.0 done CHANGELOG.md:3", "2024-09-03 v1.3.0 scheduled schedule.yaml:2",
      ])
  }

  @Test func tellsPreviewsFromReleases() {
    for name in ["v1.0.0-rc.1", "1.0.0-alpha", "2.0.0b1", "v0.1.0-dev.20240101", "v1.0.0-beta.2+build"] {
      #expect(VersionName(name)?.isPrerelease == true, "\(name)")
    }
    for name in ["v1.0.0", "1.30", "v1.0.0-1", "2024.5.1", "v1.2.3+build", "1.4.0-lts"] {
      #expect(VersionName(name)?.isPrerelease == false, "\(name)")
    }
    for word in ["1", "v1", "release-1.0", "10.0.0.1", "28.01.2025", "1.2.3.4.5", "1.x", "v", "", "12:30", "3.5%"] {
      #expect(VersionName(word) == nil, "\(word)")
    }
  }
}
