import Testing

/// A file is one idea. Long files are where ideas pile up unseen.
@Suite struct FileSizeTests {
  @Test func filesOfSourcesStaySmall() throws {
    let sizes = try swiftFiles(in: "Sources").map { (lines: try text($0).utf8.count { $0 == 0x0A }, path: $0) }
      .sorted { $0 < $1 }
    #expect(sizes[sizes.count / 2].lines <= 75, "the median file")
    #expect(sizes[sizes.count * 9 / 10].lines <= 210, "nine of ten files")
    for size in sizes where size.lines > 400 { Issue.record("\(size.path) has \(size.lines) lines: split it") }
  }
}
