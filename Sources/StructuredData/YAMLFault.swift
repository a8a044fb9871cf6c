import Yams

/// What makes a text no YAML: the words of the library, the place, and what to do.
struct YAMLFault {
  let problem: String
  /// In the YAML text; of a text in quotes or a list in brackets that never ends its beginning.
  let mark: Mark

  /// Nil for an error that is about something else.
  init?(_ error: any Error) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let isUnclosed = context.map { $0.text.contains("quoted scalar") || $0.text.contains("flow") } ?? false
      self.problem = problem
      self.mark = isUnclosed ? context?.mark ?? mark : mark
    default: return nil
    }
  }

  /// Whether a character stands where no value can begin with it.
  var isReservedCharacter: Bool { problem.contains("cannot start any token") }

  /// What to do; `text` is its line.
  func help(_ text: some Collection<UInt8>) -> String {
    let isIndentedByTab = text.prefix { $0 == 0x20 || $0 == 0x09 }.contains(0x09)
    if isIndentedByTab, isReservedCharacter || problem.contains("tab character") {
      return "indent with blanks: YAML takes no tab for indentation"
    }
    if isReservedCharacter { return "put the value in quotes" }
    if problem.contains("mapping values are not allowed") {
      return "put a value that holds `: ` in quotes, and begin each key on a line of its own"
    }
    if problem.contains("expected ',' or") { return "close the bracket that opens here, with commas between entries" }
    if problem.contains("end of stream") { return "close the quotation mark that opens here" }
    if problem.contains("undefined alias") { return "put a value that begins with `*` in quotes" }
    if problem.contains("'-' indicator") || problem.contains("expected key") {
      return "indent it as the lines beside it are, and close its quotation marks"
    }
    return "correct the YAML at this place"
  }
}
