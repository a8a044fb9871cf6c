import Foundation

/// One request by the program `curl`, which has what a build without a network needs nowhere else: TLS, proxies, names.
enum LinkRequest {
  enum Result: Sendable, Equatable {
    /// A status, how many seconds to wait where the server says so, and where it sends us.
    case answered(status: Int, retryAfter: Int?, location: String?)
    case noSuchHost, timedOut
    case failed(String)
  }

  /// There is no `curl` to ask with.
  struct NoProgram: Error, CustomStringConvertible {
    var description: String { "links --online needs the program curl, which is not here: install it" }
  }

  private static let agent = "sitegen/\(Sitegen.version) (checks links)"
  /// Nothing of the environment but the way to the network.
  private static let environment = [
    "PATH", "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR", "CURL_CA_BUNDLE",
  ]

  /// Asks for the head of an address, or for its first bytes.
  static func send(_ address: LinkAddress, isHead: Bool, seconds: Int) async throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.environment = ProcessInfo.processInfo.environment.filter { environment.contains($0.key) }
    process.arguments =
      [
        // First, so that no file of the user's adds anything.
        "curl", "-q", "--silent", "--globoff", "--proto", "=http,https", "--max-time", "\(seconds)",
        "--connect-timeout", "\(seconds)", "--max-filesize", "1000000", "--output", "/dev/null", "--user-agent", agent,
        "--write-out", "%{http_code}\n%header{retry-after}\n%{redirect_url}\n",
      ] + (isHead ? ["--head"] : ["--range", "0-1023"]) + ["--url", address.text]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let status: Int32 = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return try result(status, text)
  }

  /// What the program's exit code and the lines it wrote mean.
  static func result(_ status: Int32, _ text: String) throws -> Result {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A body that is too long, too slow or cut short is one all the same.
    if let code = lines.first.flatMap({ Int($0) }), code > 0, [0, 18, 23, 28, 33, 63].contains(status) {
      return .answered(
        status: code, retryAfter: lines.count > 1 ? Int(lines[1]) : nil,
        location: lines.count > 2 && !lines[2].isEmpty ? lines[2] : nil)
    }
    switch status {
    case 126, 127: throw NoProgram()
    case 6: return .noSuchHost
    case 28: return .timedOut
    case 7: return .failed("refused the connection")
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: return .failed("has a certificate that is not trusted")
    default: return .failed("broke off")
    }
  }
}
