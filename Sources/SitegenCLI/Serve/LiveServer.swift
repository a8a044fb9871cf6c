import Diagnostics
import FlyingSocks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Answers browsers on this machine from the site in memory: one request a connection, nothing but GET and HEAD.
struct LiveServer: Sendable {
  let site: LiveSite
  let port: UInt16

  /// Takes connections until the task ends; `isListening` runs once the first one can come.
  func run(isListening: @Sendable () -> Void) async throws {
    let pool: some AsyncSocketPool = .make()
    try await pool.prepare()
    let socket = try Socket(domain: Int32(AF_INET))
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
    try socket.listen()
    let listener = try AsyncSocket(socket: socket, pool: pool)
    isListening()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask {
        try await withThrowingDiscardingTaskGroup { connections in
          for try await connection in listener.sockets { connections.addTask { await serve(connection) } }
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Reads a request and answers it. A browser that went away in the middle is no fault.
  private func serve(_ connection: AsyncSocket) async {
    do {
      if let request = try await Self.request(from: connection) {
        let answer = answer(request)
        try await connection.write(Data(answer.head))
        if request.method != "HEAD" {
          switch answer.body {
          case .bytes(let bytes): try await connection.write(Data(bytes))
          case .news:
            try await connection.write(Data(LiveAnswer.event(.site(site.number)).utf8))
            for await news in site.news() { try await connection.write(Data(LiveAnswer.event(news).utf8)) }
          }
        }
      }
      try connection.close()
    } catch { do { try connection.close() } catch { return } }
  }

  /// Longest head of a request.
  private static let longestHead = 64 << 10

  /// A request's first line and host; nil for what is none. What follows the head is not read.
  private static func request(from connection: AsyncSocket) async throws -> LiveRequest? {
    var head: [UInt8] = []
    while head.count < longestHead {
      head += try await connection.read(atMost: 4_096)
      if let end = head.firstRange(of: Array("\r\n\r\n".utf8)) { return LiveRequest(head: head[..<end.lowerBound]) }
    }
    return nil
  }

  /// What a request gets.
  func answer(_ request: LiveRequest) -> LiveAnswer {
    // A page of another site, whose name leads to this machine, must not read what is only served here.
    guard let host = request.host, Self.isOwn(host, port: port) else {
      return .text(.forbidden, "This preview answers to localhost alone.\n")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .text(.methodNotAllowed, "Only GET and HEAD.\n")
    }
    switch request.target {
    case LiveScript.path: return LiveAnswer(.ok, Array(LiveScript.text.utf8), as: "text/javascript; charset=utf-8")
    case LiveScript.events: return LiveAnswer(type: "text/event-stream", body: .news)
    case LiveScript.trouble: return .text(.ok, site.trouble)
    default: return page(request.target)
    }
  }

  /// Whether a `Host` header names this machine and this port.
  static func isOwn(_ host: String, port: UInt16) -> Bool {
    ["localhost", "127.0.0.1", "[::1]"].contains { host.lowercased() == "\($0):\(port)" }
  }

  private func page(_ target: String) -> LiveAnswer {
    let path = LiveRequest.path(target)
    if let path, let bytes = site.file(path) {
      let isPage = path.hasSuffix(".html")
      return LiveAnswer(
        .ok, isPage ? LiveScript.added(to: bytes, number: site.number) : bytes, as: LiveAnswer.type(of: path))
    }
    if let path, site.file("\(path)/index.html") != nil { return .moved(from: target) }
    let page =
      site.file("404.html")
      ?? Array("<!DOCTYPE html><title>Page not found</title><p>Page not found.</p><body></body>\n".utf8)
    return LiveAnswer(
      .notFound, LiveScript.added(to: page, number: site.number), as: "text/html; charset=utf-8")
  }
}
