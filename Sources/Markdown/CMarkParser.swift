import CCMarkGFM
import Synchronization

/// The only door to cmark-gfm: nothing outside this file sees a C type, and no pointer leaves the closure that got it.
///
/// Debian's cmark-gfm switches its extensions' special characters on and off in process-wide tables each time a parser
/// finishes, so two threads finishing at once give silently wrong output: `lane` lets one finish at a time.
struct CMarkParser: ~Copyable {
  private static let lane = Mutex(())
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  private let parser: OpaquePointer
  private let options: Int32

  /// A parser with the given syntax extensions; a name cmark does not know is passed over.
  init(options: Int32, extensions: [String]) {
    Self.registered
    self.options = options
    parser = cmark_parser_new(options)
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
  }

  deinit { cmark_parser_free(parser) }

  /// Feeds bytes; may be called several times.
  func feed(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), bytes.count)
  }

  /// Ends the parse and lends the root node to `body`.
  func finish<Result>(_ body: (OpaquePointer) -> Result) -> Result? {
    let found = Self.lane.withLock { _ in SendablePointer(cmark_parser_finish(parser)) }
    guard let root = found.pointer else { return nil }
    defer { cmark_node_free(root) }
    return body(root)
  }

  /// The document as HTML, as cmark renders it.
  func finishHTML() -> [UInt8] {
    finish { root in
      guard let text = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else { return [] }
      defer { sitegen_free(text) }
      var length = 0
      while text[length] != 0 { length += 1 }
      return UnsafeRawBufferPointer(start: text, count: length).map { $0 }
    } ?? []
  }
}

/// Lets a pointer out of the lock; it is used by one task only.
private struct SendablePointer: @unchecked Sendable {
  let pointer: OpaquePointer?
  init(_ pointer: OpaquePointer?) { self.pointer = pointer }
}
