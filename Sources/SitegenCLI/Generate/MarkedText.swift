import Diagnostics
import Intake

/// The lines of a file between two lines that hold marks.
struct MarkedText {
  private let bytes: [UInt8]
  /// Of the lines between, their line ends included.
  private let inside: Range<Int>

  /// Finds the marks; nil where none is there.
  ///
  /// - Throws: what is missing, when only one of the marks is there: going on would lose text that people wrote.
  init?(_ bytes: [UInt8], _ marks: WorkspaceConfiguration.GenerateEntry.Marks) throws(Missing) {
    let (begin, end) = (Array(marks.begin.utf8), Array(marks.end.utf8))
    var start: Int?
    var line = 0
    while line < bytes.count {
      let next = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let text = bytes[line..<next]
      if let start {
        if text.holds(end) {
          self.bytes = bytes
          inside = start..<line
          return
        }
      } else if text.holds(begin) {
        start = next
      } else if text.holds(end) {
        throw Missing(mark: marks.begin)
      }
      line = next
    }
    if start != nil { throw Missing(mark: marks.end) }
    return nil
  }

  /// A mark that is not there although the other one is.
  struct Missing: Error {
    let mark: String
  }

  /// The text between, without its last line end.
  var text: String {
    let lines = bytes[inside]
    return String(decoding: lines.last == 0x0A ? lines.dropLast() : lines, as: UTF8.self)
  }

  /// The file with other text between.
  func replacing(_ text: [UInt8]) -> [UInt8] {
    let isEnded = text.isEmpty || text.last == 0x0A
    return bytes[..<inside.lowerBound] + text + (isEnded ? [] : [0x0A]) + bytes[inside.upperBound...]
  }
}
