/// A path pattern of `.gitignore` files and of `sitegen.yaml`: `*` and `?` stop at `/`, `**` does not, `[a-z]` is a set.
struct Glob: Sendable, Hashable {
  private enum Token: Sendable, Hashable {
    case byte(UInt8)
    /// Any byte but `/`.
    case any
    /// Any run of bytes without `/`.
    case run
    /// Any run of bytes.
    case deepRun
    /// Nothing, or any run of bytes that ends in `/`.
    case folders
    case set([ClosedRange<UInt8>], negated: Bool)
  }

  /// Longest pattern that is taken; longer ones match nothing.
  private static let longest = 1024

  private let tokens: [Token]
  /// The bytes every matching path begins and ends with: they rule most paths out at once.
  private let start: [UInt8]
  private let end: [UInt8]

  /// A pattern; it matches a whole path.
  init(_ pattern: some StringProtocol) {
    let bytes = Array(pattern.utf8)
    var tokens: [Token] = []
    var index = bytes.count > Self.longest ? bytes.count : 0
    if bytes.count > Self.longest { tokens = [.byte(0)] }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "*"):
        let stars = bytes[index...].prefix { $0 == byte }.count
        index += stars
        let startsSegment = index == stars || bytes[index - stars - 1] == UInt8(ascii: "/")
        if stars >= 2, startsSegment, index < bytes.count, bytes[index] == UInt8(ascii: "/") {
          tokens.append(.folders)
          index += 1
        } else {
          tokens.append(stars >= 2 ? .deepRun : .run)
        }
        continue
      case UInt8(ascii: "?"): tokens.append(.any)
      case UInt8(ascii: "["):
        if let (set, end) = Self.set(bytes, at: index) {
          tokens.append(set)
          index = end
          continue
        }
        tokens.append(.byte(byte))
      case UInt8(ascii: "\\") where index + 1 < bytes.count:
        index += 1
        tokens.append(.byte(bytes[index]))
      default: tokens.append(.byte(byte))
      }
      index += 1
    }
    self.tokens = tokens
    start = Self.literals(tokens)
    end = start.count == tokens.count ? [] : Self.literals(tokens.reversed()).reversed()
  }

  /// The bytes that stand for themselves before anything else.
  private static func literals(_ tokens: some Sequence<Token>) -> [UInt8] {
    var bytes: [UInt8] = []
    for case .byte(let byte) in tokens.prefix(while: { if case .byte = $0 { true } else { false } }) {
      bytes.append(byte)
    }
    return bytes
  }

  private static func set(_ bytes: [UInt8], at start: Int) -> (Token, end: Int)? {
    var index = start + 1
    let negated = index < bytes.count && [UInt8(ascii: "!"), UInt8(ascii: "^")].contains(bytes[index])
    if negated { index += 1 }
    var ranges: [ClosedRange<UInt8>] = []
    let first = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "]") || index == first {
      let low = bytes[index]
      if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] != UInt8(ascii: "]") {
        let high = bytes[index + 2]
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return index < bytes.count ? (.set(ranges, negated: negated), index + 1) : nil
  }

  /// Whether the whole path matches. Time is bounded by pattern length times path length.
  func matches(_ path: some StringProtocol) -> Bool {
    guard path.utf8.starts(with: start), path.utf8.reversed().starts(with: end.reversed()) else { return false }
    let path = Array(path.utf8)
    // `reached[i]`: the tokens so far match the first `i` bytes.
    var reached = [Bool](repeating: false, count: path.count + 1)
    reached[0] = true
    var next = reached
    for token in tokens {
      for index in next.indices { next[index] = false }
      switch token {
      case .run, .deepRun:
        var open = false
        for index in 0...path.count {
          if index > 0, token == .run, path[index - 1] == UInt8(ascii: "/") { open = false }
          open = open || reached[index]
          next[index] = open
        }
      case .folders:
        var open = false
        for index in 0...path.count {
          next[index] = reached[index] || (open && index > 0 && path[index - 1] == UInt8(ascii: "/"))
          open = open || reached[index]
        }
      case .byte, .any, .set:
        for index in 0..<path.count where reached[index] && Self.matches(token, path[index]) { next[index + 1] = true }
      }
      swap(&reached, &next)
      if !reached.contains(true) { return false }
    }
    return reached[path.count]
  }

  private static func matches(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .byte(let expected): byte == expected
    case .any: byte != UInt8(ascii: "/")
    case .set(let ranges, let negated):
      byte != UInt8(ascii: "/") && ranges.contains { $0.contains(byte) } != negated
    case .run, .deepRun, .folders: false
    }
  }
}
