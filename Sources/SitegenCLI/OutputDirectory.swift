import Diagnostics
import Intake
import Site

/// The directory the site is written to. It is ours when it is absent, empty or carries our manifest; anything else is
/// refused, and only files that the manifest lists, as it lists them, are ever removed.
struct OutputDirectory {
  /// Path without links, as long as it exists.
  let path: String
  /// What the previous build wrote.
  let previous: SiteManifest
  /// Whether anything is there.
  let exists: Bool
  /// The manifest as it lies there.
  private let manifest: [UInt8]

  /// A file on disk that is not what a build would write.
  struct Difference {
    enum Kind: String { case missing, differs, extra }
    let path: String
    let kind: Kind
    /// First differing line: number, text on disk, text of the build.
    let firstLine: (number: Int, disk: String, build: String)?
  }

  /// Why a directory cannot be written to.
  struct ForeignDirectory: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "\(path) is not empty and was not written by sitegen: expected an absent or empty directory or one with its "
        + "manifest.json; name another directory with --output"
    }
  }

  /// - Parameter earlier: what was found there before; a manifest that is still the same is not read again.
  init(path: String, after earlier: OutputDirectory? = nil) throws {
    switch Files.kind(of: path) {
    case .absent:
      self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      (previous, exists, manifest) = (SiteManifest(), false, [])
    case .file: throw ForeignDirectory(path: path)
    case .directory, .other:
      guard Files.isDirectory(path), let real = Files.realPath(path) else { throw ForeignDirectory(path: path) }
      self.path = real
      exists = true
      let names = try Files.names(in: real)
      // A build that was killed before anything of it was seen leaves its work folder alone.
      if names.isEmpty || names == [OutputWork.inside] {
        (previous, manifest) = (SiteManifest(), [])
      } else {
        guard Files.kind(of: "\(real)/\(SiteManifest.name)") == .file else { throw ForeignDirectory(path: path) }
        manifest = try Files.read("\(real)/\(SiteManifest.name)")
        if let earlier, earlier.manifest == manifest {
          previous = earlier.previous
        } else if let read = SiteManifest(manifest) {
          previous = read
        } else {
          throw ForeignDirectory(path: path)
        }
      }
    }
  }

  /// Paths that the previous build wrote, its manifest among them.
  var listed: [String] { previous.hashes.isEmpty ? [] : Array(previous.hashes.keys) + [SiteManifest.name] }

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
    found += listed.filter { !planned.contains($0) && Files.kind(of: "\(path)/\($0)") == .file }
      .map { Difference(path: $0, kind: .extra, firstLine: nil) }
    return found.sortedByBytes(of: \.path)
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
