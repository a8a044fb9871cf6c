import Diagnostics
import Words

/// The name of a version: `v1.2.0`, `1.30`, `v1.0.0-rc.1`, `2024.5.1`.
struct VersionName: Sendable, Hashable {
  /// As written, with the `v` in front and everything behind the numbers.
  let text: String
  /// Its numbers; at least two.
  let numbers: [Int]
  /// What follows the numbers (`-rc.1`), lower case.
  let suffix: String

  /// Reads a word that is a version and nothing else; brackets and signs around it are dropped.
  ///
  /// `isNamed` tells that nothing but a version can stand there: `0.9.48.0` names a release, and elsewhere an address.
  init?(_ word: some StringProtocol, isNamed: Bool = false) {
    var word = Substring(word)
    let around = "[](){}<>*_`'\",;:".unicodeScalars
    while let first = word.unicodeScalars.first, around.contains(first) { word = word.dropFirst() }
    while let last = word.unicodeScalars.last, around.contains(last) || last == "." { word = word.dropLast() }
    var bytes = word.utf8[...]
    guard bytes.count <= 64 else { return nil }
    if let first = bytes.first, first | 0x20 == UInt8(ascii: "v") { bytes = bytes.dropFirst() }
    var numbers: [Int] = []
    while let digit = bytes.first, digit.isASCIIDigit {
      let digits = bytes.prefix(while: \.isASCIIDigit)
      guard digits.count <= 6 else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) })
      bytes = bytes.dropFirst(digits.count)
      guard bytes.first == UInt8(ascii: "."), bytes.dropFirst().first?.isASCIIDigit == true else { break }
      bytes = bytes.dropFirst()
    }
    guard (2...4).contains(numbers.count) else { return nil }
    if let sign = bytes.first {
      let isSuffix = "-+.~".utf8.contains(sign) || sign.isASCIILetter
      let isPlain = bytes.allSatisfy { $0.isASCIIAlphanumeric || "-+.~_".utf8.contains($0) }
      guard isSuffix, isPlain else { return nil }
    }
    // 28.01.2025 is a day, 10.0.0.x somebody's address.
    if numbers.count == 3, numbers[2] > 1900, numbers[0] <= 31, numbers[1] <= 12 { return nil }
    if !isNamed, numbers.count == 4, numbers.allSatisfy({ $0 < 256 }), bytes.isEmpty, !word.utf8.starts(with: "v".utf8)
    {
      return nil
    }
    text = String(word)
    self.numbers = numbers
    suffix = String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Whether it is a preview of another version.
  var isPrerelease: Bool {
    let words = suffix.runsOfLetters
    return words.contains { word in Lexicon.activity.previews.contains { word == $0 } || word == "a" || word == "b" }
  }

  /// The same version, however it is written: `v1.2.0` is `1.2.0`, `1.2` is not `1.2.0`.
  var key: String { numbers.map(String.init).joined(separator: ".") + suffix }
}
