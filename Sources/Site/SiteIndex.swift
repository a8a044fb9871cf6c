/// Files for crawlers: what may be fetched, and every page when the public address is known.
enum SiteIndex {
  static func files(_ site: SiteModel, pages: [String]) -> [OutputFile] {
    var robots = "User-agent: *\nAllow: /\n"
    guard let base = site.baseURL else { return [OutputFile(path: "robots.txt", bytes: Array(robots.utf8))] }
    robots += "Sitemap: \(base)sitemap.xml\n"
    var sitemap = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    sitemap += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    for page in pages.sortedByBytes() {
      let path = page.utf8.elementsEqual("index.html".utf8) ? "" : Route.encoded(page)
      sitemap += "  <url><loc>\(escaped(base + path))</loc></url>\n"
    }
    sitemap += "</urlset>\n"
    return [
      OutputFile(path: "robots.txt", bytes: Array(robots.utf8)),
      OutputFile(path: "sitemap.xml", bytes: Array(sitemap.utf8)),
    ]
  }

  /// The address may hold an ampersand; every other special character is percent-encoded already.
  private static func escaped(_ url: String) -> String {
    url.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
  }
}
