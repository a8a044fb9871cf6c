/// What equal names and accounts share, whatever their case, accents and blanks.
public enum NameFolding {
  /// Letters of European names with their plain spelling, accents as code points of their own are dropped.
  private static let plain: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("àáâãäåāăąǎ", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęěẽ", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
      ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉ", "n"), ("òóôõöøōŏőơ", "o"),
      ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűųư", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
      ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letters, spelling) in rows {
      for scalar in letters.unicodeScalars { table[scalar] = spelling }
    }
    return table
  }()

  /// The plain spelling of a lower-case letter with an accent or of a joined one (`é` is `e`, `æ` is `ae`); nil for others.
  public static func plainSpelling(of letter: Unicode.Scalar) -> String? { plain[letter] }

  /// A person's name as compared: lower case, no accents, letters and digits only, single blanks between words.
  static func name(_ text: String) -> String {
    let plain = text.withBytes { bytes in bytes.allSatisfy { $0 < 0x80 } ? plainName(bytes) : nil }
    return plain ?? nameOfAnyScript(text)
  }

  /// The same for a name in ASCII, as most are.
  private static func plainName(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: text.count) { folded in
      var count = 0
      for byte in text where byte != UInt8(ascii: "'") {
        if byte.isASCIIAlphanumeric {
          folded[count] = byte | 0x20
          count += 1
        } else if count > 0, folded[count - 1] != 0x20 {
          folded[count] = 0x20
          count += 1
        }
      }
      return count > 0 && folded[count - 1] == 0x20 ? count - 1 : count
    }
  }

  private static func nameOfAnyScript(_ text: String) -> String {
    var folded = ""
    for scalar in text.lowercased().unicodeScalars {
      if let spelling = plain[scalar] {
        folded += spelling
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        folded.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark, scalar != "'", scalar != "’", !folded.isEmpty,
        !folded.hasSuffix(" ")
      {
        folded += " "
      }
    }
    return folded.hasSuffix(" ") ? String(folded.dropLast()) : folded
  }

  /// An account as compared: without case, and without any `@` in front.
  public static func handle(_ text: String) -> String { text.drop { $0 == "@" }.lowercased() }

  /// A project's name as compared: letters and digits alone (`example-manager` is `examplemanager`).
  static func project(_ text: String) -> String { name(text).filter { $0 != " " } }
}
