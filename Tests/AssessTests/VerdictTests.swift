import Testing

@testable import Assess

private func verdict(
  _ assertion: Assertion, _ evidence: EvidenceState, _ verification: Verification, _ candidates: CandidateState,
  _ change: (inout Observation) -> Void = { _ in }
) -> Verdict {
  var observation = Observation(
    assertion: assertion, evidence: evidence, verification: verification, candidates: candidates)
  change(&observation)
  return Verdict.decide(observation)
}

/// Every combination of the three observations and of what else was found.
private let cells: [Observation] = Assertion.allCases.flatMap { assertion in
  EvidenceState.allCases.flatMap { evidence in
    Verification.allCases.flatMap { verification in
      CandidateState.allCases.map {
        Observation(assertion: assertion, evidence: evidence, verification: verification, candidates: $0)
      }
    }
  }
}

@Suite struct VerdictTests {
  @Test func eachRowDecidesItsOwnCell() {
    #expect(verdict(.checked, .answered, .person, .found) { $0.isNotApplicable = true } == .notApplicable)
    #expect(verdict(.unchecked, .answered, .person, .found) { $0.isWaived = true } == .waived)
    #expect(verdict(.unchecked, .answered, .person, .found) { $0.isRetired = true } == .retired)
    #expect(verdict(.absent, .empty, .person, .none) { $0.isAskedSince = true } == .notYetAsked)
    #expect(verdict(.unchecked, .empty, .person, .none) { $0.isTheFoundations = true } == .awaited)
    #expect(verdict(.checked, .answered, .failed, .found) == .contradicted)
    #expect(verdict(.unchecked, .empty, .supported, .found) == .claimable)
    #expect(verdict(.unchecked, .answered, .person, .found) == .open)
    #expect(verdict(.absent, .empty, .person, .found) == .missing)
    #expect(verdict(.checked, .empty, .person, .none) == .unsupported)
    #expect(verdict(.checked, .answered, .unknown, .unseen) == .unknown)
    #expect(verdict(.checked, .answered, .stale, .none) == .stale)
    #expect(verdict(.checked, .answered, .supported, .found) == .met)
    #expect(verdict(.checked, .answered, .person, .found) == .needsReview)
  }

  @Test func lackingTextDoesNotUndoACheckThatHolds() {
    for evidence in EvidenceState.allCases { #expect(verdict(.checked, evidence, .supported, .found) == .met) }
  }

  @Test func aTemplateSentenceAloneIsForThePerson() {
    #expect(verdict(.checked, .templateOnly, .person, .none) == .needsReview)
  }

  @Test func onlyACheckThatHoldsMakesACriterionMet() {
    for cell in cells where Verdict.decide(cell) == .met {
      #expect(cell.isAsserted && cell.verification == .supported)
    }
  }

  @Test func unknownIsNeverMetClaimableOrContradicted() {
    for cell in cells where cell.verification == .unknown {
      #expect(![.met, .claimable, .contradicted].contains(Verdict.decide(cell)))
    }
  }

  @Test func aBoxThatIsNotTickedIsNeverContradictedOrMet() {
    for cell in cells where cell.assertion == .unchecked {
      #expect([.open, .claimable].contains(Verdict.decide(cell)))
    }
  }

  @Test func aWaiverReplacesOnlyWhatCountsAsOpen() {
    for cell in cells {
      var waived = cell
      waived.isWaived = true
      let plain = Verdict.decide(cell)
      #expect(Verdict.decide(waived) == (plain.countsAsOpen ? .waived : plain))
    }
  }

  @Test func withoutAnApplicationThingsAreFoundNotFoundOrForAPerson() {
    func readiness(_ verification: Verification, _ candidates: CandidateState, human: Bool = false) -> Verdict {
      verdict(.absent, .empty, verification, candidates) {
        $0.hasApplication = false
        $0.isForAPerson = human
      }
    }
    #expect(readiness(.supported, .found) == .claimable)
    #expect(readiness(.person, .none) == .missing)
    #expect(readiness(.person, .found) == .needsReview)
    #expect(readiness(.person, .none, human: true) == .needsReview)
    #expect(readiness(.failed, .found) == .missing)
    #expect(readiness(.unknown, .none) == .unknown)
  }

  @Test func everyVerdictHasARow() {
    #expect(Set(VerdictTable.rows.map(\.verdict)) == Set(Verdict.allCases))
    #expect(VerdictTable.rows.map(\.number) == VerdictTable.rows.map(\.number).sorted())
  }
}
