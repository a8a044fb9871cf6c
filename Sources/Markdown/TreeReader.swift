import CCMarkGFM

/// Copies cmark's tree into values: follows its ENTER and EXIT events with a stack of its own, so that deep nesting
/// cannot exhaust the thread's stack.
struct TreeReader {
  /// Deepest nesting kept: values nested deeper would exhaust the stack when they are released.
  static let maxDepth = 200

  /// Lines of the file; positions are clamped into it.
  let lineCount: Int

  private struct Open {
    let node: OpaquePointer
    var blocks: [Block] = []
    var inlines: [Inline] = []
  }

  /// The blocks of a document node.
  func blocks(of root: OpaquePointer) -> [Block] {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var stack: [Open] = []
    var line = 1
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return [] }
      guard let node = cmark_iter_get_node(iterator) else { return [] }
      let start = Int(cmark_node_get_start_line(node))
      if start > 0 { line = min(start, lineCount) }
      if event == CMARK_EVENT_ENTER {
        // The content of what is nested deeper stands in the last container kept.
        if stack.count > Self.maxDepth, isContainer(node) { continue }
        stack.append(Open(node: node))
        if !isLeaf(node) { continue }
      }
      guard stack.last?.node == node, let closed = stack.popLast() else { continue }
      if stack.isEmpty { return closed.blocks }
      if let inline = inline(closed, line: line) {
        stack[stack.count - 1].inlines.append(inline)
      } else if let block = block(closed) {
        stack[stack.count - 1].blocks.append(block)
      }
    }
  }

  /// Node types for which cmark sends no EXIT event.
  private func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  /// Nodes that can hold nodes of their own kind.
  private func isContainer(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_EMPH, CMARK_NODE_STRONG,
      CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      true
    default: cmark_node_get_type(node) == sitegen_node_strikethrough()
    }
  }

  private func inline(_ open: Open, line: Int) -> Inline? {
    let node = open.node
    func make(_ kind: Inline.Kind) -> Inline { Inline(kind, line: line, children: open.inlines) }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return make(.text(literal(node)))
    case CMARK_NODE_SOFTBREAK: return make(.softBreak)
    case CMARK_NODE_LINEBREAK: return make(.lineBreak)
    case CMARK_NODE_CODE: return make(.code(literal(node)))
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_INLINE: return make(.html(literal(node)))
    case CMARK_NODE_EMPH: return make(.emphasis)
    case CMARK_NODE_STRONG: return make(.strong)
    case CMARK_NODE_LINK:
      return make(.link(destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node))))
    case CMARK_NODE_IMAGE:
      return make(.image(destination: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node))))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return make(.footnoteReference(label: literal(node)))
    case sitegen_node_strikethrough(): return make(.strikethrough)
    default: return nil
    }
  }

  private func block(_ open: Open) -> Block? {
    guard let kind = kind(open.node) else { return nil }
    let first = min(max(1, Int(cmark_node_get_start_line(open.node))), lineCount)
    var last = Int(cmark_node_get_end_line(open.node))
    // A list and its last item end at column 0 of the next line.
    if cmark_node_get_end_column(open.node) == 0 { last -= 1 }
    last = min(max(last, first, open.blocks.last?.lines.upperBound ?? first), lineCount)
    return Block(
      kind, lines: first...last, column: max(1, Int(cmark_node_get_start_column(open.node))), children: open.blocks,
      inlines: open.inlines)
  }

  private func kind(_ node: OpaquePointer) -> Block.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: ordered ? Int(cmark_node_get_list_start(node)) : nil, tight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM:
      let isTask = cmark_node_get_syntax_extension(node) != nil
      return .item(checked: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil)
    case CMARK_NODE_CODE_BLOCK: return .code(info: text(cmark_node_get_fence_info(node)), text: literal(node))
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CUSTOM_BLOCK: return .html(literal(node))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote(label: literal(node))
    case sitegen_node_table(): return .table(alignments(node))
    case sitegen_node_table_row():
      return .row(header: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case sitegen_node_table_cell(): return .cell
    default: return nil
    }
  }

  private func alignments(_ table: OpaquePointer) -> [Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = cmark_gfm_extensions_get_table_alignments(table) else {
      return [Alignment](repeating: .none, count: count)
    }
    return (0..<count).map { index in
      switch letters[index] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private func literal(_ node: OpaquePointer) -> String { text(cmark_node_get_literal(node)) }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
