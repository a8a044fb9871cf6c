/// The templates and criteria that this repository holds, as built into the binary.
///
/// A criteria file or a template of the same name in a source takes the place of one of these.
public enum Defaults {
  /// Every embedded file: path relative to the repository (`templates/base.html`, `content/criteria/x.yaml`), sorted
  /// by folder and then by UTF-8 bytes of the path.
  public static let files: [(path: String, bytes: [UInt8])] = EmbeddedFiles.files.map {
    ($0.path.description, Base64.decode($0.base64))
  }

  /// The embedded files under `folder` (`"templates"`), with the folder cut off their paths.
  public static func files(under folder: String) -> [(path: String, bytes: [UInt8])] {
    files.filter { $0.path.hasPrefix(folder + "/") }.map { (String($0.path.dropFirst(folder.count + 1)), $0.bytes) }
  }
}

enum Base64 {
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
      table[Int(byte)] = UInt8(value)
    }
    return table
  }()

  /// Decodes padded standard base64; bytes outside the alphabet are passed over.
  static func decode(_ text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { input in
      values.withUnsafeBufferPointer { values in
        [UInt8](unsafeUninitializedCapacity: input.count / 4 * 3 + 3) { output, written in
          var bits: UInt32 = 0
          var count = 0
          for byte in input {
            let value = values[Int(byte)]
            if value == 0xFF { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
              count -= 8
              output[written] = UInt8(truncatingIfNeeded: bits >> UInt32(count))
              written += 1
            }
          }
        }
      }
    }
  }
}
