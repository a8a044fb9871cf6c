import Intake
import Testing

@testable import Site

@Suite struct RouteTests {
  @Test(arguments: [
    ("a/index.html", "index.html", "a/index.html"), ("index.html", "a/b/index.html", "../../index.html"),
    ("a/c/index.html#L3", "a/b/index.html", "../c/index.html#L3"), ("a/index.html#L3", "a/index.html", "#L3"),
    ("a b/é:#x/index.html", "index.html", "a%20b/%C3%A9%3A#x/index.html"),
    ("a/index.html#\u{FE0F}-setup", "b/index.html", "../a/index.html#%EF%B8%8F-setup"),
  ])
  func writesRelativeURLs(target: String, page: String, url: String) {
    #expect(Route.relative(target, from: page) == url)
  }

  @Test func keepsSegmentsInsideTheOutput() {
    #expect(Route.segments(of: ".github/../x\\y/index.html") == "dot-github/dot-./x-y/index-html")
    #expect(Route.segments(of: "a#b?c/%2e%2e%2fd: <e>") == "a-b-c/-2e-2e-2fd- -e-")
    #expect(Route.segment("Index.HTML") == "Index-html")
    let long = String(repeating: "é", count: 127)
    #expect(Route.segment(long).utf8.count <= 200 && Route.segment(long) != Route.segment(long + "e"))
  }

  @Test func givesEachCommunityAFolderOfItsOwn() {
    #expect(
      Route.folders(ofCommunities: ["rules", "community-rules", "a", "a", "a-2"])
        == ["community-rules", "community-rules-2", "a", "a-3", "a-2"])
  }

  @Test func givesEachDocumentAPageOfItsOwn() {
    let paths = ["C#.md", "C-.md", "a?b.md", "a*b.md", ".x.md", "dot-x.md", "A.md", "a.md", "\u{E9}.md", "e\u{301}.md"]
    let names = PageNames(paths.map { ($0, "f") })
    #expect(Set(names.pages.map { $0.lowercased() }).count == paths.count)
    // A document whose name can stay keeps it, whatever comes before it.
    #expect(names.pages[1] == "f/documents/C-.md/index.html" && names.pages[5] == "f/documents/dot-x.md/index.html")
    #expect(names.pages[0].hasPrefix("f/documents/C-.md-"))
    #expect(names.diagnostics.map(\.rule) == ["site/page-name"])
    #expect(names.diagnostics.first?.summary.contains("of 4 more") == true)
    // The order changes no name of documents that must change.
    #expect(PageNames([("C-.md", "f"), ("C#.md", "f")]).pages.last == names.pages[0])
    #expect(PageNames([("a/b.md", "f"), ("a/c.md", "f")]).diagnostics.isEmpty)
    let deep = PageNames([(Array(repeating: "folder", count: 300).joined(separator: "/"), "f")])
    #expect(deep.pages[0].utf8.count < 1_000)
  }

  @Test func undoesPercentEncoding() {
    #expect(LinkPath.decoded("a%20b%C3%A9%zz%") == "a bé%zz%")
  }
}
