/// A section's title as its lines show it.
struct RSTTitle {
  let text: MarkupLine
  /// Sign of the adornment, and whether it stands above the title, too.
  let style: UInt16
  /// Index behind the title.
  let end: Int

  init?(at index: Int, in lines: ArraySlice<MarkupLine>, of file: MarkupLines) {
    func adornment(_ at: Int) -> UInt8? {
      guard at < lines.endIndex, let sign = file.text(lines[at]).first, sign > 0x20, sign < 0x7F, !sign.isWordByte,
        file.text(lines[at]).allSatisfy({ $0 == sign })
      else { return nil }
      return sign
    }
    if let sign = adornment(index), index + 2 < lines.endIndex, !lines[index + 1].isBlank, adornment(index + 2) == sign,
      adornment(index + 1) == nil, lines[index].end - lines[index].start >= 2
    {
      text = lines[index + 1]
      style = UInt16(sign) | 0x100
      end = index + 3
    } else if adornment(index) == nil, let sign = adornment(index + 1) {
      let length = lines[index + 1].end - lines[index + 1].start
      let width = file.text(lines[index]).count { $0 & 0xC0 != 0x80 }
      guard length >= width || length >= 4, lines[index].indent == lines[index + 1].indent else { return nil }
      text = lines[index]
      style = UInt16(sign)
      end = index + 2
    } else {
      return nil
    }
  }
}
