import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

/// Answers browsers on this machine from the site in memory.
struct LiveServer: HTTPHandler {
  let site: LiveSite
  let port: UInt16

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    // A page of another site, whose name leads to this machine, must not read what is only served here.
    guard let host = request.headers[.host], Self.isOwn(host, port: port) else {
      return Self.text(.forbidden, "This preview answers to localhost alone.\n")
    }
    guard request.method == .GET || request.method == .HEAD else {
      return Self.text(.methodNotAllowed, "Only GET and HEAD.\n")
    }
    switch request.path {
    case LiveScript.path: return respond(Array(LiveScript.text.utf8), as: "text/javascript; charset=utf-8", request)
    case LiveScript.events: return events()
    case LiveScript.trouble: return respond(Array(site.trouble.utf8), as: "text/plain; charset=utf-8", request)
    default: return page(request)
    }
  }

  /// Whether a `Host` header names this machine and this port.
  static func isOwn(_ host: String, port: UInt16) -> Bool {
    ["localhost", "127.0.0.1", "[::1]"].contains { host.lowercased() == "\($0):\(port)" }
  }

  private func page(_ request: HTTPRequest) -> HTTPResponse {
    let path = Self.path(request.path)
    if let bytes = path.flatMap(site.file) {
      let name = path ?? ""
      return respond(
        name.hasSuffix(".html") ? LiveScript.added(to: bytes, number: site.number) : bytes, as: Self.type(of: name),
        request)
    }
    if let path, site.file("\(path)/index.html") != nil {
      return HTTPResponse(statusCode: .found, headers: HTTPHeaders([.location: "/\(path)/index.html"]))
    }
    let page =
      site.file("404.html")
      ?? Array("<!DOCTYPE html><title>Page not found</title><p>Page not found.</p><body></body>\n".utf8)
    return respond(LiveScript.added(to: page, number: site.number), as: "text/html; charset=utf-8", request, .notFound)
  }

  /// The file that an address names; nil for one that leaves the site.
  static func path(_ address: String) -> String? {
    var path = address.split(separator: "?", maxSplits: 1).first.map(String.init) ?? ""
    path = path.removingPercentEncoding ?? path
    let parts = path.pathNames
    guard !parts.contains(".."), !parts.contains(".") else { return nil }
    let joined = parts.joined(separator: "/")
    if path.hasSuffix("/") || joined.isEmpty { return joined.isEmpty ? "index.html" : "\(joined)/index.html" }
    return joined
  }

  private func respond(
    _ bytes: [UInt8], as type: String, _ request: HTTPRequest, _ code: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    HTTPResponse(
      statusCode: code, headers: [.contentType: type, HTTPHeader("Cache-Control"): "no-store"],
      body: request.method == .HEAD ? Data() : Data(bytes))
  }

  private static func text(_ code: HTTPStatusCode, _ text: String) -> HTTPResponse {
    HTTPResponse(statusCode: code, headers: [.contentType: "text/plain; charset=utf-8"], body: Data(text.utf8))
  }

  private func events() -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: "text/event-stream", HTTPHeader("Cache-Control"): "no-store"],
      body: HTTPBodySequence(from: EventBytes(news: site.news(), number: site.number)))
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

/// News as the bytes of a stream of server-sent events; the number of the site comes first, for a browser that was away.
struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8
  let news: AsyncStream<LiveSite.News>
  let number: Int

  func makeAsyncIterator() -> Iterator { Iterator(news: news.makeAsyncIterator(), first: number) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var news: AsyncStream<LiveSite.News>.Iterator
    var first: Int?

    mutating func next() async throws -> UInt8? { nil }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if let number = first {
        first = nil
        return Array("retry: 500\nevent: site\ndata: \(number)\n\n".utf8)
      }
      guard let news = await news.next() else { return nil }
      return switch news {
      case .site(let number): Array("event: site\ndata: \(number)\n\n".utf8)
      case .trouble: Array("event: trouble\ndata: \n\n".utf8)
      case .stillHere: Array(": \n\n".utf8)
      }
    }
  }
}
