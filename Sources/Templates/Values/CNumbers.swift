#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// `base` to the power of `exponent` (the C library's `pow`; the standard library has none).
func raised(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }

/// Floats with a given number of digits, by the C library, which rounds the exact binary value half to even.
enum FloatText {
  /// `number` as `%.<precision><conversion>`; infinities and NaN in Python's spelling.
  static func format(_ number: Double, _ conversion: Unicode.Scalar, _ precision: Int, _ alternate: Bool = false)
    -> String
  {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    let pattern = "%\(alternate ? "#" : "").\(precision)\(conversion)"
    var buffer = [CChar](repeating: 0, count: precision + 400)
    let count = withVaList([number]) { vsnprintf(&buffer, buffer.count, pattern, $0) }
    return String(decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
