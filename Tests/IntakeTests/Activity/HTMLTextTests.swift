import Diagnostics
import Testing

@testable import Intake

@Suite struct HTMLTextTests {
  private func lines(_ html: String) -> [String] { HTMLText(Array(html.utf8)[...]).lines.map(\.text) }

  @Test func blocksEndLinesAndBlanksFold() {
    #expect(lines("<div>One  two\n three</div><div><br></div><p>Four</p>") == ["One two three", "Four"])
  }

  @Test func scriptsStylesHeadAndCommentsAreLeftOut() {
    #expect(lines("<head><title>x</title></head><script>a<b</script><!-- <p>no</p> --><p>yes</p>") == ["yes"])
    #expect(lines("<p>seen</p><script>never closed <p>no</p>") == ["seen"])
  }

  @Test func entitiesAreResolvedAndUnknownOnesStay() {
    #expect(lines("a &amp; b&nbsp;&#8211; &#x2019; &nope; & c &lt;b&gt;") == ["a & b – ’ &nope; & c <b>"])
  }

  @Test func boldAndUnderlinedRunsAreTold() {
    let line = HTMLText(Array("<p><b style=\"text-decoration: underline;\">Topic </b>(see there)</p>".utf8)[...]).lines[
      0]
    #expect(line.runs.map(\.text) == ["Topic ", "(see there)"])
    #expect(line.runs.map(\.isBold) == [true, false])
    #expect(line.runs.map(\.isUnderlined) == [true, false])
  }

  @Test func listsQuotesAndHeadingsAreTold() {
    let html =
      "<h2>Head</h2><ul><li><a href=\"https://x.example/?a=1&amp;b=2\">here</a></li></ul><blockquote>old</blockquote>"
    let lines = HTMLText(Array(html.utf8)[...]).lines
    #expect(lines.map(\.headingLevel) == [2, nil, nil])
    #expect(lines.map(\.listDepth) == [0, 1, 0])
    #expect(lines.map(\.isQuoted) == [false, false, true])
  }

  @Test func rangesPointAtTheVisibleText() {
    let html = "<div>\n <b>Hello</b> you</div>"
    let range = HTMLText(Array(html.utf8)[...]).lines[0].range
    #expect(String(decoding: Array(html.utf8)[range], as: UTF8.self) == "Hello</b> you")
  }

  @Test func hostileTextIsReadInOnePass() {
    #expect(HTMLText([UInt8](repeating: UInt8(ascii: "<"), count: 200_000)[...]).lines.count == 1)
    #expect(HTMLText(Array(String(repeating: "<a ", count: 60_000).utf8)[...]).lines.count == 1)
    #expect(lines(String(repeating: "<b>", count: 50_000) + "x") == ["x"])
  }

  @Test(arguments: [
    ("15 â€“ 16", "15 – 16"), ("canâ€™t", "can’t"), ("cafÃ©", "café"),
  ])
  func mojibakeIsMended(broken: String, whole: String) { #expect(Mojibake.mended(broken) == whole) }

  @Test(arguments: ["Ã la carte – né", "naïve café", "plain"])
  func goodTextIsLeftAlone(text: String) { #expect(Mojibake.mended(text) == nil) }
}
