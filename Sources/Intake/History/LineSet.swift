/// The lines of a text, to tell a file that has another name now.
public struct LineSet: Sendable {
  /// From how many of a hundred lines on two texts are versions of one.
  public static let enough = 60

  private let bytes: [UInt8]
  private let lines: Set<[UInt8]>

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Set(bytes.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init))
  }

  /// How many of a hundred lines both have; a hundred only where the texts are the same.
  public func likeness(to other: LineSet) -> Int {
    if bytes == other.bytes { return 100 }
    let all = max(lines.count, other.lines.count)
    return all == 0 ? 0 : min(99, lines.intersection(other.lines).count * 100 / all)
  }
}
