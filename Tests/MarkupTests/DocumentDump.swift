import Markdown

/// A document in short, a line for each block: its lines in the file, its kind, its content in the signs of Markdown.
func dump(_ document: Document) -> String {
  var result: [String] = []
  func add(_ block: Block, _ depth: Int) {
    let content = inlines(block.inlines)
    let place = "\(block.lines.lowerBound)-\(block.lines.upperBound)"
    let line = "\(String(repeating: "  ", count: depth))\(place) \(name(block.kind))"
    result.append(content.isEmpty ? line : line + " " + content)
    for child in block.children { add(child, depth + 1) }
  }
  for block in document.blocks { add(block, 0) }
  return result.joined(separator: "\n")
}

private func name(_ kind: Block.Kind) -> String {
  switch kind {
  case .paragraph: "p"
  case .heading(let level): "h\(level)"
  case .blockQuote: "quote"
  case .list(let start, _): start.map { "list \($0)" } ?? "list"
  case .item(let checked): checked.map { $0 ? "item [x]" : "item [ ]" } ?? "item"
  case .code(let info, let text): "code \(info) \(text.split(separator: "\n", omittingEmptySubsequences: false))"
  case .html(let text): text
  case .thematicBreak: "rule"
  case .table: "table"
  case .row(let header): header ? "heading row" : "row"
  case .cell: "cell"
  case .footnote(let label): "footnote \(label)"
  }
}

func inlines(_ content: [Inline]) -> String {
  content.map { inline -> String in
    switch inline.kind {
    case .text(let text): text
    case .code(let text): "`\(text)`"
    case .html(let html): html
    case .softBreak: "/"
    case .lineBreak: "//"
    case .emphasis: "*\(inlines(inline.children))*"
    case .strong: "**\(inlines(inline.children))**"
    case .strikethrough: "~\(inlines(inline.children))~"
    case .link(let destination, _): "[\(inlines(inline.children))](\(destination))"
    case .image(let destination, _): "![\(inlines(inline.children))](\(destination))"
    case .footnoteReference(let label): "[^\(label)]"
    }
  }.joined()
}
