import ArgumentParser
import Diagnostics
import Markdown

/// `sitegen markdown`: GFM to HTML.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Print a Markdown file as HTML, exactly as cmark-gfm renders it, footnotes included.",
    discussion: HelpExamples.markdown)

  @Argument(help: "File to read; standard input without one.")
  var file: String = "-"

  @Flag(help: "Let raw HTML and script links through.")
  var unsafe = false

  func run() throws {
    let source = SourceText(path: file, bytes: try Files.read(file))
    do {
      try Console().output(try GFM.html(source, footnotes: true, unsafe: unsafe))
    } catch let error as MarkdownError {
      Console().show([error.diagnostic])
      throw ExitCode.unreadable
    }
  }
}
