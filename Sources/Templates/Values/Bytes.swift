internal import Diagnostics

/// Whether two texts have the same UTF-8 bytes. `==` of String is canonical equivalence, which is not meant here.
@inline(__always)
func sameBytes(_ a: String, _ b: String) -> Bool {
  let count = a.utf8.count
  guard count == b.utf8.count else { return false }
  return a.withBytes { x in
    b.withBytes { y in
      for index in 0..<count where x[index] != y[index] { return false }
      return true
    }
  }
}

extension UInt8 {
  /// A space, tab, line feed, carriage return, vertical tab or form feed.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isNameStart: Bool { isASCIILetter || self == 0x5F }
  var isNamePart: Bool { isASCIIAlphanumeric || self == 0x5F }
}
