import ArgumentParser
import Diagnostics
import Intake
import Report
import Templates

/// `sitegen generate`: documents of the source that are made of its data.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the documents that `generate` of sitegen.yaml makes of data and templates.",
    discussion: "What people wrote between the marks of `keep` stays; only files that differ are written.\n\n"
      + HelpExamples.generate)

  @Option(help: ArgumentHelp("Folder with sitegen.yaml, relative to which all paths are.", valueName: "dir"))
  var source = "."

  @Flag(help: "Write nothing; show what differs, and fail when anything does.")
  var check = false

  @Flag(help: "Show errors only.")
  var quiet = false

  func run() throws {
    let console = Console(quiet: quiet)
    let products = try products(console)
    let changed = products.filter { !$0.isCurrent }
    if check {
      for product in changed { try console.output(difference(product)) }
      guard changed.isEmpty else {
        let place = source == "." ? "" : " --source \(source)"
        let files = changed.count.counted("file differs", "files differ")
        console.message("error: \(files) from what is generated; run `sitegen generate\(place)` and commit")
        throw ExitCode.findings
      }
    } else {
      for product in changed {
        let parts = product.path.pathNames.map(String.init)
        try Files.makeDirectories(parts.dropLast(), below: source)
        try Files.write(product.bytes, to: "\(source)/\(product.path)")
      }
    }
    if !quiet {
      console.message(
        "\(products.count.counted("file")): \(changed.count) written, \(products.count - changed.count) as before")
    }
  }

  private func products(_ console: Console) throws -> [Generator.Product] {
    let path = source == "." ? WorkspaceConfiguration.fileName : "\(source)/\(WorkspaceConfiguration.fileName)"
    guard Files.kind(of: path) != .absent else {
      throw ValidationError("there is no \(path): `sitegen init` writes one, and `generate` in it says what is made")
    }
    let read = WorkspaceConfiguration.read(SourceText(path: path, bytes: try Files.read(path, inside: source)))
    let errors = read.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      console.show(errors)
      throw ExitCode.usage
    }
    guard let entry = read.value.generate else {
      throw ValidationError("\(path) has no `generate`: `sitegen schema workspace` says what it may hold")
    }
    do { return try Generator(folder: source, entry: entry).products() } catch let failure as Generator.Failure {
      console.show(failure.diagnostics)
      if !failure.errors.isEmpty { console.message(TemplateError.render(failure.errors)) }
      throw ExitCode.usage
    }
  }

  private func difference(_ product: Generator.Product) -> [UInt8] {
    guard let present = product.present else { return Array("\(product.path): not there\n".utf8) }
    return TextDifference.unified(of: product.path, from: present, to: product.bytes)
  }
}
