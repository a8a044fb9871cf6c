#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Whether `part` occurs in these bytes.
  public func holds(_ part: UnsafeBufferPointer<UInt8>) -> Bool { firstPlace(of: part, from: 0) != nil }

  /// Whether these are the same bytes.
  func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let one = baseAddress, let base = other.baseAddress else { return true }
    return memcmp(one, base, count) == 0
  }

  /// Whether these bytes begin with others.
  public func begins(with part: [UInt8]) -> Bool {
    part.withUnsafeBufferPointer { part in
      count >= part.count && UnsafeBufferPointer(rebasing: self[..<part.count]).equals(part)
    }
  }

  /// Where a byte first stands at or behind an offset. The C library looks at many places at once.
  public func firstPlace(of byte: UInt8, from offset: Int) -> Int? {
    guard let base = baseAddress, offset < count else { return nil }
    guard let found = memchr(base + offset, Int32(byte), count - offset) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How many times a byte occurs, sixteen places at once.
  public func count(of byte: UInt8) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    let wanted = SIMD16(repeating: byte)
    var (index, found) = (0, 0)
    while index &+ 16 <= bytes.count {
      // Each place of the sixteen counts up to 255.
      let stop = Swift.min(bytes.count &- 15, index &+ 16 * 255)
      var counts = SIMD16<UInt8>.zero
      while index < stop {
        let here = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        counts.replace(with: counts &+ 1, where: here .== wanted)
        index &+= 16
      }
      found &+= Int(SIMD16<UInt16>(truncatingIfNeeded: counts).wrappedSum())
    }
    while index < bytes.count {
      found &+= bytes[index] == byte ? 1 : 0
      index &+= 1
    }
    return found
  }

  /// Where `part` first occurs at or behind an offset. The C library looks for its rarest byte, many places at once.
  public func firstPlace(of part: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    guard let bytes = part.baseAddress, !part.isEmpty else { return offset <= count ? offset : nil }
    guard let base = baseAddress else { return nil }
    let pivot = part.firstIndex { !Self.isFrequent($0) } ?? 0
    var start = offset
    while start + part.count <= count {
      let left = count - part.count - start + 1
      guard let found = memchr(base + start + pivot, Int32(part[pivot]), left) else { return nil }
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) - pivot
      if memcmp(base + start, bytes, part.count) == 0 { return start }
      start += 1
    }
    return nil
  }

  /// Bytes that every text is full of.
  private static func isFrequent(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "n"),
      UInt8(ascii: "o"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "t"):
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// Whether a text holds another, byte by byte.
  ///
  /// `contains` of a text goes through Foundation, where that is linked in, and takes ten times as long.
  public func holds(_ part: String) -> Bool {
    return withBytes { text in part.withBytes { text.holds($0) } }
  }

  /// Where a byte first stands; nil where it does not occur.
  ///
  /// The views of a text are gone through one by one, which takes ten times as long.
  public func firstPlace(ofByte byte: UInt8) -> Index? {
    return withBytes { $0.firstPlace(of: byte, from: 0) }.map { utf8.index(startIndex, offsetBy: $0) }
  }

  /// Where a byte last stands; nil where it does not occur.
  public func lastPlace(ofByte byte: UInt8) -> Index? {
    let place = withBytes { bytes in
      var index = bytes.count - 1
      while index >= 0, bytes[index] != byte { index -= 1 }
      return index
    }
    return place < 0 ? nil : utf8.index(startIndex, offsetBy: place)
  }

  /// Whether a byte occurs.
  public func holds(byte: UInt8) -> Bool { firstPlace(ofByte: byte) != nil }

  /// Where another text first stands, byte by byte; nil for none, and where nothing is looked for.
  ///
  /// `firstRange` of a text compares characters, which takes a hundred times as long.
  public func firstRange(ofBytes part: some StringProtocol) -> Range<Index>? {
    guard !part.isEmpty,
      let place = withBytes({ text in part.withBytes { text.firstPlace(of: $0, from: 0) } })
    else { return nil }
    let start = utf8.index(startIndex, offsetBy: place)
    return start..<utf8.index(start, offsetBy: part.utf8.count)
  }

  /// Whether an address begins with a scheme, given in small letters, in any case.
  public func hasScheme(_ scheme: String) -> Bool {
    var bytes = utf8.makeIterator()
    return scheme.utf8.allSatisfy { $0 == bytes.next().map { $0 | 0x20 } } && bytes.next() == UInt8(ascii: ":")
  }
}

extension [UInt8] {
  /// Whether a byte occurs.
  public func holds(byte: UInt8) -> Bool {
    withUnsafeBufferPointer { $0.firstPlace(of: byte, from: 0) != nil }
  }

  /// Whether these bytes hold others.
  public func holds(_ part: [UInt8]) -> Bool { self[...].holds(part) }

  /// Where others first occur at or behind an offset.
  public func firstPlace(of part: [UInt8], from offset: Int) -> Int? {
    withUnsafeBufferPointer { bytes in part.withUnsafeBufferPointer { bytes.firstPlace(of: $0, from: offset) } }
  }
}

extension ArraySlice<UInt8> {
  /// The parts between the places of a byte, the last with all that follows once there are `most`. The C library looks
  /// for the byte, many places at once.
  public func parts(between byte: UInt8, most: Int = .max, omittingEmpty: Bool = true) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    parts.reserveCapacity(Swift.min(most, 8))
    var start = startIndex
    func append(to end: Int) { if end > start || !omittingEmpty { parts.append(self[start..<end]) } }
    withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      while parts.count < most - 1,
        let found = memchr(base + (start - startIndex), Int32(byte), endIndex - start)
      {
        let place = startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
        append(to: place)
        start = place + 1
      }
    }
    append(to: endIndex)
    return parts
  }

  /// Whether these bytes hold others.
  public func holds(_ part: [UInt8]) -> Bool { firstIndex(ofBytes: part[...]) != nil }

  /// Where others first begin; nil for none, and where nothing is looked for.
  ///
  /// `firstRange` of bytes goes through Foundation, where that is linked in, and takes fifty times as long.
  public func firstIndex(ofBytes part: ArraySlice<UInt8>) -> Int? {
    guard !part.isEmpty else { return nil }
    return withUnsafeBufferPointer { bytes in
      part.withUnsafeBufferPointer { bytes.firstPlace(of: $0, from: 0) }
    }.map { startIndex + $0 }
  }

  /// Where others first stand; nil for none, and where nothing is looked for.
  public func firstRange(ofBytes part: [UInt8]) -> Range<Int>? {
    firstIndex(ofBytes: part[...]).map { $0..<($0 + part.count) }
  }
}
