import Diagnostics

/// A site that was made, to show a text that changed before everything is read and judged again.
public struct SitePreview: Sendable {
  let site: SiteModel

  /// The page of a Markdown document with another text, and nothing said about it; nil for any other file.
  public func page(of path: String, text: [UInt8]) -> OutputFile? {
    let source = SourceText(path: path, bytes: text)
    guard let entry = site.index.entry(path, showing: source) else { return nil }
    let page = PageKind.page(entry, notes: [], [], site.communities[entry.community], site)
    return SiteBuilder.render(.init(page: page, community: entry.community), in: site, showing: entry).value
  }
}
