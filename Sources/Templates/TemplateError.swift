public import Diagnostics

/// An error in a template or while a template is rendered, at the innermost place.
public struct TemplateError: Error, Sendable, Hashable {
  /// What kind of error it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case syntax, undefined, runtime, type, limit, context
    case unknownFilter = "unknown-filter"
    case unknownTest = "unknown-test"
    case unknownFunction = "unknown-function"
    case templateNotFound = "template-not-found"
  }

  /// One step of the way from the page to the innermost place.
  public struct Frame: Sendable, Hashable {
    /// How the place was left.
    enum Kind: String, Sendable, Hashable { case included, called, extends, imported }
    /// How the place was left.
    var kind: Kind
    /// Where the include, the call or the block is.
    var location: Location
    /// "macro `gap_row`", "block `main`"; nil when there is nothing to name.
    var name: String?

    init(kind: Kind, location: Location, name: String? = nil) {
      self.kind = kind
      self.location = location
      self.name = name
    }
  }

  /// What kind of error it is.
  public var kind: Kind
  /// The innermost place: the narrowest expression that failed.
  public var location: Location
  /// One line, lower-case start, no full stop.
  public var message: String
  /// Short text beside the carets: what is there instead.
  var label: String?
  /// Other places that belong to the error.
  var notes: [Diagnostic.Note]
  /// What to do, one line each.
  var help: [String]
  /// From the innermost place outwards.
  var stack: [Frame]
  /// The page that was being rendered.
  var page: String?

  public init(
    _ kind: Kind, at location: Location, _ message: String, label: String? = nil, notes: [Diagnostic.Note] = [],
    help: [String] = [], stack: [Frame] = [], page: String? = nil
  ) {
    self.kind = kind
    self.location = location
    self.message = message
    self.label = label
    self.notes = notes
    self.help = help
    self.stack = stack
    self.page = page
  }

  /// Lines of help as one text; what follows a question is a sentence of its own.
  private static func sentences(_ help: [String]) -> String? {
    guard let first = help.first else { return nil }
    return help.dropFirst().reduce(first) { text, line in
      text.hasSuffix("?") ? "\(text) \(line.prefix(1).uppercased())\(line.dropFirst())" : "\(text); \(line)"
    }
  }

  /// The error as the one kind of message the tool prints everywhere; rule `template/<kind>`.
  public var diagnostic: Diagnostic {
    var notes = notes
    for frame in stack { notes.append(.init(frame.words, at: frame.location)) }
    if let page { notes.append(.init("while rendering \(page)")) }
    return Diagnostic(
      RuleID(rawValue: "template/\(kind.rawValue)"), .error, at: location,
      label.map { "\(message): \($0)" } ?? message, help: Self.sentences(help),
      notes: notes, kind: .configuration)
  }
}

extension TemplateError.Frame {
  var words: String {
    let verb =
      switch kind {
      case .included: "included from"
      case .called: "called from"
      case .extends: "extends"
      case .imported: "imported from"
      }
    return name.map { "\(verb) (\($0))" } ?? verb
  }
}
