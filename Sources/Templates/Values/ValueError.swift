/// Why an operation on values failed; the engine adds the place.
public struct ValueError: Error, Sendable, Hashable {
  /// What kind of template error it becomes.
  var kind: TemplateError.Kind
  /// One line, lower-case start, no full stop.
  public var message: String
  /// What to do about it.
  var help: String?

  /// An error, by default of the kind `runtime`.
  public init(_ message: String, kind: TemplateError.Kind = .runtime, help: String? = nil) {
    self.kind = kind
    self.message = message
    self.help = help
  }

  static func type(_ message: String, help: String? = nil) -> ValueError {
    ValueError(message, kind: .type, help: help)
  }

  static func limit(_ message: String) -> ValueError { ValueError(message, kind: .limit) }

  /// An undefined value met where a value is needed; the engine finds out which one it is.
  static let undefined = ValueError("a value is undefined", kind: .undefined)
}
