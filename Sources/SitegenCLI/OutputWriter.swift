import Diagnostics
import Intake
import Site
import Synchronization

/// Writes a site so that its folder holds the old one or the new one, never a mixture of both.
///
/// Files are made in a work folder as they come, by several tasks at once. Those that are on disk already are linked, so
/// that they keep their times. At the end the whole tree takes the output's place in one step; where that cannot be (the
/// output is where the process stands, or has no place beside it), file by file.
final class OutputWriter: Sendable {
  /// What a write did.
  struct Summary {
    var written = 0
    var unchanged = 0
    var removed = 0
  }

  private struct State {
    var written: [String: String] = [:]
    var unchanged: [String: String] = [:]
    /// Folders of the old site, whether they are reached through no link; of one that is not, none inside.
    var checked: [String: Bool] = ["": true]
    var failure: (any Error)?
  }

  private let directory: OutputDirectory
  private let work: OutputWork
  private let inPlace: Bool
  private let state = Mutex(State())

  /// Takes the lock on an output and puts right what a killed build left there.
  ///
  /// - Parameter earlier: what was found there before.
  init(
    _ path: String, after earlier: OutputDirectory? = nil, inPlace: Bool = false, patience: Int = 60,
    say: (String) -> Void = { _ in }
  ) throws {
    // Asked before anything is written, and again once nobody else writes.
    let before = try OutputDirectory(path: path, after: earlier)
    let work = try OutputWork(for: before.path, patience: patience, say: say)
    do {
      try work.recover(before.path)
      let found = try OutputDirectory(path: path, after: before)
      directory = found
      let standsInside = Files.isInside(Files.realPath(".") ?? "", found.path)
      self.inPlace = inPlace || !work.isBeside || standsInside
      try Files.makeDirectories([work.tree.lastComponent], below: work.path)
      Interruption.listen()
    } catch {
      work.release()
      throw error
    }
    self.work = work
  }

  /// Where the site's files go.
  var sink: OutputSink {
    OutputSink(isOpen: { self.state.withLock { $0.failure == nil } && Interruption.current == nil }) { self.take($0) }
  }

  private func take(_ file: OutputFile) {
    do {
      if let interruption = Interruption.current { throw interruption }
      precondition(SiteManifest.isInside(file.path), "output path leaves the directory: \(file.path)")
      if isRealFolder(file.path.folderPath), Files.holds("\(directory.path)/\(file.path)", file.bytes) {
        state.withLock { $0.unchanged[file.path] = file.hash }
        return
      }
      try makeFolder(file.path.folderPath)
      try Files.write(file.bytes, to: "\(work.tree)/\(file.path)")
      state.withLock { $0.written[file.path] = file.hash }
    } catch {
      state.withLock { if $0.failure == nil { $0.failure = error } }
    }
  }

  /// Whether a folder of the old site is reached through no link.
  private func isRealFolder(_ folder: String) -> Bool {
    if let known = state.withLock({ $0.checked[folder] }) { return known }
    guard isRealFolder(folder.folderPath) else { return false }
    let isReal = Files.kind(of: "\(directory.path)/\(folder)") == .directory
    state.withLock { $0.checked[folder] = isReal }
    return isReal
  }

  /// Makes a folder of the new site. Nearly every page has one of its own, so that none is remembered.
  private func makeFolder(_ folder: String) throws {
    guard !folder.isEmpty else { return }
    let path = "\(work.tree)/\(folder)"
    do throws(FileError) {
      try Files.makeDirectory(path)
    } catch {
      guard error.isAbsence else { throw error }
      try makeFolder(folder.folderPath)
      try Files.makeDirectory(path)
    }
  }

  /// Puts the new site in the place of the old one. When anything failed, nothing is changed and this throws it.
  func finish() throws -> (summary: Summary, kept: [String]) {
    do {
      // Once a signal came, no more files were made: what lies ready is a part of a site.
      if let interruption = Interruption.current { throw interruption }
      if let failure = state.withLock({ $0.failure }) { throw failure }
      let result = try replace()
      work.release()
      if let interruption = Interruption.current { throw interruption }
      return result
    } catch {
      work.release()
      throw error
    }
  }

  /// Forgets the new site.
  func discard() { work.release() }

  private func replace() throws -> (summary: Summary, kept: [String]) {
    let (written, unchanged) = state.withLock { (Set($0.written.keys), Set($0.unchanged.keys)) }
    var summary = Summary(written: written.count, unchanged: unchanged.count)
    // Of what the build before wrote and this one does not, what is still as it was.
    let gone = directory.previous.hashes.filter { path, hash in
      !written.contains(path) && !unchanged.contains(path)
        && isRealFolder(path.folderPath) && Files.hash("\(directory.path)/\(path)") == hash
    }
    summary.removed = gone.count
    if written.isEmpty, gone.isEmpty { return (summary, []) }
    if inPlace {
      return (summary, try replaceInPlace(written.sortedByBytes(), Set(gone.keys)))
    }
    var kept: [String] = []
    if directory.exists {
      for path in unchanged.sortedByBytes() {
        try makeFolder(path.folderPath)
        try Files.link("\(directory.path)/\(path)", to: "\(work.tree)/\(path)")
      }
      kept = try carryOver(except: written.union(unchanged).union(gone.keys))
      Files.copyMode(of: directory.path, to: work.tree)
    }
    guard try Files.exchangeIfMovable(work.tree, directory.path, by: work.old) else {
      return (summary, try replaceInPlace(written.sortedByBytes(), Set(gone.keys)))
    }
    try work.move(into: directory.path)
    return (summary, kept)
  }

  /// Takes what others put into the old site over into the new one: files by links, whole folders once the new site is in
  /// its place. What stands where a file or folder of the new site goes is kept under another name; those are returned.
  private func carryOver(except ours: Set<String>) throws -> [String] {
    var folders: Set<String> = []
    for path in ours {
      var folder = path.folderPath
      while !folder.isEmpty, folders.insert(folder).inserted { folder = folder.folderPath }
    }
    var moves: [OutputWork.Move] = []
    var kept: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for name in try Files.names(in: folder.isEmpty ? directory.path : "\(directory.path)/\(folder)") {
        let path = name.path(in: folder)
        let isFolder = Files.kind(of: "\(directory.path)/\(path)") == .directory
        // A work folder that a build in place left when it was killed; anything else of that name is somebody's.
        let isWork =
          path == OutputWork.inside && Files.kind(of: "\(directory.path)/\(path)/\(OutputWork.holder)") == .file
        if isWork || !isFolder && ours.contains(path) { continue }
        if isFolder, folders.contains(path) {
          pending.append(path)
          continue
        }
        var target = path
        while folders.contains(target) || ours.contains(target) { target += ".kept" }
        if target != path { kept.append(target) }
        if isFolder {
          moves.append(OutputWork.Move(from: path, to: target))
        } else {
          try makeFolder(target.folderPath)
          try Files.link("\(directory.path)/\(path)", to: "\(work.tree)/\(target)")
        }
      }
    }
    if !moves.isEmpty { try work.note(moves) }
    return kept.sortedByBytes()
  }

  /// Moves the new files to their places one by one. A manifest that lists the old and the new ones lies there
  /// meanwhile, so that a build that is killed leaves a folder of ours.
  private func replaceInPlace(_ written: [String], _ gone: Set<String>) throws -> [String] {
    try Files.makeRoot(directory.path)
    let manifest = "\(work.tree)/\(SiteManifest.name)"
    if written.contains(SiteManifest.name) {
      let hashes = state.withLock { $0.written.merging($0.unchanged) { a, _ in a } }
      let both = directory.previous.hashes.merging(hashes) { $1 }.filter { $0.key != SiteManifest.name }
      try Files.write(Self.unfinished(both), to: "\(work.tree)/both")
      try Files.rename("\(work.tree)/both", to: "\(directory.path)/\(SiteManifest.name)")
    }
    var kept: [String] = []
    for path in written where path != SiteManifest.name {
      kept += try makeWay(for: path)
      try Files.rename("\(work.tree)/\(path)", to: "\(directory.path)/\(path)")
    }
    for path in gone.sortedByBytes() {
      try Files.remove("\(directory.path)/\(path)")
      var folder = path.folderPath
      while !folder.isEmpty, Files.removeIfEmpty("\(directory.path)/\(folder)") { folder = folder.folderPath }
    }
    if written.contains(SiteManifest.name) {
      try Files.rename(manifest, to: "\(directory.path)/\(SiteManifest.name)")
    }
    return kept
  }

  /// Makes the folders of a path and moves aside what stands where it or they go.
  private func makeWay(for path: String) throws -> [String] {
    var kept: [String] = []
    func moveAside(_ relative: String) throws {
      var target = relative + ".kept"
      while Files.kind(of: "\(directory.path)/\(target)") != .absent { target += ".kept" }
      try Files.rename("\(directory.path)/\(relative)", to: "\(directory.path)/\(target)")
      kept.append(target)
    }
    var folder = ""
    for part in path.pathNames.dropLast() {
      folder = folder.isEmpty ? String(part) : "\(folder)/\(part)"
      let kind = Files.kind(of: "\(directory.path)/\(folder)")
      if kind == .directory { continue }
      if kind != .absent { try moveAside(folder) }
      try Files.makeDirectory("\(directory.path)/\(folder)")
    }
    if Files.kind(of: "\(directory.path)/\(path)") == .directory { try moveAside(path) }
    return kept
  }

  /// A manifest that says nothing but which files are ours.
  private static func unfinished(_ hashes: [String: String]) -> [UInt8] {
    let outputs = hashes.sortedByBytes(of: \.key).map { JSONValue.Member($0.key, .string($0.value)) }
    return JSONWriter.bytes([
      "generator": "sitegen", "schema": "manifest/1", "version": "unfinished", "outputs": .object(outputs),
    ])
  }
}
