import Diagnostics
import Site
import StructuredData

/// The directory the site is written to. It is ours when it is absent, empty or carries our manifest; anything else is
/// refused, and only files that the manifest lists are ever removed.
struct OutputDirectory {
  /// Name of the manifest, which is also the marker.
  static let manifest = "manifest.json"
  /// What the manifest's `generator` says.
  static let generator = "sitegen"

  let path: String
  /// Paths the previous build wrote, sorted by bytes.
  let previous: [String]

  /// What a write did.
  struct Summary {
    var written = 0
    var unchanged = 0
    var removed = 0
  }

  /// A file on disk that is not what a build would write.
  struct Difference {
    enum Kind: String { case missing, differs, extra }
    let path: String
    let kind: Kind
    /// First differing line: number, text on disk, text of the build.
    let firstLine: (number: Int, disk: String, build: String)?
  }

  /// Why a directory cannot be written to.
  struct NotOurs: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "\(path) is not empty and was not written by sitegen: expected an absent or empty directory or one with its "
        + "manifest.json; name another directory with --output"
    }
  }

  init(path: String) throws {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = path
    switch Files.kind(of: path) {
    case .absent:
      previous = []
    case .directory, .other:
      guard Files.isDirectory(path) else { throw NotOurs(path: path) }
      if try Files.names(in: path).isEmpty {
        previous = []
      } else {
        guard Files.kind(of: "\(path)/\(Self.manifest)") == .file,
          let outputs = Self.outputs(of: try Files.read("\(path)/\(Self.manifest)"))
        else { throw NotOurs(path: path) }
        previous = outputs
      }
    case .file: throw NotOurs(path: path)
    }
  }

  /// Paths a manifest lists; nil when it is not one of ours.
  private static func outputs(of bytes: [UInt8]) -> [String]? {
    let node = YAML.read(SourceText(path: manifest, bytes: bytes)).value
    guard let node, node["generator"]?.string == generator, let outputs = node["outputs"], outputs.isMapping else {
      return nil
    }
    let names = outputs.entries.compactMap(\.key.string).filter(isInside) + [manifest]
    return Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a relative path stays inside the directory.
  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }

  /// Writes what differs, then removes what the previous build wrote and this one does not. New bytes lie complete
  /// beside their targets before the first file is replaced, so that a full disk leaves the previous site whole.
  func write(_ plan: OutputPlan) throws -> Summary {
    var summary = Summary()
    var staged: [(temporary: String, target: String)] = []
    do {
      try Files.makeRoot(path)
      for file in plan.files {
        precondition(Self.isInside(file.path), "output path leaves the directory: \(file.path)")
        let target = "\(path)/\(file.path)"
        if Files.kind(of: target) == .file, (try? Files.read(target)) == file.bytes {
          summary.unchanged += 1
          continue
        }
        try Files.makeDirectories(file.path.split(separator: "/").dropLast().map(String.init), below: path)
        let temporary = target + ".sitegen-new"
        staged.append((temporary, target))
        try Files.write(file.bytes, to: temporary)
      }
    } catch {
      for (temporary, _) in staged { try? Files.remove(temporary) }
      throw error
    }
    // The manifest goes last: until then the old one lists what may be removed.
    for (temporary, target) in staged where !target.hasSuffix("/\(Self.manifest)") {
      try Files.rename(temporary, to: target)
    }
    let kept = Set(plan.files.map(\.path))
    for old in previous where !kept.contains(old) && old != Self.manifest {
      try removeFile(old)
      summary.removed += 1
    }
    if let last = staged.first(where: { $0.target == "\(path)/\(Self.manifest)" }) {
      try Files.rename(last.temporary, to: last.target)
    }
    summary.written = staged.count
    return summary
  }

  /// Removes a file of ours and the directories it leaves empty.
  private func removeFile(_ relative: String) throws {
    var parts = relative.split(separator: "/").dropLast().map(String.init)
    // A link in the way would lead outside: leave everything behind it alone.
    for depth in parts.indices
    where Files.kind(of: "\(path)/\(parts[...depth].joined(separator: "/"))") != .directory {
      return
    }
    try Files.remove("\(path)/\(relative)")
    while !parts.isEmpty {
      Files.removeIfEmpty("\(path)/\(parts.joined(separator: "/"))")
      parts.removeLast()
    }
  }

  /// Files that are not what the plan says; sorted by path.
  func differences(from plan: OutputPlan) throws -> [Difference] {
    var found: [Difference] = []
    for file in plan.files {
      let target = "\(path)/\(file.path)"
      guard Files.kind(of: target) == .file else {
        found.append(Difference(path: file.path, kind: .missing, firstLine: nil))
        continue
      }
      let disk = try Files.read(target)
      if disk != file.bytes {
        found.append(Difference(path: file.path, kind: .differs, firstLine: firstDifference(disk, file.bytes)))
      }
    }
    let planned = Set(plan.files.map(\.path))
    found += previous.filter { !planned.contains($0) && Files.kind(of: "\(path)/\($0)") == .file }
      .map { Difference(path: $0, kind: .extra, firstLine: nil) }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func firstDifference(_ disk: [UInt8], _ build: [UInt8]) -> (Int, String, String)? {
    let (a, b) = (SourceText(path: "", bytes: disk), SourceText(path: "", bytes: build))
    for line in 1...max(a.lineCount, b.lineCount) {
      let (old, new) = (a.lineText(line), b.lineText(line))
      if old != new || line > a.lineCount || line > b.lineCount { return (line, old, new) }
    }
    return nil
  }
}
