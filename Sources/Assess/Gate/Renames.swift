import Diagnostics
public import Intake

/// Documents that have another path than in the earlier version.
public struct Renames: Sendable {
  /// The path now by the path before.
  private let paths: [String: String]

  /// Pairs each document that is gone with the one that came and has the same text, or most of its lines.
  public init(_ before: Community, _ now: Community) {
    let (earlier, later) = (Set(before.files), Set(now.files))
    let gone = before.documents.filter { !later.contains($0.path) && $0.source.byteCount > 0 }
    var added = now.documents.filter { !earlier.contains($0.path) && $0.source.byteCount > 0 }
    var paths: [String: String] = [:]
    for document in gone.prefix(Self.most) {
      let likeness = added.prefix(Self.most).map { Self.likeness(document.source, $0.source) }
      guard let best = likeness.max(), best >= 60, let index = likeness.firstIndex(of: best) else { continue }
      paths[document.path] = added.remove(at: index).path
    }
    self.paths = paths
  }

  /// Most files that are compared with each other.
  private static let most = 200

  /// How many of a hundred lines two texts share.
  private static func likeness(_ a: SourceText, _ b: SourceText) -> Int {
    if a.bytes == b.bytes { return 100 }
    let (first, second) = (lines(a), lines(b))
    let all = max(first.count, second.count)
    return all == 0 ? 0 : min(99, first.intersection(second).count * 100 / all)
  }

  private static func lines(_ source: SourceText) -> Set<[UInt8]> {
    Set(source.bytes.split { $0 == 0x0A || $0 == 0x0D }.map(Array.init))
  }

  /// A finding about a link to a document that has another path now, with the link that leads to it.
  func mended(_ finding: Finding, _ resolver: LinkResolver) -> Finding {
    guard finding.rule == Rule.linksBroken.id, let place = finding.places.first?.location, let address = place.text,
      LinkResolver.isRelative(address),
      case .absent(let path, _, let fragment) = resolver.target(of: address, in: place.path), let new = paths[path]
    else { return finding }
    let target = address.hasPrefix("/") ? "/" + new : LinkResolver.relative(new, from: place.path)
    guard !target.contains(" "), resolver.repository(of: place.path)?.path ?? "" == "" || !address.hasPrefix("/") else {
      return finding
    }
    var finding = finding
    let text = target + (fragment.map { "#\($0)" } ?? "")
    finding.solutions = [Solution("write \(text)", [Replacement(place, with: text)])]
    return finding
  }
}
