import Diagnostics

/// The texts of a document by their offsets. One that stands in the file as it is, as most do, is that part of it; what
/// the document has of its own comes behind the file's end.
struct DocumentBytes: Sendable {
  /// The file; empty where nothing is taken from it.
  private let file: [UInt8]
  private var own: [UInt8] = []
  /// Where the text found last ends: the next one is looked for behind it.
  private var place = 0

  /// How far behind the last text the next one is looked for: as far as a link's address is long.
  private static let reach = 256
  /// Most bytes that are compared for one text.
  private static let most = 1_000_000

  init(file: [UInt8] = []) { self.file = file }

  /// Behind all texts.
  var end: Int { file.count + own.count }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    guard range.lowerBound >= file.count else { return file[range] }
    return own[(range.lowerBound - file.count)..<(range.upperBound - file.count)]
  }

  /// Gives the texts to somebody who reads them at once.
  func withTexts<Result>(_ read: (Texts) -> Result) -> Result {
    file.withUnsafeBufferPointer { file in own.withUnsafeBufferPointer { read(Texts(file: file, own: $0)) } }
  }

  /// The texts where they lie, so that to read one counts no reference.
  struct Texts {
    fileprivate let file: UnsafeBufferPointer<UInt8>
    fileprivate let own: UnsafeBufferPointer<UInt8>

    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
      guard range.lowerBound >= file.count else { return UnsafeBufferPointer(rebasing: file[range]) }
      return UnsafeBufferPointer(rebasing: own[(range.lowerBound - file.count)..<(range.upperBound - file.count)])
    }
  }

  /// The same texts without room for more.
  var fitted: DocumentBytes {
    var bytes = self
    bytes.own = own.fitted
    return bytes
  }

  /// Adds a text of the document's own.
  mutating func append(_ text: some Collection<UInt8>) {
    if !text.isEmpty { own.append(contentsOf: text) }
  }

  /// Where a text that comes next stands in the file, at or behind an offset; nil where it is written another way. One
  /// that is found too early is the same text.
  ///
  /// - Parameter isPassed: whether what comes next is behind it; the address of a link is behind its text.
  mutating func place(of text: UnsafeBufferPointer<UInt8>, from offset: Int, isPassed: Bool) -> Int? {
    guard !text.isEmpty else { return nil }
    let start = max(place, offset)
    let end = min(file.count, start + text.count + min(Self.reach, Self.most / text.count))
    guard start < end else { return nil }
    let found = file.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[..<end]).firstPlace(of: text, from: start)
    }
    if let found, isPassed { place = found + text.count }
    return found
  }
}
