import Testing

@testable import Diagnostics

@Suite struct ByteTableTests {
  @Test func numbersTextsInTheOrderInWhichTheyCome() {
    var table = ByteTable()
    var known: [String: Int] = [:]
    for number in 0..<1000 {
      // Of all lengths around eight bytes, and each of them several times.
      let text = String(repeating: "a", count: number % 19) + "\(number % 300)"
      let added = table.insert(text)
      #expect(added.inserted == (known[text] == nil))
      #expect(added.number == known[text] ?? known.count)
      known[text] = added.number
    }
    #expect(table.count == known.count)
    for (text, number) in known { #expect(table.number(of: text) == number) }
    #expect(table.number(of: "b") == nil)
  }

  /// Files are told apart by their bytes, also where two of them are one text.
  @Test func tellsTextsOfOtherBytesApart() {
    var table = ByteTable()
    #expect("caf\u{E9}" == "cafe\u{301}")
    #expect(table.insert("caf\u{E9}").inserted)
    #expect(table.insert("cafe\u{301}").inserted)
    #expect(table.insert("").inserted)
    #expect(!table.insert("").inserted)
    #expect(table.count == 3)
  }

  @Test func knowsTheFoldersOfPaths() {
    var table = ByteTable(minimumCapacity: 100)
    table.insertFolders(of: "a/b/c.md")
    table.insertFolders(of: "a/d/e.md")
    table.insertFolders(of: "f.md")
    #expect(["a/b", "a/d", "a", ""].allSatisfy(table.contains))
    #expect(table.count == 4)
  }
}
