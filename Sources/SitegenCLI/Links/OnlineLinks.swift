import StructuredData
import Synchronization

/// Asks addresses of the web: some hosts at once, one address of a host after the other, never the same one twice.
struct OnlineLinks: Sendable {
  /// Most hosts that are asked at once.
  static let mostHosts = 8
  private static let mostTries = 3
  private static let mostRedirects = 5
  /// Longest that a server may tell us to wait, in seconds.
  private static let mostPatience = 30

  let day: CalendarDate
  let isPrivateAllowed: Bool
  /// Seconds that one request may take.
  let seconds: Int
  /// Time between the beginnings of two requests to one host.
  let pause: Duration
  private let turns = Turns()

  func ask(_ addresses: [LinkAddress]) async throws -> [String: LinkAnswer] {
    let hosts = Dictionary(grouping: addresses, by: \.host).sortedByBytes(of: \.key)
    var answers: [String: LinkAnswer] = [:]
    try await withThrowingTaskGroup(of: [(String, LinkAnswer)].self) { group in
      var waiting = hosts[...]
      func begin() {
        guard let host = waiting.popFirst() else { return }
        group.addTask {
          var answers: [(String, LinkAnswer)] = []
          for address in host.value { answers.append((address.text, try await answer(of: address))) }
          return answers
        }
      }
      for _ in 0..<Self.mostHosts { begin() }
      while let done = try await group.next() {
        answers.merge(done) { first, _ in first }
        begin()
      }
    }
    // A machine without a network finds no host at all.
    if !answers.values.contains(where: { $0.outcome == .works }) {
      for (address, answer) in answers where answer.reason == Self.noSuchHost { answers[address]?.outcome = .unknown }
    }
    return answers
  }

  private static let noSuchHost = "no such host"

  /// What an address says, its redirects followed.
  private func answer(of address: LinkAddress) async throws -> LinkAnswer {
    var goal = address
    var isForGood = true
    for _ in 0...Self.mostRedirects {
      let result = try await settled(goal)
      guard case .answered(let status, _, let location) = result else { return answer(result) }
      guard (300..<400).contains(status) else {
        var answer = answer(result)
        if answer.outcome == .works, goal != address, isForGood { answer.movedTo = goal.text }
        return answer
      }
      guard let next = location.flatMap({ LinkAddress($0, isPrivateAllowed: isPrivateAllowed) }) else {
        return LinkAnswer(outcome: .unknown, reason: "\(status) to an address that is not asked", date: day)
      }
      isForGood = isForGood && (status == 301 || status == 308)
      goal = next
    }
    return LinkAnswer(outcome: .unknown, reason: "more than \(Self.mostRedirects) redirects", date: day)
  }

  private func answer(_ result: LinkRequest.Result) -> LinkAnswer {
    let (outcome, reason): (LinkAnswer.Outcome, String) =
      switch result {
      case .answered(let status, _, _) where status < 300: (.works, "\(status)")
      case .answered(let status, _, _): (status == 404 || status == 410 ? .dead : .unknown, "\(status)")
      case .noSuchHost: (.dead, Self.noSuchHost)
      case .timedOut: (.unknown, "no answer in \(seconds) seconds")
      case .failed(let reason): (.unknown, reason)
      }
    return LinkAnswer(outcome: outcome, reason: reason, date: day)
  }

  /// The head of an address, else its first bytes, asked again where that may help.
  private func settled(_ address: LinkAddress) async throws -> LinkRequest.Result {
    var wait = Duration.seconds(1)
    for attempt in 1... {
      var result = try await send(address, isHead: true)
      // Many servers answer to a head what they would not answer to a reader.
      if case .answered(let status, _, _) = result, status >= 400, status != 429 {
        result = try await send(address, isHead: false)
      } else if case .failed = result {
        result = try await send(address, isHead: false)
      }
      guard attempt < Self.mostTries, Self.isPassing(result) else { return result }
      if case .answered(_, let told?, _) = result {
        guard told <= Self.mostPatience else { return result }
        wait = max(wait, .seconds(told))
      }
      try await Task.sleep(for: wait)
      wait *= 3
    }
    return .timedOut
  }

  private static func isPassing(_ result: LinkRequest.Result) -> Bool {
    switch result {
    case .answered(let status, _, _): status == 429 || status == 408 || status >= 500
    case .timedOut, .failed: true
    case .noSuchHost: false
    }
  }

  private func send(_ address: LinkAddress, isHead: Bool) async throws -> LinkRequest.Result {
    try await Task.sleep(until: turns.next(of: address.host, pause))
    return try await LinkRequest.send(address, isHead: isHead, seconds: seconds)
  }

  /// When each host may be asked next.
  private final class Turns: Sendable {
    private let next = Mutex<[String: ContinuousClock.Instant]>([:])

    func next(of host: String, _ pause: Duration) -> ContinuousClock.Instant {
      next.withLock { next in
        let turn = max(next[host] ?? .now, .now)
        next[host] = turn.advanced(by: pause)
        return turn
      }
    }
  }
}
