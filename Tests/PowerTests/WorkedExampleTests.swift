import Power
import Testing

/// Bodies with known answers, counted by hand.
@Suite struct WorkedExampleTests {
  private let majority = Threshold.moreThan(.half)
  private let twoThirds = Threshold.atLeast(.twoThirds)

  private func body(_ sizes: Int..., unknown: Int = 0, independents: Int = 0) -> Electorate {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)
    return Electorate(
      zip(letters, sizes).map { Electorate.Bloc($0, $1) }, independents: independents, unknown: unknown)
  }

  private func power(_ body: Electorate, _ threshold: Threshold, _ cap: VoteCap? = nil) throws -> VotingPower {
    try #require(VotingPower(body, threshold: threshold, cap: cap))
  }

  @Test(arguments: [
    ([5, 1, 1], 4, 5, true, true), ([4, 1, 1], 4, 4, true, true), ([3, 1, 1], 3, 4, true, false),
    ([5, 1, 1, 1], 5, 6, true, false), ([5, 1, 1, 1, 1, 1], 6, 7, false, false),
  ])
  func fiveOfSevenDecideUntilOutsidersJoin(sizes: [Int], half: Int, third: Int, decides: Bool, changes: Bool) throws {
    let body = Electorate(sizes.enumerated().map { .init("\($0)", $1) })
    let ordinary = try power(body, majority)
    let governance = try power(body, twoThirds)
    #expect(ordinary.needed == half && governance.needed == third)
    #expect(ordinary.decidesAlone.certain == (decides ? ["0"] : []))
    #expect(governance.decidesAlone.certain == (changes ? ["0"] : []))
    #expect(governance.blocksAlone.certain == ["0"])
  }

  @Test func eightOfTenDecideByTwoThirdsUntilTwoSeatsPass() throws {
    let body = body(8, 1, 1)
    #expect(try power(body, twoThirds).decidesAlone.certain == ["A"])
    #expect(LowTurnout(body, threshold: twoThirds, quorum: .votes(3)).decidesAlone == ["A"])
    let passed = self.body(6, 1, 1, 1, 1)
    #expect(try power(passed, twoThirds).decidesAlone.isEmpty)
    #expect(try power(passed, twoThirds).blocksAlone.certain == ["A"])
  }

  @Test func capOfHalfTheSeatsLeavesAVeto() throws {
    let body = body(5, 3, 1, 1, 1, 1, 1)
    let power = try power(body, twoThirds)
    #expect(power.needed == 9)
    #expect(power.decidesAlone.isEmpty)
    #expect(power.blocksAlone.certain == ["A"])
    #expect(power.winning?.organizations == ["A", "B", "C"])
    #expect(SeatCap.share(.half).mostSeats(of: body.size) == 6)
    #expect(SeatCap.share(.half).broken(by: body).isEmpty)
    #expect(try self.power(self.body(4, 3, 1, 1, 1, 1, 1), twoThirds).blocksAlone.isEmpty)
    #expect(try self.power(self.body(5, 3, 1, 1, 1, 1), twoThirds).blocksAlone.certain == ["A"])
  }

  @Test func oneVoteEachTakesTheVetoAndALeavingMemberGivesItBack() throws {
    let heads = try power(body(4, 3, 1), twoThirds)
    #expect(heads.blocksAlone.certain == ["A", "B"])
    #expect(heads.decidesAlone.isEmpty)
    let capped = try power(body(4, 3, 1), twoThirds, .votes(1))
    #expect(capped.total == 3 && capped.needed == 2)
    #expect(capped.decidesAlone.isEmpty && capped.blocksAlone.isEmpty)
    #expect(try power(body(4, 3), twoThirds, .votes(1)).blocksAlone.certain == ["A", "B"])
  }

  @Test func manyOrganizationsWithAQuorum() throws {
    let ones = Array(repeating: 1, count: 15)
    let sizes = [13, 8, 8, 4, 2, 2] + ones
    let body = Electorate(
      sizes.enumerated().map { .init("\(Character(UnicodeScalar(UInt8(65 + $0))))", $1) }, independents: 3, unknown: 2)
    #expect(body.size == 57)
    let ordinary = try power(body, majority)
    #expect(ordinary.needed == 29)
    #expect(ordinary.decidesAlone.isEmpty && ordinary.decidesAlone.isCertain)
    #expect(ordinary.blocksAlone.isEmpty && ordinary.blocksAlone.isCertain)
    #expect(ordinary.winning?.organizations == ["A", "B", "C"])
    let governance = try power(body, twoThirds)
    #expect(governance.needed == 38)
    #expect(governance.winning?.organizations.count == 7)
    #expect(governance.blocking?.organizations == ["A", "B"])
    let quorum = Quorum.members(.atLeast(Fraction(30, 100)!))
    #expect(LowTurnout(body, threshold: majority, quorum: quorum).participants == 18)
    #expect(LowTurnout(body, threshold: majority, quorum: quorum).needed == 10)
    #expect(LowTurnout(body, threshold: twoThirds, quorum: quorum).needed == 12)
    #expect(LowTurnout(body, threshold: twoThirds, quorum: quorum).decidesAlone == ["A"])
    for reading in VoteCap.Reading.allCases {
      let capped = try power(body, majority, .share(Fraction(2, 5)!, reading))
      #expect(capped.total == 57 && capped.needed == 29)
    }
  }

  @Test func sevenOfTenUnderFortyPercentHasTwoReadings() throws {
    let body = body(7, 1, 1, 1)
    let before = try power(body, majority, .share(Fraction(2, 5)!, .ofAllVoters))
    #expect(before.total == 7 && before.decidesAlone.certain == ["A"])
    let after = try power(body, majority, .share(Fraction(2, 5)!, .ofVotesCounted))
    #expect(after.total == 5 && after.decidesAlone.isEmpty && after.blocksAlone.isEmpty)
  }

  @Test func capWithoutEffect() throws {
    #expect(try power(body(9, 1, 1, 1, 1, 1), majority, .votes(6)).decidesAlone.certain == ["A"])
    let six = try power(body(9, 1, 1, 1, 1, 1, 1), majority, .votes(6))
    #expect(six.needed == 7 && six.decidesAlone.isEmpty && six.blocksAlone.certain == ["A"])
  }

  @Test func sevenOfTenDecidesWhereverTheUnknownMemberBelongs() throws {
    let power = try power(body(7, 1, 1, unknown: 1), twoThirds)
    #expect(power.decidesAlone.certain == ["A"] && power.decidesAlone.isCertain)
    let half = try self.power(body(5, 1, 3, unknown: 1), majority)
    #expect(half.decidesAlone.certain.isEmpty && half.decidesAlone.possible == ["A"])
  }

  @Test func everyVoteNeededLetsEverybodyBlock() throws {
    #expect(try power(body(7, 1, 1), .everyone).blocksAlone.certain == ["A", "B", "C"])
    #expect(try power(body(7, 1, 1), .everyone).decidesAlone.isEmpty)
  }

  @Test func threeQuartersOfSevenFallToTwoSeats() throws {
    let power = try power(body(2, 1, 1, 1, 1, 1), .atLeast(Fraction(3, 4)!))
    #expect(power.needed == 6 && power.blocksAlone.certain == ["A"])
    #expect(try self.power(body(2, 1, 1, 1, 1, 1), .atLeast(.half)).needed == 4)
  }

  @Test func seatsBeyondACap() throws {
    #expect(SeatCap.seats(2).broken(by: body(3, 1)).map(\.name) == ["A"])
    #expect(SeatCap.lessThan(.half).mostSeats(of: 8) == 3)
  }

  @Test(arguments: [
    ("1/2+", 57, 29), ("1/2", 7, 4), ("1/2", 6, 3), ("2/3", 10, 7), ("2/3+", 9, 7), ("66%", 50, 33), ("2/3", 50, 34),
    ("70%", 5, 4), ("4/5", 5, 4), ("3", 10, 3), ("66.66%", 50, 34), ("66.5%", 200, 133),
  ])
  func readsThresholds(text: String, total: Int, needed: Int) throws {
    #expect(try #require(Threshold(text)).votesNeeded(of: total) == needed)
  }

  @Test(arguments: ["", "x", "1/0", "-1", "0", "101%", "66.%", "66.-5%", "2/3/4"]) func refusesWhatIsNoThreshold(
    text: String
  ) {
    #expect(Threshold(text) == nil)
  }
}
