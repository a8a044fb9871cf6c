/// What a byte of UTF-8 is, asked everywhere that text is read by its bytes.
extension UInt8 {
  /// Whether it is a digit of ASCII.
  public var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether it is a capital letter of ASCII.
  public var isASCIICapital: Bool { (0x41...0x5A).contains(self) }
  /// Whether it is a small letter of ASCII.
  public var isASCIISmall: Bool { (0x61...0x7A).contains(self) }
  /// Whether it is a letter of ASCII.
  public var isASCIILetter: Bool { (self | 0x20).isASCIISmall }
  /// Whether it is a letter or a digit of ASCII.
  public var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// Whether it can be part of a word: a letter or a digit of ASCII, or of a sign beyond it.
  public var isWordByte: Bool { isASCIIAlphanumeric || self >= 0x80 }
  /// Itself in lower case, where it is a letter of ASCII.
  public var lowercasedASCII: UInt8 { isASCIICapital ? self | 0x20 : self }
  /// The value of a hexadecimal digit; nil where it is none.
  public var hexValue: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x46: Int(self) - 0x41 + 10
    case 0x61...0x66: Int(self) - 0x61 + 10
    default: nil
    }
  }
}

extension String {
  /// A text of ASCII alone in lower case.
  public init(lowercasedASCII bytes: some Collection<UInt8>) {
    self.init(unsafeUninitializedCapacity: bytes.count) { lower in
      var count = 0
      for byte in bytes {
        lower[count] = byte.lowercasedASCII
        count += 1
      }
      return count
    }
  }
}

extension [UInt8] {
  /// Appends a byte as addresses write one that they may not hold: `%2F`.
  public mutating func append(percentEncoded byte: UInt8) {
    append(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the bytes of a text of ASCII, given in small letters, in any case.
  public func equals(lowercased text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && indices.allSatisfy { self[$0].lowercasedASCII == text.utf8Start[$0] }
  }
}
