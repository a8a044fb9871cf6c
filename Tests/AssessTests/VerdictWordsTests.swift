import Assess
import Testing

@Suite struct VerdictWordsTests {
  @Test(arguments: [true, false])
  func noTwoVerdictsShareALabel(hasApplication: Bool) {
    let labels = Verdict.allCases.map { $0.words(hasApplication: hasApplication).label }
    #expect(Set(labels).count == labels.count)
  }

  @Test func aNumberDecidesBetweenOneAndSeveral() {
    #expect(Verdict.needsReview.words().counted(1) == "1 needs review")
    #expect(Verdict.needsReview.words().counted(3) == "3 need review")
  }

  @Test func withoutAnApplicationTheWordsAreThoseOfReadiness() {
    #expect(Verdict.claimable.words(hasApplication: false).label == "found")
    #expect(Verdict.missing.words(hasApplication: false).label == "not found")
  }

  @Test func whatNeedsDoingComesFirst() {
    let open = Verdict.allCases.prefix { $0.countsAsOpen }
    #expect(open.count == Verdict.allCases.count { $0.countsAsOpen })
  }
}
