public import Diagnostics

/// Reads comma-separated values (RFC 4180): quoted fields may hold commas, doubled quotes and line ends; line ends may
/// be mixed; a byte-order mark is passed over.
public enum CSV {
  /// One record.
  public struct Row: Sendable, Hashable {
    /// Fields as written, without quotes.
    public var fields: [String]
    /// 1-based line of its first character.
    public var line: Int
  }

  /// The records of a file; empty lines are left out, invalid UTF-8 becomes U+FFFD.
  public static func read(_ source: SourceText) -> [Row] { rows(source.bytes[...], firstLine: 1) }

  /// The fields of one line.
  public static func fields(_ line: String) -> [String] {
    rows(Array(line.utf8)[...], firstLine: 1).first?.fields ?? []
  }

  private static func rows(_ bytes: ArraySlice<UInt8>, firstLine: Int) -> [Row] {
    var reader = Reader(line: firstLine)
    for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes { reader.take(byte) }
    return reader.finish()
  }

  private struct Reader {
    private enum State { case start, plain, quoted, quoteInQuoted }

    private var state = State.start
    private var field: [UInt8] = []
    private var fields: [String] = []
    private var rows: [Row] = []
    private var line: Int
    private var rowLine: Int
    private var afterCarriageReturn = false

    init(line: Int) {
      self.line = line
      rowLine = line
    }

    mutating func take(_ byte: UInt8) {
      let isSecondHalf = byte == 0x0A && afterCarriageReturn
      afterCarriageReturn = byte == 0x0D
      if (byte == 0x0A && !isSecondHalf) || byte == 0x0D { line += 1 }
      if state == .quoted {
        if byte == UInt8(ascii: "\"") { state = .quoteInQuoted } else { field.append(byte) }
        return
      }
      if isSecondHalf { return }
      switch byte {
      case 0x0A, 0x0D: endRow()
      case UInt8(ascii: ","): endField()
      case UInt8(ascii: "\""):
        switch state {
        case .start where field.allSatisfy { $0 == 0x20 }:
          field = []
          state = .quoted
        case .quoteInQuoted:
          field.append(byte)
          state = .quoted
        default: field.append(byte)
        }
      case 0x20 where state != .plain: if state == .start { field.append(byte) }
      default:
        field.append(byte)
        state = .plain
      }
    }

    mutating func finish() -> [Row] {
      endRow()
      return rows
    }

    private mutating func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
      state = .start
    }

    private mutating func endRow() {
      endField()
      if fields.count > 1 || fields.first?.contains(where: { $0 != " " }) == true {
        rows.append(Row(fields: fields, line: rowLine))
      }
      fields = []
      rowLine = line
    }
  }
}
