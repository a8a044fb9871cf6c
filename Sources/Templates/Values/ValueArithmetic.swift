/// The arithmetic operators of the language, with Python's rules for types, signs and division.
enum Arithmetic: UInt8, Sendable {
  case add, subtract, multiply, divide, floorDivide, remainder, power

  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .remainder: "%"
    case .power: "**"
    }
  }

  /// The largest text or list an operator may make: 64 MiB of text, a million items.
  static let mostText = 64 << 20
  static let mostItems = 1_000_000

  func apply(_ a: Value, _ b: Value) throws(ValueError) -> Value {
    if case .int(let x) = a, case .int(let y) = b { return try integers(x, y) }
    if let x = a.number, let y = b.number {
      if case .int(let i) = x, case .int(let j) = y { return try integers(i, j) }
      return try doubles(x.asDouble, y.asDouble)
    }
    if a.isUndefined || b.isUndefined { throw .undefined }
    switch self {
    case .add: return try join(a, b)
    case .multiply:
      if case .int(let times)? = b.number { return try repeated(a, times) }
      if case .int(let times)? = a.number { return try repeated(b, times) }
    case .remainder:
      if let format = a.asString {
        let arguments: [Value] = if case .tuple(let items) = b { items } else { [b] }
        if arguments.contains(where: \.isUndefined) { throw .undefined }
        let text = try PrintfFormat.apply(format, arguments, escaping: a.isSafe)
        return a.isSafe ? .safe(text) : .string(text)
      }
    default: break
    }
    throw wrong(a, b)
  }

  private func wrong(_ a: Value, _ b: Value) -> ValueError {
    let help = self == .add && (a.asString != nil || b.asString != nil) ? "`~` joins values of any type as text" : nil
    return .type("cannot use `\(symbol)` on \(a.aKind) and \(b.aKind)", help: help)
  }

  private func join(_ a: Value, _ b: Value) throws(ValueError) -> Value {
    switch (a, b) {
    case (.list(let x), .list(let y)):
      guard x.count + y.count <= Self.mostItems else { throw .limit("a list of more than a million items") }
      return .list(x + y)
    case (.tuple(let x), .tuple(let y)):
      guard x.count + y.count <= Self.mostItems else { throw .limit("a tuple of more than a million items") }
      return .tuple(x + y)
    default:
      guard a.asString != nil, b.asString != nil else { throw wrong(a, b) }
      return try Value.concatenated(a, b, escaping: a.isSafe || b.isSafe)
    }
  }

  private func repeated(_ value: Value, _ times: Int) throws(ValueError) -> Value {
    let times = value.count == 0 ? 0 : max(times, 0)
    switch value {
    case .string(let text), .safe(let text):
      guard times == 0 || text.utf8.count <= Self.mostText / times else { throw .limit("a text of more than 64 MiB") }
      let result = String(repeating: text, count: times)
      return value.isSafe ? .safe(result) : .string(result)
    case .list(let items), .tuple(let items):
      guard times == 0 || items.count <= Self.mostItems / times else {
        throw .limit("a list of more than a million items")
      }
      let result = Array((0..<times).map { _ in items }.joined())
      if case .tuple = value { return .tuple(result) }
      return .list(result)
    default: throw wrong(value, .int(times))
    }
  }

  private func integers(_ a: Int, _ b: Int) throws(ValueError) -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch self {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .divide:
      guard b != 0 else { throw Self.zero }
      return .double(Double(a) / Double(b))
    case .floorDivide:
      guard b != 0 else { throw Self.zero }
      result = a.dividedReportingOverflow(by: b)
      if !result.overflow, a % b != 0, (a < 0) != (b < 0) { return .int(result.partialValue - 1) }
    case .remainder:
      guard b != 0 else { throw Self.zero }
      if b == -1 { return .int(0) }
      let rest = a % b
      return .int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
    case .power:
      if b < 0 {
        guard a != 0 else { throw Self.zero }
        return .double(raised(Double(a), to: Double(b)))
      }
      result = integerPower(a, b)
    }
    guard !result.overflow else { throw Self.tooLarge(a, symbol, b) }
    return .int(result.partialValue)
  }

  private static let zero = ValueError("division by zero")

  private static func tooLarge(_ a: Int, _ symbol: String, _ b: Int) -> ValueError {
    ValueError("`\(a) \(symbol) \(b)` does not fit into a 64-bit integer", help: "use a float: `\(a).0`")
  }

  private func integerPower(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
    var (result, factor, rest) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 {
        let product = result.multipliedReportingOverflow(by: factor)
        if product.overflow { return product }
        result = product.partialValue
      }
      rest >>= 1
      if rest > 0 {
        let square = factor.multipliedReportingOverflow(by: factor)
        if square.overflow { return square }
        factor = square.partialValue
      }
    }
    return (result, false)
  }

  private func doubles(_ a: Double, _ b: Double) throws(ValueError) -> Value {
    switch self {
    case .add: return .double(a + b)
    case .subtract: return .double(a - b)
    case .multiply: return .double(a * b)
    case .divide:
      guard b != 0 else { throw Self.zero }
      return .double(a / b)
    case .floorDivide:
      guard b != 0 else { throw Self.zero }
      let rest = a.truncatingRemainder(dividingBy: b)
      let quotient = (a - rest) / b
      let floored = (rest != 0 && (rest < 0) != (b < 0) ? quotient - 1 : quotient).rounded()
      return .double(floored == 0 ? (((a < 0) != (b < 0)) ? -0.0 : 0.0) : floored)
    case .remainder:
      guard b != 0 else { throw Self.zero }
      let rest = a.truncatingRemainder(dividingBy: b)
      if rest == 0 { return .double(b < 0 ? -0.0 : 0.0) }
      return .double((rest < 0) != (b < 0) ? rest + b : rest)
    case .power:
      guard a != 0 || b >= 0 else { throw Self.zero }
      return .double(raised(a, to: b))
    }
  }
}

extension Value {
  /// Whether it is text that is HTML already.
  var isSafe: Bool {
    if case .safe = self { return true }
    return false
  }

  /// `a` and `b` as one text. With `escaping`, an unsafe side is escaped when the other is safe, and the result is
  /// safe then.
  static func concatenated(_ a: Value, _ b: Value, escaping: Bool) throws(ValueError) -> Value {
    let safe = escaping && (a.isSafe || b.isSafe)
    let x = safe && !a.isSafe ? escaped(a.text) : a.text
    let y = safe && !b.isSafe ? escaped(b.text) : b.text
    guard x.utf8.count + y.utf8.count <= Arithmetic.mostText else { throw .limit("a text of more than 64 MiB") }
    return safe ? .safe(x + y) : .string(x + y)
  }

  /// The negated number.
  func negated() throws(ValueError) -> Value {
    switch number {
    case .int(let number):
      guard number != .min else { throw ValueError("`-(\(number))` does not fit into a 64-bit integer") }
      return .int(-number)
    case .double(let number): return .double(-number)
    case nil: throw isUndefined ? .undefined : .type("cannot negate \(aKind)")
    }
  }
}

/// `text` with the characters escaped that mean something in HTML.
func escaped(_ text: String) -> String {
  var sink = ByteSink(capacity: text.utf8.count + 64)
  sink.appendEscaped(text)
  return sink.withBytes { String(decoding: $0, as: UTF8.self) }
}
