internal import Diagnostics

/// Filters on numbers.
enum NumberFilters {
  static let all: [FilterSpec] = [
    FilterSpec(
      "abs", Signature(), onUndefined: .fails, "the number without its sign", [LanguageExample("{{ -3 | abs }}", "3")]
    ) { value, _ throws(ValueError) in
      switch try number(value, "abs") {
      case .int(let number):
        guard number != .min else { throw ValueError("`\(number) | abs` does not fit into a 64-bit integer") }
        return .int(abs(number))
      case .double(let number): return .double(abs(number))
      }
    },
    FilterSpec(
      "int", Signature("default?", "base?"), onUndefined: .fails,
      "the value as an integer; text that is no number is an error unless a default is given",
      [LanguageExample("{{ ' 42 ' | int }} {{ 3.9 | int }} {{ 'x' | int(0) }}", "42 3 0")], int),
    FilterSpec(
      "float", Signature("default?"), onUndefined: .fails,
      "the value as a float; text that is no number is an error unless a default is given",
      [LanguageExample("{{ '1e2' | float }}", "100.0")], float),
    FilterSpec(
      "round", Signature("precision?", "method?"), onUndefined: .fails,
      "rounded to `precision` (0) digits, half to even; `method` is `common`, `ceil` or `floor`",
      [LanguageExample("{{ 2.5 | round }} {{ 2.129 | round(2, 'floor') }}", "2.0 2.12")], round),
    FilterSpec(
      "filesizeformat", Signature("binary?"), onUndefined: .fails,
      "a count of bytes for people, in powers of 1000 or with `binary` of 1024",
      [LanguageExample("{{ 1500 | filesizeformat }} {{ 1024 | filesizeformat(true) }}", "1.5 kB 1.0 KiB")], fileSize),
    FilterSpec(
      "number", Signature(), onUndefined: .fails, "an integer with a comma between thousands",
      [LanguageExample("{{ 1234567 | number }} {{ -999 | number }} {{ -1000 | number }}", "1,234,567 -999 -1,000")]
    ) { value, _ throws(ValueError) in
      .string(thousands(try number(value, "number")))
    },
  ]

  private static func number(_ value: Value, _ filter: String) throws(ValueError) -> Value.Number {
    guard let number = value.number else { throw .type("`\(filter)` needs a number, not \(value.aKind)") }
    return number
  }

  /// Python's `int` and `float` allow white space around and `_` between digits.
  private static func digits(_ text: String) -> String? {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.isWhiteSpace { scalars.removeFirst() }
    while let last = scalars.last, last.isWhiteSpace { scalars.removeLast() }
    let bytes = Array(String(scalars).utf8)
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte != 0x5F {
        out.append(byte)
      } else if index == 0 || index == bytes.count - 1 || bytes[index - 1].hexValue == nil
        || bytes[index + 1].hexValue == nil
      {
        return nil
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func parseFloat(_ text: String) -> Double? {
    guard let digits = digits(text) else { return nil }
    switch digits.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    case "nan", "+nan", "-nan": return .nan
    default: break
    }
    let allowed = digits.utf8.allSatisfy { $0.isASCIIDigit || [0x2E, 0x2B, 0x2D, 0x65, 0x45].contains($0) }
    guard allowed, digits.utf8.contains(where: \.isASCIIDigit) else { return nil }
    var fixed = digits
    if fixed.hasPrefix("+") { fixed.removeFirst() }
    // Swift reads no `.5` and no `5.`.
    if fixed.hasPrefix(".") { fixed = "0" + fixed }
    if fixed.hasPrefix("-.") { fixed = "-0" + fixed.dropFirst() }
    fixed = fixed.replacingFirst(".e", ".0e")
    if fixed.hasSuffix(".") { fixed += "0" }
    return Double(fixed)
  }

  private static func parseInt(_ text: String, base: Int) -> Int? {
    guard var digits = digits(text) else { return nil }
    let negative = digits.hasPrefix("-")
    if negative || digits.hasPrefix("+") { digits.removeFirst() }
    let prefixes = [16: "0x", 8: "0o", 2: "0b"]
    if let prefix = prefixes[base], digits.lowercased().hasPrefix(prefix) { digits.removeFirst(2) }
    guard digits.utf8.first.map({ $0 != 0x2B && $0 != 0x2D }) ?? false else { return nil }
    return Int((negative ? "-" : "") + digits, radix: base)
  }

  private static func whole(_ number: Double) throws(ValueError) -> Value {
    guard let result = Int(exactly: number.rounded(.towardZero)) else {
      throw ValueError("\(NumberText.format(number)) does not fit into a 64-bit integer")
    }
    return .int(result)
  }

  private static let int: FilterSpec.Apply = { value, arguments throws(ValueError) in
    switch value.number {
    case .int(let number): return .int(number)
    case .double(let number):
      guard number.isFinite || arguments[0] == nil else { return arguments[0] ?? .none }
      return try whole(number)
    case nil: break
    }
    if let text = value.asString {
      let base = try arguments.integer(1, "base", default: 10)
      guard (2...36).contains(base) else { throw ValueError("`base` must be from 2 to 36") }
      if let number = parseInt(text, base: base) { return .int(number) }
      if let number = parseFloat(text), number.isFinite { return try whole(number) }
    }
    if let fallback = arguments[0] { return fallback }
    throw noNumber(value, "an integer", "int(0)")
  }

  private static func noNumber(_ value: Value, _ what: String, _ fallback: String) -> ValueError {
    let shown = value.asString.map { "the string `\($0)`" } ?? value.aKind
    return ValueError("\(shown) is not \(what)", help: "with a default it is no error: `| \(fallback)`")
  }

  private static let float: FilterSpec.Apply = { value, arguments throws(ValueError) in
    if let number = value.number { return .double(number.asDouble) }
    if let text = value.asString, let number = parseFloat(text) { return .double(number) }
    if let fallback = arguments[0] { return fallback }
    throw noNumber(value, "a number", "float(0.0)")
  }

  private static let round: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let number = try number(value, "round")
    let precision = try arguments.integer(0, "precision", default: 0)
    guard (-400...400).contains(precision) else { throw ValueError("`precision` must be from -400 to 400") }
    let method = try arguments.text(1, "method")?.asString ?? "common"
    switch method {
    case "common":
      if case .int(let whole) = number { return .int(precision >= 0 ? whole : try rounded(whole, -precision)) }
      return .double(rounded(number.asDouble, precision))
    case "ceil", "floor":
      let factor = raised(10, to: Double(precision))
      let scaled = number.asDouble * factor
      let result = (method == "ceil" ? scaled.rounded(.up) : scaled.rounded(.down)) / factor
      return .double(result)
    default: throw ValueError("`method` must be `common`, `ceil` or `floor`, not `\(method)`")
    }
  }

  /// An integer rounded to tens, hundreds …, half to even.
  private static func rounded(_ number: Int, _ zeros: Int) throws(ValueError) -> Int {
    guard zeros < 19 else { return 0 }
    var unit = 1
    for _ in 0..<zeros { unit *= 10 }
    let rest = ((number % unit) + unit) % unit
    let (down, underflow) = number.subtractingReportingOverflow(rest)
    let goesUp = rest > unit - rest || rest == unit - rest && (down / unit) % 2 != 0
    let (up, overflow) = down.addingReportingOverflow(goesUp ? unit : 0)
    guard !underflow, !overflow else { throw ValueError("the rounded number does not fit into a 64-bit integer") }
    return up
  }

  /// A float rounded to a decimal precision by its exact binary value, as Python does.
  private static func rounded(_ number: Double, _ precision: Int) -> Double {
    guard number.isFinite else { return number }
    if precision >= 0 { return Double(FloatText.format(number, "f", min(precision, 350))) ?? number }
    let factor = raised(10, to: Double(-precision))
    guard factor.isFinite else { return 0 }
    return (number / factor).rounded(.toNearestOrEven) * factor
  }

  private static let fileSize: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let bytes: Double
    if let number = value.number {
      bytes = number.asDouble
    } else if let text = value.asString, let number = parseFloat(text) {
      bytes = number
    } else {
      throw .type("`filesizeformat` needs a number, not \(value.aKind)")
    }
    let binary = arguments.flag(0)
    let base: Double = binary ? 1024 : 1000
    let units =
      binary
      ? ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"] : ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]
    if bytes == 1 { return .string("1 Byte") }
    if bytes < base { return .string("\(Int(exactly: bytes.rounded(.towardZero)) ?? 0) Bytes") }
    var unit = base
    for (index, name) in units.enumerated() {
      unit *= base
      if bytes < unit || index == units.count - 1 {
        return .string("\(FloatText.format(base * bytes / unit, "f", 1)) \(name)")
      }
    }
    return .none
  }

  private static func thousands(_ number: Value.Number) -> String {
    let text: String
    switch number {
    case .int(let value): text = String(value)
    case .double(let value): text = NumberText.format(value)
    }
    if text.utf8.count <= 3 { return text }
    let digits = Array(text.utf8)
    let start = digits.first == 0x2D ? 1 : 0
    let end = digits[start...].firstIndex { !$0.isASCIIDigit } ?? digits.count
    var out = Array(digits[..<start])
    for index in start..<end {
      if index > start, (end - index) % 3 == 0 { out.append(0x2C) }
      out.append(digits[index])
    }
    return String(decoding: out + digits[end...], as: UTF8.self)
  }
}

extension String {
  /// The text with the first `old` replaced.
  func replacingFirst(_ old: String, _ new: String) -> String {
    let (bytes, pattern) = (Array(utf8), Array(old.utf8))
    let found = bytes.withUnsafeBufferPointer { b in
      pattern.withUnsafeBufferPointer { p in b.firstPlace(of: p, from: 0) }
    }
    guard let found else { return self }
    return String(decoding: bytes[..<found] + new.utf8 + bytes[(found + pattern.count)...], as: UTF8.self)
  }
}
