import CCMarkGFM
import CSystem
import Synchronization

/// The only door to cmark-gfm: nothing outside this file sees a C type, and no pointer leaves the closure that got it.
///
/// Debian's cmark-gfm switches its extensions' special characters on and off in process-wide tables each time a parser
/// finishes, so two threads finishing at once give silently wrong output: `lane` lets one finish at a time. A text
/// without such characters needs no lane: those of other threads only part it in pieces that cmark joins again.
struct CMarkParser: ~Copyable {
  private static let lane = Mutex(())
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Memory of the thread, given back at once with the parser: cmark takes a piece for every node.
  private static let memory = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(calloc: csystem_arena_calloc, realloc: csystem_arena_realloc, free: csystem_arena_free))
    return SendableMemory(memory)
  }()

  private let parser: OpaquePointer
  private let options: Int32
  private let isSpecial: Bool

  /// A parser with the given syntax extensions; a name cmark does not know is passed over.
  ///
  /// - Parameter isSpecial: whether the text may hold what an extension has special characters for.
  init(options: Int32, extensions: [String], isSpecial: Bool = true) {
    Self.registered
    self.options = options
    self.isSpecial = isSpecial
    csystem_arena_begin()
    parser = cmark_parser_new_with_mem(options, Self.memory.pointer)
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
  }

  deinit { csystem_arena_end() }

  /// Feeds bytes; may be called several times.
  func feed(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), bytes.count)
  }

  /// Ends the parse and lends the root node to `body`.
  func finish<Result>(_ body: (OpaquePointer) -> Result) -> Result? {
    guard isSpecial else { return cmark_parser_finish(parser).map(body) }
    let found = Self.lane.withLock { _ in SendablePointer(cmark_parser_finish(parser)) }
    return found.pointer.map(body)
  }

  /// The document as HTML, as cmark renders it.
  func finishHTML() -> [UInt8] {
    finish { root in
      guard let text = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else { return [] }
      var length = 0
      while text[length] != 0 { length += 1 }
      return UnsafeRawBufferPointer(start: text, count: length).map { $0 }
    } ?? []
  }
}

/// Functions that every thread may call.
private struct SendableMemory: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<cmark_mem>
  init(_ pointer: UnsafeMutablePointer<cmark_mem>) { self.pointer = pointer }
}

/// Lets a pointer out of the lock; it is used by one task only.
private struct SendablePointer: @unchecked Sendable {
  let pointer: OpaquePointer?
  init(_ pointer: OpaquePointer?) { self.pointer = pointer }
}
