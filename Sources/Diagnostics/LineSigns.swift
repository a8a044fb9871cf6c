/// What a line holds, as far as one byte tells: found for all lines in the pass that finds where they begin, so that
/// whoever looks for a heading, an address or a table reads no other line.
public struct LineSigns: Sendable, Hashable {
  /// Its first byte that is no blank, a byte-order mark left out; 0 for a blank line.
  public fileprivate(set) var first: UInt8 = 0
  /// Which bytes occur in it.
  public fileprivate(set) var holds: Set = []

  /// Sorts of bytes.
  public struct Set: OptionSet, Sendable, Hashable {
    /// A bit for each sort.
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A letter of ASCII.
    public static let letter = Set(rawValue: 1)
    /// `0` to `9`.
    public static let digit = Set(rawValue: 2)
    /// Part of a character outside of ASCII.
    public static let nonASCII = Set(rawValue: 4)
    /// A zero byte.
    public static let zero = Set(rawValue: 8)
    /// `@`.
    public static let at = Set(rawValue: 16)
    /// `:`.
    public static let colon = Set(rawValue: 32)
    /// `$`.
    public static let dollar = Set(rawValue: 64)
    /// `|`.
    public static let pipe = Set(rawValue: 128)
    /// `<`.
    public static let lessThan = Set(rawValue: 256)
    /// `=`.
    public static let equals = Set(rawValue: 1024)
    /// `/`.
    public static let slash = Set(rawValue: 2048)
    /// `]`.
    public static let closingBracket = Set(rawValue: 512)

    /// The sorts a byte is of.
    fileprivate init(byte: UInt8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      case 0x80...: self = .nonASCII
      case 0: self = .zero
      case UInt8(ascii: "@"): self = .at
      case UInt8(ascii: ":"): self = .colon
      case UInt8(ascii: "$"): self = .dollar
      case UInt8(ascii: "|"): self = .pipe
      case UInt8(ascii: "<"): self = .lessThan
      case UInt8(ascii: "]"): self = .closingBracket
      case UInt8(ascii: "/"): self = .slash
      case UInt8(ascii: "="): self = .equals
      default: self = []
      }
    }
  }

  private static let sets = (UInt8.min...UInt8.max).map { Set(byte: $0).rawValue }

  /// Where the lines of a file begin, and what each holds.
  static func table(of file: [UInt8]) -> (starts: [UInt32], signs: [LineSigns]) {
    var starts: [UInt32] = [0]
    var signs: [LineSigns] = []
    file.withUnsafeBufferPointer { bytes in
      sets.withUnsafeBufferPointer { sets in
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let mayReturn = bytes.firstPlace(of: 0x0D, from: 0) != nil
        let feeds = bytes.count(of: 0x0A)
        starts.reserveCapacity(feeds + 1)
        signs.reserveCapacity(feeds + 1)
        while true {
          var start = index
          while start < bytes.count, bytes[start] <= 0x20, bytes[start] != 0x0A, bytes[start] != 0x0D { start += 1 }
          let first = start < bytes.count && bytes[start] > 0x20 ? bytes[start] : 0
          let end = bytes.endOfLine(from: index, mayReturn: mayReturn)
          var holds: UInt16 = 0
          // Four at a time: this is done for every byte of every file.
          while index &+ 4 <= end {
            holds |= sets[Int(bytes[index])] | sets[Int(bytes[index &+ 1])]
            holds |= sets[Int(bytes[index &+ 2])] | sets[Int(bytes[index &+ 3])]
            index &+= 4
          }
          while index < end {
            holds |= sets[Int(bytes[index])]
            index &+= 1
          }
          signs.append(LineSigns(first: first, holds: Set(rawValue: holds)))
          guard index < bytes.count else { break }
          let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
          index += isPair ? 2 : 1
          starts.append(UInt32(clamping: index))
        }
      }
    }
    if starts.count > 1, starts.last.map(Int.init) == file.count {
      starts.removeLast()
      signs.removeLast()
    }
    return (starts.fitted, signs.fitted)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the line ends that an offset is on: at a line feed or a carriage return, or behind all bytes.
  ///
  /// - Parameter mayReturn: whether there is a carriage return at all.
  fileprivate func endOfLine(from offset: Int, mayReturn: Bool) -> Int {
    guard mayReturn else { return firstPlace(of: 0x0A, from: offset) ?? count }
    var end = offset
    while end < count, self[end] != 0x0A, self[end] != 0x0D { end &+= 1 }
    return end
  }
}
