internal import Diagnostics

extension TemplateError {
  /// The error as text with the excerpt of its line, carets under the place, help, and the way it was reached:
  ///
  /// ```
  /// error[undefined]: `row.onwer` is undefined
  ///   --> templates/gap.html:12:9
  ///    |
  /// 12 |   <td>{{ row.onwer }}</td>
  ///    |              ^^^^^ this map has: id, owner
  ///    = help: did you mean `owner`?
  ///   included from templates/report.html:4:3
  ///   while rendering pages/report.md
  /// ```
  public func render() -> String {
    let number = String(location.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    var text = "error[\(kind.rawValue)]: \(DiagnosticText.printable(message))\n"
    text += "\(margin)--> \(DiagnosticText.printable(location.description))\n"
    if !location.excerpt.isEmpty {
      let (line, caret) = Self.excerpt(location)
      text += "\(margin) |\n\(number) | \(line)\n\(margin) | \(caret)"
      if let label { text += " \(DiagnosticText.printable(label))" }
      text += "\n"
    } else if let label {
      text += "\(margin) = note: \(DiagnosticText.printable(label))\n"
    }
    for note in notes {
      text += "\(margin) = note: \(DiagnosticText.printable(note.message))"
      if let place = note.location { text += " (\(DiagnosticText.printable(place.description)))" }
      text += "\n"
    }
    for line in help { text += "\(margin) = help: \(DiagnosticText.printable(line))\n" }
    for frame in Self.shortened(stack) {
      guard let frame else {
        text += "  …\n"
        continue
      }
      var verb =
        switch frame.kind {
        case .included: "included from"
        case .called: "called from"
        case .extends: "extends"
        case .imported: "imported from"
        }
      verb += String(repeating: " ", count: 13 - verb.utf8.count)
      text += "  \(verb) \(DiagnosticText.printable(frame.location.description))"
      if let name = frame.name { text += "   (\(DiagnosticText.printable(name)))" }
      text += "\n"
    }
    if let page { text += "  while rendering \(DiagnosticText.printable(page))\n" }
    return text
  }

  /// At most twenty errors as text, separated by an empty line, and how many more there are.
  public static func render(_ errors: [TemplateError]) -> String {
    var text = errors.prefix(20).map { $0.render() }.joined(separator: "\n")
    if errors.count > 20 { text += "\n… and \(errors.count - 20) more errors\n" }
    return text
  }

  /// The innermost and outermost frames of a deep stack, with nil between them.
  private static func shortened(_ stack: [Frame]) -> [Frame?] {
    stack.count <= 16 ? stack : stack.prefix(8).map { $0 } + [nil] + stack.suffix(7).map { $0 }
  }

  /// The line of a place and the carets under it. A long line is cut around the place; tabs are kept.
  private static func excerpt(_ location: Location) -> (line: String, caret: String) {
    let scalars = Array(location.excerpt.unicodeScalars)
    let widest = 120
    let start = min(max(0, location.column - 1), scalars.count)
    let first = start > widest - 40 ? start - 40 : 0
    let last = min(scalars.count, first + widest)
    var line = String.UnicodeScalarView()
    if first > 0 { line.append("…") }
    line.append(contentsOf: scalars[first..<last])
    if last < scalars.count { line.append("…") }
    var caret = first > 0 ? " " : ""
    for scalar in scalars[first..<min(start, last)] { caret += scalar == "\t" ? "\t" : " " }
    caret += String(repeating: "^", count: max(1, min(location.length, max(1, last - start))))
    return (DiagnosticText.printable(String(line), keepTabs: true), caret)
  }
}
