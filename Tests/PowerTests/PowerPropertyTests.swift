import Power
import Testing

/// What holds of every small body.
@Suite struct PowerPropertyTests {
  private static let thresholds = ["1/2+", "1/2", "2/3", "2/3+", "3/4", "70%"].compactMap { Threshold($0) }

  /// Every division of up to `most` people into organizations, largest first.
  private static func divisions(upTo most: Int) -> [[Int]] {
    func divide(_ people: Int, _ largest: Int) -> [[Int]] {
      if people == 0 { return [[]] }
      return (1...min(people, largest)).flatMap { first in divide(people - first, first).map { [first] + $0 } }
    }
    return (1...most).flatMap { divide($0, $0) }
  }

  private func electorate(_ sizes: [Int], unknown: Int = 0) -> Electorate {
    Electorate(sizes.enumerated().map { .init("o\($0)", $1) }, unknown: unknown)
  }

  @Test(arguments: thresholds) func addingAnOutsiderNeverLetsAnInsiderDecide(threshold: Threshold) throws {
    for sizes in Self.divisions(upTo: 9) {
      let before = try #require(VotingPower(electorate(sizes), threshold: threshold))
      let after = try #require(VotingPower(electorate(sizes + [1]), threshold: threshold))
      #expect(
        after.decidesAlone.certain.allSatisfy { before.decidesAlone.certain.contains($0) || $0 == "o\(sizes.count)" })
    }
  }

  @Test(arguments: thresholds) func lowerCapNeverGivesTheLargestMore(threshold: Threshold) throws {
    for sizes in Self.divisions(upTo: 9) {
      var earlier = try #require(VotingPower(electorate(sizes), threshold: threshold))
      for cap in stride(from: sizes[0], through: 1, by: -1) {
        let power = try #require(VotingPower(electorate(sizes), threshold: threshold, cap: .votes(cap)))
        #expect(!power.decidesAlone.certain.contains("o0") || earlier.decidesAlone.certain.contains("o0"))
        #expect(!power.blocksAlone.certain.contains("o0") || earlier.blocksAlone.certain.contains("o0"))
        // Nobody at all gains what nobody had.
        #expect(power.decidesAlone.isEmpty || !earlier.decidesAlone.isEmpty)
        earlier = power
      }
    }
  }

  @Test(arguments: [nil, VoteCap.votes(1), .votes(2), .share(Fraction(2, 5)!, .ofAllVoters)] as [VoteCap?])
  func intervalsHoldForEveryAssignment(cap: VoteCap?) throws {
    for sizes in Self.divisions(upTo: 5) {
      for unknown in 1...3 {
        for threshold in Self.thresholds {
          guard let interval = VotingPower(electorate(sizes, unknown: unknown), threshold: threshold, cap: cap) else {
            continue
          }
          // Each unknown person belongs to a known organization, or to one of up to three others.
          let places = sizes.count + unknown
          var choice = Array(repeating: 0, count: unknown)
          repeat {
            var people = sizes + Array(repeating: 0, count: unknown)
            for place in choice { people[place] += 1 }
            guard let answer = VotingPower(electorate(people), threshold: threshold, cap: cap) else { continue }
            for (found, range) in [
              (answer.decidesAlone, interval.decidesAlone), (answer.blocksAlone, interval.blocksAlone),
            ] {
              let known = (0..<sizes.count).map { "o\($0)" }
              #expect(known.filter(range.certain.contains).allSatisfy(found.certain.contains))
              #expect(
                known.filter(found.certain.contains).allSatisfy {
                  range.certain.contains($0) || range.possible.contains($0)
                })
              #expect(range.maybeUnnamed || found.certain.allSatisfy(known.contains))
            }
          } while advance(&choice, places)
        }
      }
    }
  }

  private func advance(_ choice: inout [Int], _ places: Int) -> Bool {
    for index in choice.indices {
      choice[index] += 1
      if choice[index] < places { return true }
      choice[index] = 0
    }
    return false
  }

  /// Compares with counting every possible vote: a motion passes when its yes votes are that share of all, as fractions.
  @Test func agreesWithEveryVoteOfUpToTwelve() throws {
    let fractions = [(1, 2, true), (1, 2, false), (2, 3, false), (2, 3, true), (3, 4, false), (7, 10, false)]
    for (numerator, denominator, isMore) in fractions {
      let share = try #require(Fraction(numerator, denominator))
      let threshold = isMore ? Threshold.moreThan(share) : .atLeast(share)
      for sizes in Self.divisions(upTo: 12) where sizes.count <= 4 || sizes.reduce(0, +) == 12 {
        let total = sizes.reduce(0, +)
        func passes(_ yes: Int) -> Bool {
          isMore ? yes * denominator > numerator * total : yes * denominator >= numerator * total
        }
        var (winning, blocking) = (Int.max, Int.max)
        for subset in 0..<(1 << sizes.count) {
          let yes = sizes.indices.reduce(0) { subset >> $1 & 1 == 1 ? $0 + sizes[$1] : $0 }
          if passes(yes) { winning = min(winning, subset.nonzeroBitCount) }
          if !passes(total - yes) { blocking = min(blocking, subset.nonzeroBitCount) }
        }
        let power = try #require(VotingPower(electorate(sizes), threshold: threshold))
        #expect(power.winning?.organizations.count == winning)
        #expect(power.blocking?.organizations.count == blocking)
        for index in sizes.indices {
          #expect(power.decidesAlone.certain.contains("o\(index)") == passes(sizes[index]))
          #expect(power.blocksAlone.certain.contains("o\(index)") == !passes(total - sizes[index]))
        }
      }
    }
  }
}
