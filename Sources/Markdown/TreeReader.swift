import CCMarkGFM

/// Copies cmark's tree into a flat document: goes from node to node without recursion, so that deep nesting cannot exhaust
/// the stack.
struct TreeReader {
  /// Lines of the file; positions are clamped into it.
  let lineCount: Int
  /// Breaks and some inlines have no line of their own: they are on the line last met.
  private var line = 1

  init(lineCount: Int) { self.lineCount = lineCount }

  /// Adds the content of a document node.
  mutating func read(_ root: OpaquePointer, into builder: inout DocumentBuilder) {
    var next = cmark_node_first_child(root)
    while var node = next {
      meet(node)
      let type = cmark_node_get_type(node)
      if !append(node, type, &builder) {
        open(node, type, &builder)
        if let child = cmark_node_first_child(node) {
          next = child
          continue
        }
        builder.close(line: line, lastLine: lastLine(of: node))
      }
      next = cmark_node_next(node)
      while next == nil, let parent = cmark_node_parent(node), parent != root {
        node = parent
        meet(node)
        builder.close(line: line, lastLine: lastLine(of: node))
        next = cmark_node_next(node)
      }
    }
  }

  /// Notes the line of a node, where it has one.
  private mutating func meet(_ node: OpaquePointer) {
    let start = Int(cmark_node_get_start_line(node))
    if start > 0 { line = min(start, lineCount) }
  }

  /// A list and its last item end at column 0 of the next line.
  private func lastLine(of node: OpaquePointer) -> Int {
    min(
      lineCount, Int(cmark_node_get_end_line(node)) - (cmark_node_get_end_column(node) == 0 ? 1 : 0)
    )
  }

  /// Appends an inline that holds none, if it is one.
  private func append(_ node: OpaquePointer, _ type: cmark_node_type, _ builder: inout DocumentBuilder) -> Bool {
    switch type {
    case CMARK_NODE_TEXT: builder.append(Node(.text, line: line), literal(node))
    case CMARK_NODE_SOFTBREAK: builder.append(Node(.softBreak, line: line))
    case CMARK_NODE_LINEBREAK: builder.append(Node(.lineBreak, line: line))
    case CMARK_NODE_CODE: builder.append(Node(.code, line: line), literal(node))
    case CMARK_NODE_HTML_INLINE: builder.append(Node(.html, line: line), literal(node))
    default: return false
    }
    return true
  }

  private func open(_ node: OpaquePointer, _ type: cmark_node_type, _ builder: inout DocumentBuilder) {
    func inline(_ kind: Node.Kind) -> Node { Node(kind, line: line) }
    switch type {
    case CMARK_NODE_CUSTOM_INLINE: builder.open(inline(.html), literal(node))
    case CMARK_NODE_EMPH: builder.open(inline(.emphasis))
    case CMARK_NODE_STRONG: builder.open(inline(.strong))
    case CMARK_NODE_LINK:
      builder.open(inline(.link), text(cmark_node_get_url(node)), text(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      builder.open(inline(.image), text(cmark_node_get_url(node)), text(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: builder.open(inline(.footnoteReference), literal(node))
    case sitegen_node_strikethrough(): builder.open(inline(.strikethrough))
    default: openBlock(node, type, &builder)
    }
  }

  private func openBlock(
    _ node: OpaquePointer, _ type: cmark_node_type, _ builder: inout DocumentBuilder
  ) {
    let line = min(max(1, Int(cmark_node_get_start_line(node))), lineCount)
    func block(_ kind: Node.Kind, _ detail: UInt8 = 0) -> Node {
      var block = Node(kind, line: line)
      block.detail = detail
      return block
    }
    switch type {
    case CMARK_NODE_PARAGRAPH: builder.open(block(.paragraph))
    case CMARK_NODE_HEADING:
      builder.open(block(.heading, UInt8(clamping: cmark_node_get_heading_level(node))))
    case CMARK_NODE_BLOCK_QUOTE: builder.open(block(.blockQuote))
    case CMARK_NODE_LIST:
      var list = block(.list, cmark_node_get_list_tight(node) != 0 ? 1 : 0)
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      list.start = isOrdered ? Int32(cmark_node_get_list_start(node)) : -1
      builder.open(list)
    case CMARK_NODE_ITEM:
      let isTask = cmark_node_get_syntax_extension(node) != nil
      builder.open(
        block(.item, !isTask ? 0 : cmark_gfm_extensions_get_tasklist_item_checked(node) ? 2 : 1))
    case CMARK_NODE_CODE_BLOCK:
      builder.open(block(.codeBlock), text(cmark_node_get_fence_info(node)), literal(node))
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CUSTOM_BLOCK:
      builder.open(block(.htmlBlock), literal(node))
    case CMARK_NODE_THEMATIC_BREAK: builder.open(block(.thematicBreak))
    case CMARK_NODE_FOOTNOTE_DEFINITION: builder.open(block(.footnote), literal(node))
    case sitegen_node_table(): builder.open(block(.table), alignments(node))
    case sitegen_node_table_row():
      builder.open(block(.row, cmark_gfm_extensions_get_table_row_is_header(node) != 0 ? 1 : 0))
    case sitegen_node_table_cell(): builder.open(block(.cell))
    default: builder.openNothing()
    }
  }

  private func alignments(_ table: OpaquePointer) -> [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = cmark_gfm_extensions_get_table_alignments(table) else {
      return [UInt8](repeating: Alignment.none.rawValue, count: count)
    }
    return (0..<count).map { index in
      let alignment: Alignment =
        switch letters[index] {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .none
        }
      return alignment.rawValue
    }
  }

  private func literal(_ node: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
    text(cmark_node_get_literal(node))
  }

  /// A text of cmark's, which is valid UTF-8; it lives as long as its node.
  private func text(_ pointer: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let pointer else { return UnsafeBufferPointer(start: nil, count: 0) }
    let bytes = UnsafeRawBufferPointer(start: pointer, count: Int(sitegen_length(pointer)))
    return bytes.bindMemory(to: UInt8.self)
  }
}
