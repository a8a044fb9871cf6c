import Testing

@testable import Intake

/// What is still to do by minutes that have a file for each meeting.
@Suite struct CommunityActionsTests {
  private func actions(_ files: [String: String]) async throws -> [String] {
    let community = try #require(try await portfolio(.memory(files)).value.communities.first)
    return community.actions.map { "\($0.state.rawValue) \($0.text)" }
  }

  @Test func theNewestMinutesSpeak() async throws {
    let old = "# Meeting 2026-01-06\n\n- Action: Ann to write the page\n- Action: Bob to ask (completed 2026-01-07)\n"
    let new = "# Meeting 2026-02-03\n\n- Action: Cid to call the vote\n- Action: Ann to write the page\n"
    let files = ["README.md": "# Widget\n", "minutes/2026/01-06.md": old, "minutes/2026/02-03.md": new]
    #expect(
      try await actions(files) == [
        "open Action: Cid to call the vote", "open Action: Ann to write the page",
        "done Action: Bob to ask (completed 2026-01-07)",
      ])
    // Another group has minutes of its own.
    let apart = files.filter { $0.key != "minutes/2026/02-03.md" }.merging(["tsc/minutes/02.md": new]) { $1 }
    #expect(
      try await actions(apart) == [
        "open Action: Cid to call the vote", "open Action: Ann to write the page",
        "done Action: Bob to ask (completed 2026-01-07)",
      ])
  }
}
