import Diagnostics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a command says: results on standard output, everything else on standard error.
struct Console: Sendable {
  let color: Bool
  let quiet: Bool
  /// Whether progress is shown: on a terminal only, so that logs stay clean.
  let showsProgress: Bool

  /// Takes down when each phase begins, if anybody asks.
  let times: PhaseTimes?

  init(color: ColorChoice = .auto, quiet: Bool = false, times: PhaseTimes? = nil) {
    self.times = times
    let terminal = Files.isTerminal(2)
    self.color = color == .always || (color == .auto && terminal && !Self.refusesColor)
    self.quiet = quiet
    showsProgress = terminal && !quiet
  }

  /// Whether the environment asks for no colors: NO_COLOR with any text, or a terminal that knows none.
  static var refusesColor: Bool {
    getenv("NO_COLOR").map { $0.pointee != 0 } ?? false || getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
  }

  /// A result, as bytes, on standard output.
  func output(_ bytes: [UInt8]) throws { try Files.write(bytes, to: 1, named: "standard output") }

  /// A result, as text, on standard output.
  func output(_ text: String) throws { try output(Array(text.utf8)) }

  /// A message on standard error, whatever is named in it: no text moves the cursor.
  func message(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { DiagnosticText.printable(String($0), keepTabs: true) + "\n" }.joined()
    try? Files.write(Array(shown.utf8), to: 2, named: "standard error")
  }

  /// Diagnostics on standard error, sorted, each once; quiet leaves only errors.
  func show(_ diagnostics: [Diagnostic]) {
    let shown = Diagnostic.sorted(diagnostics).filter { !quiet || $0.severity == .error }
    let text = shown.map { DiagnosticText.render($0, color: color) }.joined()
    try? Files.write(Array(text.utf8), to: 2, named: "standard error")
  }

  /// Says on a terminal what is being done; the line is replaced by the next one.
  func phase(_ name: String) {
    times?.begin(name)
    guard showsProgress else { return }
    try? Files.write(Array("\r\u{1B}[K\(name)…".utf8), to: 2, named: "standard error")
  }

  /// Clears the progress line.
  func endPhases() {
    guard showsProgress else { return }
    try? Files.write(Array("\r\u{1B}[K".utf8), to: 2, named: "standard error")
  }
}
