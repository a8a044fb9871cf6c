import Diagnostics
import Site
import Synchronization

/// The site that is being served: the last one that could be made, what is wrong since, and who waits for news.
final class LiveSite: Sendable {
  /// What a browser is told.
  enum News: Sendable {
    /// There is a new site, of this number.
    case site(Int)
    /// It could not be made; the old one stays.
    case trouble
    /// Nothing, so that the connection shows whether anybody is still there.
    case stillHere
  }

  private struct State {
    var files: [String: [UInt8]] = [:]
    /// Pages that were shown before their site was made, each with how many changes there had been.
    var early: [String: (bytes: [UInt8], change: Int)] = [:]
    var changes = 0
    var preview: SitePreview?
    /// What browsers see.
    var shown: [String: [UInt8]] { files.merging(early.mapValues(\.bytes)) { $1 } }
    var number = 0
    /// What is wrong, as text for people; empty when nothing is.
    var trouble = ""
    var listeners: [Int: AsyncStream<News>.Continuation] = [:]
    var nextListener = 0
  }

  private let state = Mutex(State())

  /// The site's number: it grows with each new one.
  var number: Int { state.withLock { $0.number } }
  var trouble: String { state.withLock { $0.trouble } }

  /// The bytes of a file; nil where there is none.
  func file(_ path: String) -> [UInt8]? { state.withLock { $0.early[path]?.bytes ?? $0.files[path] } }

  /// How many changes there were; a site that is begun now has seen them all.
  var changes: Int { state.withLock { $0.changes } }

  /// Shows the page of a text that changed before the site is made again: nothing else of it is known yet.
  func show(_ path: String, text: [UInt8]) {
    guard let preview = state.withLock({ $0.preview }), let page = preview.page(of: path, text: text) else { return }
    show(page: page)
  }

  /// Shows a page before its site is made.
  func show(page: OutputFile) {
    state.withLock { state in
      state.changes += 1
      guard (state.early[page.path]?.bytes ?? state.files[page.path]) != page.bytes else { return }
      state.early[page.path] = (page.bytes, state.changes)
      state.number += 1
      for listener in state.listeners.values { listener.yield(.site(state.number)) }
    }
  }

  /// Takes a new site that has seen so many changes, and tells everybody; says whether anything is different.
  @discardableResult
  func take(_ plan: OutputPlan, _ preview: SitePreview?, trouble: String, changes: Int = 0) -> Bool {
    let files = Dictionary(firstOf: plan.files.map { ($0.path, $0.bytes) })
    return state.withLock { state in
      let before = state.shown
      state.files = files
      state.preview = preview
      state.early = state.early.filter { $0.value.change > changes }
      guard before != state.shown || state.trouble != trouble else { return false }
      state.trouble = trouble
      state.number += 1
      for listener in state.listeners.values { listener.yield(.site(state.number)) }
      return true
    }
  }

  /// Keeps the old site, and tells everybody what is wrong.
  func fail(_ trouble: String) {
    state.withLock { state in
      state.trouble = trouble
      for listener in state.listeners.values { listener.yield(.trouble) }
    }
  }

  /// Lets every connection show whether somebody is still there.
  func knock() { state.withLock { for listener in $0.listeners.values { listener.yield(.stillHere) } } }

  /// News from now on, for as long as somebody reads them.
  func news() -> AsyncStream<News> {
    AsyncStream(bufferingPolicy: .bufferingNewest(8)) { continuation in
      let id = state.withLock { state in
        state.nextListener += 1
        state.listeners[state.nextListener] = continuation
        if !state.trouble.isEmpty { continuation.yield(.trouble) }
        return state.nextListener
      }
      continuation.onTermination = { [weak self] _ in
        _ = self?.state.withLock { $0.listeners.removeValue(forKey: id) }
      }
    }
  }
}
