import ArgumentParser

/// `sitegen limits`: what bounds the input.
struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits", abstract: "List what bounds the input, and what happens beyond each bound.",
    discussion: HelpExamples.limits)

  func run() throws { try Console().output(InputLimit.text) }
}
