import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@testable import SitegenCLI

/// What `serve` does between a change and the site that follows from it.
@Suite struct LivePreviewTests {
  @Test func aSiteThatHasNotSeenAChangeDoesNotHideIt() {
    let site = LiveSite()
    func plan(_ text: String) -> OutputPlan { OutputPlan(files: [OutputFile(path: "a", bytes: Array(text.utf8))]) }
    #expect(site.take(plan("1"), nil, trouble: ""))
    let before = site.changes
    site.show(page: OutputFile(path: "a", bytes: Array("2".utf8)))
    #expect(site.file("a") == Array("2".utf8) && site.number == 2)
    #expect(!site.take(plan("1"), nil, trouble: "", changes: before))
    #expect(site.file("a") == Array("2".utf8), "the build had begun before the change")
    #expect(!site.take(plan("2"), nil, trouble: "", changes: site.changes), "nobody sees a difference")
    #expect(site.take(plan("3"), nil, trouble: "", changes: site.changes))
    #expect(site.file("a") == Array("3".utf8))
  }

  @Test func namesTheFilesThatWereWritten() async throws {
    try await withTemporaryFolder { folder in
      try write(["in/a.md": "1", "in/sub/b.md": "1"], to: folder)
      let path = folder.appending(path: "in").path(percentEncoded: false)
      var watch = FolderWatch([path])
      #expect(watch.wait(patience: 10) == .nothing)
      try write(["in/sub/b.md": "22"], to: folder)
      #expect(watch.wait(patience: 5_000) == .files(["\(path)/sub/b.md"]))
    }
  }
}
