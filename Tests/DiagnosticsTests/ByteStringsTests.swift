import Testing

@testable import Diagnostics

@Suite struct ByteStringsTests {
  private func occur(_ texts: [String], in text: String) -> Bool { ByteStrings(texts).occur(in: Array(text.utf8)) }

  @Test func findsOneOfSeveralStrings() {
    let strings = ["onsensus", " vote", "uorum"]
    #expect(occur(strings, in: "by lazy consensus"))
    #expect(occur(strings, in: "a quoru quorum"))
    #expect(occur(strings, in: "they vote"))
    #expect(!occur(strings, in: "a consensu, devotes, quoru"))
    #expect(!occur([], in: "anything") && !occur([""], in: "anything") && !occur(strings, in: ""))
  }

  @Test func findsLongStringsOfManyByAllOfTheirLetters() {
    // Two letters of each have a bit where there are so many.
    let strings = (0..<70).map { "x\($0)-and-its-end" }
    #expect(occur(strings, in: "a x69-and-its-end"))
    #expect(occur(strings, in: "x1x2x3x33-and-its-end"))
    #expect(!occur(strings, in: "x69-and-its-en x70-and-its-end"))
  }

  @Test func findsTheSameAsALookForEach() {
    var state: UInt64 = 7
    func next(_ below: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % below
    }
    func text(_ length: UInt64) -> String { String((0..<length).map { _ in "abc ".letter(at: next(4)) }) }
    for _ in 0..<400 {
      let strings = (0..<(next(40) + 1)).map { _ in text(next(9) + 1) }
      let whole = text(next(30))
      #expect(occur(strings, in: whole) == strings.contains { whole.holds($0) }, "\(strings) in \(whole)")
    }
  }

  @Test func tellsWhatStandsAtAnOffset() {
    let bytes = Array("https://lists.example.org".utf8)
    let strings = ByteStrings(["lists.", "slack."])
    let places = bytes.withUnsafeBufferPointer { bytes in bytes.indices.filter { strings.stand(in: bytes, at: $0) } }
    #expect(places == [8])
  }
}

extension String {
  fileprivate func letter(at place: UInt64) -> Character { self[index(startIndex, offsetBy: Int(place))] }
}
