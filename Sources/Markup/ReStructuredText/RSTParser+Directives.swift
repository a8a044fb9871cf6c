import Markdown

extension RSTParser {
  /// Directives that only steer the making of pages, or take in what is not here.
  private static let skipped: Set<String> = [
    "toctree", "raw", "include", "literalinclude", "contents", "sectnum", "meta", "index", "highlight", "default-role",
    "role", "date", "title", "header", "footer", "tabularcolumns", "only-format", "currentmodule", "module", "ifconfig",
    "restructuredtext-test-directive", "target-notes", "math", "graphviz", "mermaid", "uml", "default-domain",
  ]
  private static let literal: Set<String> = [
    "code", "code-block", "sourcecode", "parsed-literal", "prompt", "productionlist", "highlight-block",
  ]
  /// Directives whose argument is a title.
  private static let titled: Set<String> = ["admonition", "topic", "sidebar", "rubric", "table", "dropdown", "card"]

  /// Reads what begins with two dots: targets, footnotes, replacements, directives; everything else is a comment.
  mutating func explicit(_ line: MarkupLine, content: ArraySlice<MarkupLine>, depth: Int) {
    let start = lines.line(line, dropping: 2)
    let text = lines.text(start)
    if text.first == UInt8(ascii: "_") {
      if let (name, rest) = RSTNames.target(text.dropFirst()), name != "_", rest.allSatisfy(\.isSpaceByte),
        content.first.map(\.isBlank) ?? true
      {
        waiting.append(RSTNames.anchor(name))
      }
      // What is indented below a target is no part of it.
      if content.first?.isBlank == true { body(inside: content.trimmed, depth: depth) }
      return
    }
    if text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]")), close > text.startIndex + 1
    {
      footnote(start, labelLength: close - text.startIndex + 1, content: content, depth: depth)
      return
    }
    guard let colons = text.position(of: "::", from: text.startIndex),
      colons + 2 == text.endIndex || text[colons + 2].isSpaceByte
    else { return }
    let name = text[..<colons]
    guard !name.isEmpty, name.allSatisfy({ $0.isWordByte || "-_.+:".utf8.contains($0) }) else { return }
    let argument = lines.line(start, dropping: colons + 2 - text.startIndex)
    directive(name.string.lowercased(), argument: argument, content: content, depth: depth)
  }

  private mutating func footnote(_ start: MarkupLine, labelLength: Int, content: ArraySlice<MarkupLine>, depth: Int) {
    let label = lines.text(start).prefix(labelLength)
    paragraph(lines.line(start, dropping: labelLength), goingOn: content, label: label + [0x20], depth: depth)
  }

  /// A paragraph that begins beside the name of what holds it and goes on in the lines below, and what follows it there.
  private mutating func paragraph(
    _ first: MarkupLine, goingOn content: ArraySlice<MarkupLine>, label: ArraySlice<UInt8> = [], depth: Int
  ) {
    let end = content.firstIndex { $0.isBlank } ?? content.endIndex
    let part = content[..<end]
    builder.open(block: .paragraph, line: first.number)
    builder.add(text: label, line: first.number)
    inlines(Array(lines.text(first)) + (part.isEmpty ? [] : [0x0A]) + lines.joined(part), line: first.number)
    builder.close(lastLine: part.last?.number)
    body(inside: content[end...].trimmed, depth: depth)
  }

  /// Options of a directive and what follows them.
  private func options(
    _ content: ArraySlice<MarkupLine>
  ) -> (options: [String: String], body: ArraySlice<MarkupLine>) {
    var options: [String: String] = [:]
    var index = content.startIndex
    while index < content.endIndex, let length = fieldName(of: content[index]) {
      let text = lines.text(content[index])
      options[text.dropFirst().prefix(length - 2).string.lowercased()] = text.dropFirst(length).folded.string
      index += 1
    }
    return (options, content[index...].trimmed)
  }

  private mutating func directive(_ name: String, argument: MarkupLine, content: ArraySlice<MarkupLine>, depth: Int) {
    let name = name.split(separator: ":").last.map(String.init) ?? name
    guard !Self.skipped.contains(name) else { return }
    let (options, body) = options(content)
    if Self.literal.contains(name) {
      return code(body, info: lines.text(argument).string)
    }
    switch name {
    case "image", "figure", "thumbnail":
      let address = lines.text(argument).filter { !$0.isSpaceByte }.string
      builder.open(block: .paragraph, line: argument.number)
      builder.open(inline: .image(destination: address, title: ""), line: argument.number)
      builder.add(text: options["alt"] ?? "", line: argument.number)
      builder.close()
      builder.close()
      self.body(inside: body, depth: depth)
    case "list-table", "flat-table":
      caption(argument)
      listTable(body, options)
    case "csv-table":
      caption(argument)
      csvTable(body, options, line: argument.number)
    default:
      text(of: name, argument, body, depth: depth)
    }
  }

  /// The text of a directive that holds text: its argument as a title or as the start of the text.
  private mutating func text(
    of name: String, _ argument: MarkupLine, _ body: ArraySlice<MarkupLine>, depth: Int
  ) {
    let isTitled = Self.titled.contains(name)
    if isTitled { caption(argument) }
    let isAdmonition = [
      "note", "warning", "tip", "important", "caution", "danger", "error", "hint", "attention", "seealso", "todo",
    ].contains(name)
    if isAdmonition, !argument.isBlank {
      // The first paragraph may begin beside the name.
      let isJoined = body.first.map { $0.number == argument.number + 1 } ?? false
      paragraph(argument, goingOn: isJoined ? body : body[..<body.startIndex], depth: depth)
      if !isJoined { self.body(inside: body.trimmed, depth: depth) }
    } else {
      self.body(inside: body, depth: depth)
    }
  }
}
