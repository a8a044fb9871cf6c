import Assess

/// What a preview goes by of a request.
struct LiveRequest: Sendable {
  let method: String
  /// Path and query as sent.
  let target: String
  let host: String?

  /// Reads the lines before the first empty one; nil for anything but HTTP.
  init?(head: some Sequence<UInt8>) {
    let lines = String(decoding: Array(head), as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    (method, target) = (String(words[0]), String(words[1]))
    let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
    // Two of them are a trick.
    host = hosts.count == 1 ? String(hosts[0].dropFirst(5).filter { $0 != " " && $0 != "\t" }) : nil
  }

  /// The file that an address names; nil for one that leaves the site.
  static func path(_ target: String) -> String? {
    let path = PercentEncoding.decoded(target.split(separator: "?", maxSplits: 1).first.map(String.init) ?? "")
    let parts = path.split(separator: "/")
    guard !parts.contains(".."), !parts.contains(".") else { return nil }
    let joined = parts.joined(separator: "/")
    guard path.hasSuffix("/") || joined.isEmpty else { return joined }
    return joined.isEmpty ? "index.html" : "\(joined)/index.html"
  }
}

/// What goes back.
struct LiveAnswer: Sendable {
  enum Status: String, Sendable {
    case ok = "200 OK"
    case found = "302 Found"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
  }

  enum Body: Sendable {
    case bytes([UInt8])
    /// Events for as long as somebody listens.
    case news
  }

  var status = Status.ok
  var type: String
  var location: String?
  let body: Body

  init(type: String, body: Body) { (self.type, self.body) = (type, body) }

  init(_ status: Status, _ bytes: [UInt8], as type: String) {
    (self.status, self.type, body) = (status, type, .bytes(bytes))
  }

  static func text(_ status: Status, _ text: String) -> LiveAnswer {
    LiveAnswer(status, Array(text.utf8), as: "text/plain; charset=utf-8")
  }

  /// From the address of a folder to that of its page.
  static func moved(from target: String) -> LiveAnswer {
    var answer = LiveAnswer(.found, [], as: "text/plain; charset=utf-8")
    let parts = target.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    answer.location = "/" + parts.joined(separator: "/") + "/index.html"
    return answer
  }

  /// Everything before the body.
  var head: [UInt8] {
    var lines = [
      "HTTP/1.1 \(status.rawValue)", "Content-Type: \(type)", "Cache-Control: no-store", "Connection: close",
    ]
    if let location { lines.append("Location: \(location)") }
    if case .bytes(let bytes) = body { lines.append("Content-Length: \(bytes.count)") }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// News as a server-sent event; the first one also says how soon a browser that lost the line asks again.
  static func event(_ news: LiveSite.News) -> String {
    switch news {
    case .site(let number): "retry: 500\nevent: site\ndata: \(number)\n\n"
    case .trouble: "event: trouble\ndata: \n\n"
    case .stillHere: ": \n\n"
    }
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "sarif": "application/json", "svg": "image/svg+xml", "png": "image/png",
    "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "xml": "application/xml", "ics": "text/calendar; charset=utf-8",
  ]

  static func type(of path: String) -> String {
    path.split(separator: ".").last.flatMap { types[String($0)] } ?? "application/octet-stream"
  }
}
