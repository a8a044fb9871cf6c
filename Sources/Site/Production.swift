import Diagnostics
import Synchronization

/// A file that will be made: its path is known before, so that two of one path are found before either is written.
///
/// It is made once, and what it is made from is forgotten then: a site has tens of thousands of them.
final class Production: Sendable {
  typealias Make = @Sendable () -> Staged<OutputFile?>

  let path: String
  private let waiting: Mutex<Make?>

  /// - Parameter make: the file, or why there is none.
  init(path: String, make: @escaping Make) {
    self.path = path
    waiting = Mutex(make)
  }

  /// A file that is made without a word.
  convenience init(path: String, bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, make: { Staged(OutputFile(path: path, bytes: bytes())) })
  }

  /// A file that is there already.
  convenience init(_ file: OutputFile) { self.init(path: file.path, make: { Staged(file) }) }

  /// Makes the file, hands it on and forgets it; what is left is what was said and its hash.
  func deliver(to sink: OutputSink) -> Staged<String?> {
    guard sink.isOpen(), let make = waiting.withLock({ $0.take() }) else { return Staged(nil) }
    let made = make()
    guard let file = made.value else { return Staged(nil, made.diagnostics) }
    sink.take(file)
    return Staged(file.hash, made.diagnostics)
  }
}

extension Production {
  /// Those that can be made together: of two with one path, or of which one would have to be the other's folder, the
  /// first; the others are said.
  static func distinct(_ all: [Production]) -> Staged<[Production]> {
    var seen = ByteTable(minimumCapacity: all.count)
    var folders = ByteTable(minimumCapacity: all.count)
    for item in all { folders.insertFolders(of: item.path) }
    var kept: [Production] = []
    var diagnostics: [Diagnostic] = []
    for item in all {
      if !folders.contains(item.path), seen.insert(item.path).inserted {
        kept.append(item)
      } else {
        diagnostics.append(
          Diagnostic(
            "site/collision", .error, at: nil, "two pages would be written to `\(item.path)`",
            help: "give the file of the theme, or the criterion, another name", kind: .configuration))
      }
    }
    return Staged(kept, diagnostics)
  }
}
