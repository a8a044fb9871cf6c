#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// `base` to the power of `exponent` (the C library's `pow`; the standard library has none).
func raised(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }
