import Diagnostics

extension SourceText {
  /// Lines longer than this are named without column and excerpt.
  private static let longestShownLine = 20_000

  /// The place of a byte range; of a very long line only the line is named, since each place copies its line.
  func boundedLocation(_ range: Range<Int>) -> Location {
    let line = line(at: range.lowerBound)
    if byteRange(ofLine: line).count > Self.longestShownLine { return Location(path: path, line: line) }
    return location(range)
  }
}
