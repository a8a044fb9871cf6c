import Diagnostics
import StructuredData
import Testing

@testable import Intake

@Suite struct ScrapedPageTests {
  @Test func signaturesBelowCommentsTellWhoWrote() throws {
    let page = try #require(
      ScrapedPage.detect(
        SourceText(
          path: "issue.txt",
          text: """
            widget icon indicating copy to clipboard operation
            widget copied to clipboard

            Widget Graduation Application

            Open alice opened this issue 1 year ago • 2 comments

            Body line
              • [x] #3

            alice avatar Jul 04 '24 15:07 alice

            Please add a link.

            bob avatar Aug 11 '25 17:08 bob

            /lifecycle stale

            widget-bot avatar Nov 10 '25 10:11 widget-bot

            """)))
    #expect(page.kind == .issue)
    #expect(page.title == "Widget Graduation Application")
    #expect(page.author == "alice")
    #expect(page.date == CalendarDate(iso: "2024-07-04"))
    #expect(page.content == [8...9])
    #expect(page.comments.map(\.author) == ["bob", "widget-bot"])
    #expect(page.comments.map(\.lines) == [13...13, 17...17])
    #expect(page.comments.first?.date == CalendarDate(iso: "2025-08-11"))
    #expect(!page.isContent(6))
  }

  @Test func headersAboveCommentsTellWhoWrote() throws {
    let page = try #require(
      ScrapedPage.detect(
        SourceText(
          path: "issue.txt",
          text: """
            Skip to content
            Ask for a SIG #4
            Open
            alice opened this issue on Jul 4, 2024 · 1 comment
            Comments
            alice commented on Jul 4, 2024
            We want one.
            bob commented on Jul 5, 2024
            Agreed.
            Sign up for free to join this conversation on GitHub.
            """)))
    #expect(page.content == [7...7])
    #expect(page.comments.map(\.author) == ["bob"])
    #expect(page.comments.map(\.lines) == [9...9])
  }

  @Test func commitPageShowsOnlyTheFile() throws {
    let page = try #require(
      ScrapedPage.detect(
        SourceText(
          path: "commit.txt",
          text: """
            Skip to content

            Commit
            First draft
            alice authored Sep 7, 2021
            1 parent 4332c7a commit d0ef43c
            Showing 1 changed file with 2 additions and 0 deletions.
            2 changes: 2 additions & 0 deletions 2 docs/proposal.md
            Original file line number Diff line number Diff line change
            @@ -0,0 +1,2 @@
            # Proposal

            Text

            0 comments on commit d0ef43c
            """)))
    #expect(page.kind == .commit)
    #expect(page.date == CalendarDate(iso: "2021-09-07"))
    #expect(page.content == [11...13])
  }

  @Test func proseAboutIssuesIsNoPage() {
    let text = "# Notes\nAlice opened this issue because she wanted a SIG\nShowing two files\n"
    #expect(ScrapedPage.detect(SourceText(path: "notes.md", text: text)) == nil)
  }
}
