/// What a stage of the pipeline returns: its value and what it has to say about its input.
public struct Staged<Value: Sendable>: Sendable {
  /// The result; always there, however bad the input was.
  public var value: Value
  /// Messages about the input, unsorted.
  public var diagnostics: [Diagnostic]

  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
