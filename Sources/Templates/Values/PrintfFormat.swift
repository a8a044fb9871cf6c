/// Python's `%` formatting: `%s %r %d %i %u %f %F %e %g %x %X %o %c %%` with flags, width and precision.
enum PrintfFormat {
  private struct Spec {
    var (left, zero, plus, space, alternate) = (false, false, false, false, false)
    var width = 0
    var precision: Int?
  }

  /// Widths and precisions above this are an error.
  private static let widest = 10_000

  /// The formatted text. With `escaping`, unsafe arguments are escaped.
  static func apply(_ format: String, _ arguments: [Value], escaping: Bool) throws(ValueError) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(format.unicodeScalars)
    var (at, used) = (0, 0)
    while at < scalars.count {
      guard scalars[at] == "%" else {
        out.append(scalars[at])
        at += 1
        continue
      }
      at += 1
      let spec = try parse(scalars, &at)
      guard at < scalars.count else { throw ValueError("the format ends within a `%` sequence") }
      let conversion = scalars[at]
      at += 1
      if conversion == "%" {
        out.append("%")
        continue
      }
      guard used < arguments.count else { throw .type("not enough arguments for the format `\(format)`") }
      let argument = arguments[used]
      used += 1
      // One by one: appending many at once copies what is there already.
      for scalar in try convert(conversion, spec, argument, escaping).unicodeScalars { out.append(scalar) }
    }
    guard used == arguments.count else { throw .type("too many arguments for the format `\(format)`") }
    return String(out)
  }

  private static func parse(_ scalars: [Unicode.Scalar], _ at: inout Int) throws(ValueError) -> Spec {
    var spec = Spec()
    flags: while at < scalars.count {
      switch scalars[at] {
      case "-": spec.left = true
      case "0": spec.zero = true
      case "+": spec.plus = true
      case " ": spec.space = true
      case "#": spec.alternate = true
      default: break flags
      }
      at += 1
    }
    spec.width = try number(scalars, &at) ?? 0
    if at < scalars.count, scalars[at] == "." {
      at += 1
      spec.precision = try number(scalars, &at) ?? 0
    }
    return spec
  }

  private static func number(_ scalars: [Unicode.Scalar], _ at: inout Int) throws(ValueError) -> Int? {
    var result: Int?
    while at < scalars.count, ("0"..."9").contains(scalars[at]) {
      result = (result ?? 0) * 10 + Int(scalars[at].value - 0x30)
      guard (result ?? 0) <= widest else { throw .limit("a width in a format of more than \(widest)") }
      at += 1
    }
    return result
  }

  private static func convert(
    _ conversion: Unicode.Scalar, _ spec: Spec, _ value: Value, _ escaping: Bool
  ) throws(ValueError) -> String {
    switch conversion {
    case "s", "r":
      var text = conversion == "r" ? value.representation : value.text
      if let precision = spec.precision { text = String(text.unicodeScalars.prefix(precision)) }
      if escaping, !value.isSafe { text = escaped(text) }
      return pad(text, spec, number: false)
    case "c":
      guard case .int(let code) = value else {
        if let text = value.asString, text.unicodeScalars.count == 1 { return pad(text, spec, number: false) }
        throw .type("`%c` needs one character, not \(value.aKind)")
      }
      guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
        throw ValueError("\(code) is no character")
      }
      return pad(String(Character(scalar)), spec, number: false)
    case "d", "i", "u":
      return pad(signed(String(try integer(value, conversion).magnitude), value, spec), spec, number: true)
    case "x", "X", "o":
      let number = try integer(value, conversion)
      var digits = String(number.magnitude, radix: conversion == "o" ? 8 : 16, uppercase: conversion == "X")
      if spec.alternate { digits = "0\(conversion)" + digits }
      return pad(signed(digits, value, spec), spec, number: true)
    case "f", "F", "e", "E", "g", "G":
      guard let number = value.number else { throw .type("`%\(conversion)` needs a number, not \(value.aKind)") }
      let text = FloatText.format(number.asDouble, conversion, spec.precision ?? 6, spec.alternate)
      let negative = text.hasPrefix("-")
      let prefix = negative ? "" : spec.plus ? "+" : spec.space ? " " : ""
      return pad(prefix + text, spec, number: true)
    default: throw ValueError("`%\(conversion)` is no format")
    }
  }

  private static func integer(_ value: Value, _ conversion: Unicode.Scalar) throws(ValueError) -> Int {
    switch value.number {
    case .int(let number): return number
    case .double(let number) where conversion == "d" || conversion == "i" || conversion == "u":
      if let whole = Int(exactly: number.rounded(.towardZero)) { return whole }
      throw ValueError("\(NumberText.format(number)) does not fit into a 64-bit integer")
    default: throw .type("`%\(conversion)` needs a number, not \(value.aKind)")
    }
  }

  private static func signed(_ digits: String, _ value: Value, _ spec: Spec) -> String {
    var text = digits
    if let precision = spec.precision, text.utf8.count < precision {
      text = String(repeating: "0", count: precision - text.utf8.count) + text
    }
    if (value.number?.asDouble ?? 0) < 0, text != "0" { return "-" + text }
    return (spec.plus ? "+" : spec.space ? " " : "") + text
  }

  private static func pad(_ text: String, _ spec: Spec, number: Bool) -> String {
    let missing = spec.width - text.unicodeScalars.count
    guard missing > 0 else { return text }
    if spec.left { return text + String(repeating: " ", count: missing) }
    guard spec.zero, number else { return String(repeating: " ", count: missing) + text }
    let zeros = String(repeating: "0", count: missing)
    if let sign = text.unicodeScalars.first, sign == "-" || sign == "+" || sign == " " {
      return String(sign) + zeros + String(text.unicodeScalars.dropFirst())
    }
    return zeros + text
  }
}
