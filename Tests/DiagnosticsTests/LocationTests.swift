import Diagnostics
import Testing

@Suite struct LocationTests {
  private let source = SourceText(path: "a.md", text: "één\nzwei\r\ndrei")

  @Test func aRangeOnOneLineEndsBehindItsLastScalar() {
    let place = source.location(2..<6)  // "én" of "één": columns count scalars, offsets count bytes.
    #expect([place.line, place.column, place.endLine, place.endColumn] == [1, 2, 1, 4])
    #expect(place.text == "én")
  }

  @Test func aRangeOverLinesEndsOnItsLastLine() {
    let place = source.location(0..<14)
    #expect([place.line, place.column, place.endLine, place.endColumn] == [1, 1, 3, 3])
    #expect(place.length == 3 && place.excerpt == "één" && place.text == nil)
  }

  @Test func theEndOfALineBelongsToIt() {
    #expect(source.location(6..<12).endLine == 2)
    #expect(source.location(6..<12).endColumn == 5)
  }

  @Test func anEmptyRangeIsAPlaceToInsert() {
    let place = source.location(6..<6)
    #expect([place.line, place.column, place.endLine, place.endColumn] == [2, 1, 2, 1])
  }

  @Test func placesAreOrderedByWhereTheyBeginThenByWhereTheyEnd() {
    let places = [source.location(0..<14), source.location(0..<4), source.location(6..<8)]
    #expect(places.sorted() == [source.location(0..<4), source.location(0..<14), source.location(6..<8)])
  }
}
