/// Rows of fields between separators, with quotes.
struct SeparatedValues {
  /// A field with the line it begins on.
  typealias Field = (text: [UInt8], line: Int)

  /// The rows of lines, each row with at least one field.
  static func rows(
    of lines: ArraySlice<MarkupLine>, in file: MarkupLines, separator: UInt8 = UInt8(ascii: ",")
  ) -> [[Field]] {
    var rows: [[Field]] = []
    var row: [Field] = []
    var field: [UInt8] = []
    var start = 0
    var isQuoted = false
    for line in lines {
      if line.isBlank, !isQuoted { continue }
      if isQuoted { field.append(0x0A) } else { start = line.number }
      let text = file.text(line)
      var at = text.startIndex
      while at < text.endIndex {
        let byte = text[at]
        if byte == UInt8(ascii: "\""), isQuoted || field.allSatisfy(\.isSpaceByte) {
          if isQuoted, at + 1 < text.endIndex, text[at + 1] == byte {
            field.append(byte)
            at += 1
          } else {
            isQuoted.toggle()
            if isQuoted { field = [] }
          }
        } else if byte == separator, !isQuoted {
          row.append((field, start))
          field = []
          start = line.number
        } else {
          field.append(byte)
        }
        at += 1
      }
      if !isQuoted {
        row.append((field, start))
        rows.append(row)
        row = []
        field = []
      }
    }
    if !row.isEmpty || !field.isEmpty { rows.append(row + [(field, start)]) }
    return rows
  }
}
