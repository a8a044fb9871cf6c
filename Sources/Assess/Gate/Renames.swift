import Diagnostics
public import Intake
import Markdown

/// Documents and headings that have another name than in the earlier version.
public struct Renames: Sendable {
  /// The path now by the path before.
  private let paths: [String: String]
  /// Folders that still hold a file.
  private let left: Set<String>
  private let before: Community
  private let now: Community

  /// Pairs each document that is gone with the one that came and has the same text, or most of its lines.
  public init(_ before: Community, _ now: Community) {
    let (earlier, later) = (Set(before.files), Set(now.files))
    let gone = before.documents.filter { !later.contains($0.path) && $0.source.byteCount > 0 }
    let new = now.documents.filter { !earlier.contains($0.path) && $0.source.byteCount > 0 }
    var added = gone.isEmpty ? [] : new.prefix(Self.most).map { ($0.path, LineSet($0.source.bytes)) }
    (self.before, self.now) = (before, now)
    var paths: [String: String] = [:]
    for document in gone.prefix(Self.most) {
      let lines = LineSet(document.source.bytes)
      let likeness = added.map { lines.likeness(to: $0.1) }
      guard let best = likeness.max(), best >= LineSet.enough, let index = likeness.firstIndex(of: best) else {
        continue
      }
      paths[document.path] = added.remove(at: index).0
    }
    self.paths = paths
    left = Set(now.files.map { $0.pathNames.dropLast().joined(separator: "/") })
  }

  /// The path now of a document or a folder that has another one; nil for any other.
  func path(of before: String) -> String? { paths[before] ?? folders.first { $0.0 == before }?.1 }

  /// Lines of data that name a document, or a folder with all that was in it, by the path before.
  func mentions(in documents: [SourceDocument]) -> [StaleMention] {
    let data = documents.filter(\.path.namesData)
    return (paths.map { ($0.key, $0.value) } + folders).sorted { $0 < $1 }.flatMap { before, now in
      data.flatMap { document in
        (1...document.source.lineCount).compactMap { line in
          Self.place(of: before, in: document.source, line).map { place in
            StaleMention(
              message: "\(before) is \(now) now, and this line still names the old path", place: place, gone: nil,
              replacement: now)
          }
        }
      }
    }
  }

  /// Folders of which every document that is known went into one other folder under its own name.
  private var folders: [(String, String)] {
    let moves = paths.compactMap { before, now -> (String, String)? in
      let (old, new) = (before.pathNames, now.pathNames)
      guard old.count > 1, new.count > 1, old.last == new.last else { return nil }
      return (old.dropLast().joined(separator: "/"), new.dropLast().joined(separator: "/"))
    }
    return Dictionary(grouping: moves) { $0.0 }.compactMap { folder, moves in
      Set(moves.map(\.1)).count == 1 && left.isDisjoint(with: [folder]) ? moves.first : nil
    }
  }

  /// The place of a path that stands for itself: with no more of a path before it, nor behind it.
  private static func place(of path: String, in source: SourceText, _ line: Int) -> Location? {
    let (range, name) = (source.byteRange(ofLine: line), Array(path.utf8))
    let slash = UInt8(ascii: "/")
    if source.path.hasSuffix("CODEOWNERS"), source.bytes[range].starts(with: [slash] + name) {
      // A pattern from the root, which holds for all below it.
      let end = range.lowerBound + 1 + name.count
      let isWhole = !range.contains(end) || [slash, 0x20, 0x09].contains(source.bytes[end])
      return isWhole ? source.location((range.lowerBound + 1)..<end) : nil
    }
    guard let found = source.bytes[range].firstRange(ofBytes: name) else { return nil }
    func isPart(_ index: Int) -> Bool {
      guard range.contains(index) else { return false }
      let byte = source.bytes[index]
      return byte.isWordByte || "-_./@".utf8.contains(byte)
    }
    guard !isPart(found.lowerBound - 1), !isPart(found.upperBound) else { return nil }
    // One plain word may mean anything, unless its key says that it is a folder.
    let key = source.bytes[range.lowerBound..<found.lowerBound].filter { $0 != 0x20 && $0 != 0x22 && $0 != 0x27 }
    let word = key.split { $0 == 0x2D || $0 == 0x2C || $0 == 0x7B }.last.map { String(decoding: $0, as: UTF8.self) }
    let isFolder = word == "dir:" || word == "folder:" || word == "path:"
    return isFolder || path.utf8.contains { $0 == 0x2F || $0 == 0x2E } ? source.location(found) : nil
  }

  /// Most files that are compared with each other.
  private static let most = 200

  /// A finding about a link to what has another path or another heading now, with the link that leads there.
  func mended(_ finding: Finding, _ resolver: LinkResolver) -> Finding {
    guard let place = finding.places.first?.location, let address = place.text else { return finding }
    let found: (link: String, name: String)?
    switch (finding.rule, resolver.target(of: address, in: place.path)) {
    case (Rule.linksBroken.id, .absent(let path, let repository, let fragment)):
      found = self.path(of: path).flatMap { new in
        moved(address, from: path, to: new, fragment, in: repository, place.path, resolver).map { ($0, new) }
      }
    case (Rule.linksDeadAnchor.id, .local(let path, let fragment?)):
      found = heading(fragment, of: path).map { ("\(LinkResolver.split(address, at: "#").0)#\($0.anchor)", $0.text) }
    default: found = nil
    }
    guard let found else { return finding }
    var finding = finding
    finding.fix = "link \(found.name), as it is called now"
    finding.solutions = [Solution("write \(found.link)", [Replacement(place, with: found.link)])]
    return finding
  }

  /// The address of a document under its new path, written as the old one was.
  private func moved(
    _ address: String, from path: String, to new: String, _ fragment: String?, in repository: String,
    _ document: String, _ resolver: LinkResolver
  ) -> String? {
    let end = fragment.map { "#\($0)" } ?? ""
    guard LinkResolver.isRelative(address) else {
      // An address of the host names the path below the repository.
      let (root, old) = (
        repository.isEmpty ? "" : repository + "/",
        "/" + path.below(repository) + end
      )
      guard address.hasSuffix(old), new.hasPrefix(root), !new.holds(" ") else { return nil }
      return address.dropLast(old.count) + "/" + new.dropFirst(root.count) + end
    }
    let target = address.hasPrefix("/") ? "/" + new : LinkResolver.relative(new, from: document)
    let isWhole = resolver.repository(of: document)?.path ?? "" == ""
    let slash = LinkResolver.split(address, at: "#").0.hasSuffix("/") ? "/" : ""
    return target.holds(" ") || !isWhole && address.hasPrefix("/") ? nil : target + slash + end
  }

  /// The heading that stands where one with this anchor stood: of the same level, between the same neighbors.
  private func heading(_ anchor: String, of path: String) -> Heading? {
    guard let old = before.documents.first(where: { (paths[$0.path] ?? $0.path) == path })?.markdown?.headings,
      let new = now.documents.first(where: { $0.path == path })?.markdown?.headings,
      let index = old.firstIndex(where: { $0.anchor == LinkPath.decoded(anchor).lowercased() })
    else { return nil }
    let previous = index > 0 ? new.firstIndex { $0.anchor == old[index - 1].anchor } : -1
    guard let place = previous.map({ $0 + 1 }), place < new.count, new[place].level == old[index].level,
      !old.contains(where: { $0.anchor == new[place].anchor }),
      index + 1 < old.count
        ? place + 1 < new.count && new[place + 1].anchor == old[index + 1].anchor : place + 1 == new.count
    else { return nil }
    return new[place]
  }
}
