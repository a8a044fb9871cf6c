import ArgumentParser
import Defaults
import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Report
import Site
import Templates

/// `sitegen serve`: the site in a browser on this machine, made again with every change.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in a browser, and make it again whenever a file changes; writes nothing.",
    discussion: HelpExamples.serve)

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Folder with templates and assets that replace the built-in ones.", valueName: "dir"))
  var templates: String?

  @Option(
    help: "Port on 127.0.0.1. Default: 4545, or the next one that is free.", transform: ArgumentForm.number(1...65_535))
  var port: Int?

  @Flag(help: "Open the browser.")
  var open = false

  func run() async throws {
    let site = LiveSite()
    let console = options.console()
    await build(into: site, console)
    let number = try Self.free(port.map(UInt16.init))
    let address = "http://localhost:\(number)/"
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: number), logger: .disabled,
      handler: LiveServer(site: site, port: number))
    // Looking for changes takes a thread of its own: it waits in the system.
    let source = options.sourceFolder.hasSuffix("/") ? String(options.sourceFolder.dropLast()) : options.sourceFolder
    let folders = [source] + (templates.map { [$0] } ?? [])
    let (changes, change) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    Thread.detachNewThread {
      // Building a site that was written below the folders is no change of the source.
      var watch = FolderWatch(folders, ignoring: Set(folders.map { "\($0)/site" }))
      while true {
        switch watch.wait(patience: 15_000) {
        case .nothing: site.knock()
        case .files(let written):
          // The text is there at once, what is said about it when everything is read and judged again. However long that
          // takes, a change during it is not lost: it is the next thing to be done.
          for path in written where path.hasPrefix(source + "/") && Files.kind(of: path) == .file {
            do throws(FileError) {
              site.show(String(path.dropFirst(source.count + 1)), text: try Files.read(path))
            } catch {
              // It is gone again; the build that follows says what that means.
              continue
            }
          }
          change.yield()
        }
      }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        console.message("serving \(address) – Ctrl-C ends it")
        if open { Self.openBrowser(address) }
        for await _ in changes { await build(into: site, console) }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Makes the site in memory. Whatever is wrong, the last one that could be made stays.
  private func build(into site: LiveSite, _ console: Console) async {
    let start = ContinuousClock.now
    let changes = site.changes
    var pipeline = Pipeline(options)
    pipeline.templates = templates
    var remarks: [Diagnostic] = []
    do {
      let overrides = try templates.map(TemplateFolder.sources) ?? []
      let loaded = SiteTheme.load(
        defaults: Defaults.files(under: "templates"), overrides: overrides.map { ($0.name, $0.bytes) },
        folder: templates ?? "templates")
      remarks = loaded.errors.map(\.diagnostic)
      guard remarks.isEmpty else { return tell(site, remarks, console) }
      let input = try await pipeline.read()
      let assessments = try await pipeline.assess(input)
      guard !pipeline.isUnrecognized else { return tell(site, pipeline.diagnostics, console) }
      var preview: SitePreview?
      let report = await GapReport(assessments: assessments, jobs: pipeline.jobs)
      let made = await SiteBuilder.plan(
        pipeline.site(input, report, loaded.theme), jobs: pipeline.jobs, preview: { preview = $0 })
      let all = (pipeline.diagnostics + made.diagnostics).filter { $0.severity == .error }
      let isNew = site.take(made.value, preview, trouble: Self.text(all), changes: changes)
      console.endPhases()
      if isNew { console.show(made.diagnostics.filter { $0.severity == .error }) }
      if isNew, !options.quiet {
        let errors = all.isEmpty ? "" : ", \(all.count.counted("error"))"
        let time = start.duration(to: .now).milliseconds
        console.message("\(made.value.files.count.counted("file")) in \(time) ms\(errors)")
      }
    } catch is ExitCode {
      tell(site, pipeline.diagnostics, nil)
    } catch {
      site.fail("error: \(error)\n")
      console.message("error: \(error)")
    }
  }

  /// Says what is wrong in the browser, and on the terminal where nothing else did.
  private func tell(_ site: LiveSite, _ diagnostics: [Diagnostic], _ console: Console?) {
    let errors = diagnostics.filter { $0.severity == .error }
    site.fail(Self.text(errors))
    console?.endPhases()
    console?.show(errors)
  }

  private static func text(_ errors: [Diagnostic]) -> String {
    Diagnostic.sorted(errors).prefix(20).map { DiagnosticText.render($0) }.joined(separator: "\n")
  }

  /// The wanted port, or the first free one from the usual one on.
  private static func free(_ wanted: UInt16?) throws -> UInt16 {
    for port in wanted.map({ [$0] }) ?? Array(4_545...4_600) {
      do {
        let socket = try Socket(domain: Int32(AF_INET))
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
        try socket.close()
        return port
      } catch { continue }
    }
    throw ValidationError(
      wanted.map { "port \($0) is taken; name another one with --port" } ?? "no port from 4545 to 4600 is free")
  }

  private static func openBrowser(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    #if canImport(Darwin)
      process.arguments = ["open", address]
    #else
      process.arguments = ["xdg-open", address]
    #endif
    do { try process.run() } catch { return }
  }
}
