import ArgumentParser
import StructuredData

/// When colors are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, always, never
}

/// For people, or for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// What a word of the command line means, or else what is expected in its place.
enum ArgumentForm {
  static func day(_ word: String) throws -> CalendarDate {
    guard word.utf8.count == 10, let date = CalendarDate(iso: word) else {
      throw ValidationError("expected a day, written YYYY-MM-DD")
    }
    return date
  }

  static func number(_ bounds: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { word in
      guard let number = Int(word), bounds.contains(number) else {
        let most = bounds.upperBound == .max ? "on" : "to \(bounds.upperBound)"
        throw ValidationError("expected a number from \(bounds.lowerBound) \(most)")
      }
      return number
    }
  }
}

/// Options of every command that reads a source.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder to read. Default: content, where the current folder has content/sitegen.yaml, else the current folder.",
      valueName: "dir"))
  var source: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Day of assessment, YYYY-MM-DD. Default: as_of of sitegen.yaml, else SOURCE_DATE_EPOCH, else today.",
      valueName: "date"), transform: ArgumentForm.day)
  var asOf: CalendarDate?

  @Option(help: "Level to judge by, for communities whose criteria set has it.")
  var level: String?

  @Option(help: "How many tasks work at once. Default: one for each core.", transform: ArgumentForm.number(1...256))
  var jobs: Int?

  @Option(help: "When to use colors: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(help: "Show errors and results only.")
  var quiet = false

  func console(_ times: PhaseTimes? = nil) -> Console { Console(color: color, quiet: quiet, times: times) }

  var sourceFolder: String {
    source ?? (Files.kind(of: "content/sitegen.yaml") == .file ? "content" : ".")
  }

  func validate() throws {
    if let source, !Files.isDirectory(source) {
      throw ValidationError("--source \(source) is not a folder: name the folder of a community's files")
    }
  }
}
