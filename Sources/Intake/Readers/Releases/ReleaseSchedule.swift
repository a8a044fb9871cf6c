import Words
import Diagnostics
import StructuredData

/// Releases that schedules in YAML plan: entries that say on which day a version is tagged or released, and mappings of
/// a version and its day.
struct ReleaseSchedule {
  private let source: SourceText
  private(set) var releases: [Release] = []

  init(_ data: Node, in source: SourceText) {
    self.source = source
    read(data, depth: 0)
  }

  /// The version that a line of a schedule says is released ("Branch release-1.8 and tag v1.8.0-rc.0"); nil for a line
  /// about anything else ("Start the 1.35 provider").
  static func release(in text: String) -> VersionName? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "\n" }
    guard words.contains(where: { Lexicon.activity.releaseActions.contains(String($0.lowercaseWords.joined())) }) else {
      return nil
    }
    let versions = words.compactMap { VersionName($0) }
    return versions.count == 1 ? versions[0] : nil
  }

  private static let deepest = 8

  private mutating func read(_ node: Node, depth: Int) {
    guard depth < Self.deepest else { return }
    for element in node.elements { read(element, depth: depth + 1) }
    guard node.isMapping else { return }
    if let release = event(node) ?? version(node) { releases.append(release) }
    for entry in node.entries { read(entry.value, depth: depth + 1) }
  }

  /// `{when: 2026-03-25, what: Tag v1.8.0, who: …}`
  private func event(_ node: Node) -> Release? {
    guard let day = node.first(of: Lexicon.activity.dayKeys)?.string.flatMap(ReleaseText.day),
      let text = node.first(of: Lexicon.activity.titleKeys)?.string ?? node["milestone"]?.string,
      let version = Self.release(in: text)
    else { return nil }
    return Release(
      name: version.text, date: day, source: .plan, by: node["who"]?.string, location: node.location(in: source))
  }

  /// `{release: 1.33.1, targetDate: 2025-05-15}`
  private func version(_ node: Node) -> Release? {
    guard let version = node.first(of: Lexicon.activity.versionKeys)?.string.flatMap({ VersionName($0) }),
      let day = node.first(of: Lexicon.activity.releaseDayKeys)?.string.flatMap(ReleaseText.day)
    else { return nil }
    return Release(name: version.text, date: day, source: .plan, location: node.location(in: source))
  }
}

extension Node {
  /// The value of the first of some keys that is there and not null.
  func first(of keys: [String]) -> Node? {
    keys.lazy.compactMap { self[$0] }.first { !$0.isNull }
  }
}
