/// A piece of Markdown text without its markup, and where each byte of it is in the file.
///
/// Documents of due diligence are read line by line, because many are no proper Markdown: bullets are `•`, evidence
/// is outside the list it belongs to. So is their inline markup: emphasis, links, code, images, raw HTML.
struct PlainText: Sendable {
  /// A link of the text.
  struct LinkMark: Sendable {
    /// Byte range of its text in `bytes`.
    let text: Range<Int>
    /// Destination as written.
    let destination: String
    /// Byte offset in the file.
    let offset: Int
  }

  /// The text, UTF-8; no-break spaces are blanks, zero-width signs are left out.
  private(set) var bytes: [UInt8] = []
  /// Byte offset in the file of each byte of the text.
  private(set) var offsets: [Int] = []
  /// Its links in order: inline, by reference, `<…>` and bare; images and code are none.
  private(set) var links: [LinkMark] = []
  private(set) var hasImage = false
  /// Ranges of `bytes` that are in code spans.
  private(set) var code: [Range<Int>] = []
  /// End in `bytes` of the bold span the text begins with; 0 when it begins otherwise.
  private(set) var boldPrefix = 0

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the whole text is bold, but for signs behind it.
  var isAllBold: Bool {
    boldPrefix > 0 && !bytes[boldPrefix...].contains(where: \.isWordByte)
  }

  /// Reads the piece `range` of a file; `references` are labels of link definitions in lower case.
  init(_ file: [UInt8], _ range: Range<Int>, references: [String: String] = [:]) {
    var scanner = InlineScanner(file: file, end: range.upperBound, index: range.lowerBound, references: references)
    scanner.run()
    hasImage = scanner.hasImage
    guard scanner.bytes.contains(0) else {
      (bytes, offsets, code, boldPrefix) = (scanner.bytes, scanner.offsets, scanner.code, scanner.boldPrefix)
      links = scanner.links.map { LinkMark(text: $0.text, destination: $0.destination, offset: $0.offset) }
      return
    }
    // Zero bytes stand where signs of markup were taken back.
    var kept = [Int](repeating: 0, count: scanner.bytes.count + 1)
    for (index, byte) in scanner.bytes.enumerated() {
      kept[index] = bytes.count
      guard byte != 0 else { continue }
      bytes.append(byte)
      offsets.append(scanner.offsets[index])
    }
    kept[scanner.bytes.count] = bytes.count
    links = scanner.links.map {
      LinkMark(
        text: kept[$0.text.lowerBound]..<kept[$0.text.upperBound], destination: $0.destination, offset: $0.offset)
    }
    code = scanner.code.map { kept[$0.lowerBound]..<kept[$0.upperBound] }
    boldPrefix = kept[scanner.boldPrefix]
  }

  /// No text, to which others are appended.
  init() {}

  /// Text that is plain already.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offsets = Array(bytes.indices)
  }

  /// Appends another text behind a line break.
  mutating func append(line other: PlainText) {
    if let last = offsets.last {
      bytes.append(0x20)
      offsets.append(last)
    }
    let shift = bytes.count
    bytes += other.bytes
    offsets += other.offsets
    links += other.links.map {
      LinkMark(
        text: ($0.text.lowerBound + shift)..<($0.text.upperBound + shift), destination: $0.destination,
        offset: $0.offset)
    }
    code += other.code.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
  }
}

extension UInt8 {
  /// Whether it is an ASCII sign that a backslash can escape.
  var isASCIIPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
