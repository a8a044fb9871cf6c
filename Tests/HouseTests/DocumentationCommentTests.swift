import Testing

/// What other modules can use says what it is. Initializers are left out: "A waiver." tells nothing that the type does not.
@Suite struct DocumentationCommentTests {
  @Test func everythingPublicIsDocumented() throws {
    let words = [
      "struct", "enum", "class", "protocol", "func", "var", "let", "static", "typealias", "indirect", "subscript",
      "final",
      "mutating",
    ]
    for path in swiftFiles(in: "Sources") {
      let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.drop { $0 == " " } }
      for (index, line) in lines.enumerated() where line.hasPrefix("public ") {
        let parts = line.split(separator: " ")
        guard parts.count > 1, words.contains(String(parts[1].prefix { $0.isLetter })) else { continue }
        var above = index - 1
        while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
        #expect(above >= 0 && lines[above].hasPrefix("///"), "\(path):\(index + 1) is public and has no comment")
      }
    }
  }
}
