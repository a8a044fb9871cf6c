/// Reads text where it lies, inside of a value in memory, without counting a reference to it.
///
/// Taking the text out of a value costs a call or two for each printed column, which is as much as copying its bytes.
/// The payload of an enum case is at the start of the value; `isPossible` makes sure of it before it is relied on.
enum TextInPlace {
  /// Whether the payload of the case `string` is at the start of a value.
  static func isPossible() -> Bool {
    let text = String(repeating: "probe", count: 8)
    return withUnsafeBytes(of: Value.string(text)) { value in
      withUnsafeBytes(of: text) { text in
        value.count >= text.count && value.prefix(text.count).elementsEqual(text)
      }
    }
  }

  /// Runs `body` on the bytes of `value`, which must be of the case `string`.
  @inline(__always)
  static func withBytes<R>(_ value: UnsafePointer<Value>, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    // `withUTF8` changes only text which is not contiguous UTF-8, which no text made by Swift is.
    UnsafeMutableRawPointer(mutating: value).assumingMemoryBound(to: String.self).pointee.withUTF8(body)
  }

  /// Whether two values of the case `string` have the same bytes.
  @inline(__always)
  static func areEqual(_ a: UnsafePointer<Value>, _ b: UnsafePointer<Value>) -> Bool {
    withBytes(a) { a in
      withBytes(b) { b in
        guard a.count == b.count else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
      }
    }
  }

  /// Whether `value` is text that is not marked as safe.
  @inline(__always)
  static func isText(_ value: UnsafePointer<Value>) -> Bool {
    if case .string = value.pointee { return true }
    return false
  }
}
