/// The parameters of a filter, a test or a function.
struct Signature: Sendable {
  let parameters: [String]
  /// How many must be given.
  let required: Int
  /// Any number of arguments, taken as they come.
  let isVariadic: Bool

  /// Names; those from the first one with a `?` on may be left out.
  init(_ parameters: String...) {
    self.parameters = parameters.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }
    required = parameters.firstIndex { $0.hasSuffix("?") } ?? parameters.count
    isVariadic = false
  }

  private init(variadic: Void) {
    (parameters, required, isVariadic) = ([], 0, true)
  }

  static let variadic = Signature(variadic: ())

  /// Which given argument (positional ones first) each parameter takes; nil for one that is left out. Parameters left
  /// out at the end are not listed.
  func order(positional: Int, named: [String], of owner: String) throws(ValueError) -> [Int?] {
    guard positional <= parameters.count else {
      let most = parameters.isEmpty ? "no arguments" : "at most \(parameters.count)"
      throw .type("\(owner) takes \(most), not \(positional)")
    }
    var order: [Int?] = (0..<parameters.count).map { $0 < positional ? $0 : nil }
    for (index, name) in named.enumerated() {
      guard let place = parameters.firstIndex(where: { sameBytes($0, name) }) else {
        let known = parameters.isEmpty ? "it takes none" : "it takes \(parameters.joined(separator: ", "))"
        throw .type("\(owner) has no argument `\(name)`: \(known)")
      }
      guard order[place] == nil else { throw .type("the argument `\(name)` of \(owner) is given twice") }
      order[place] = positional + index
    }
    for place in 0..<required where order[place] == nil {
      throw .type("\(owner) needs the argument `\(parameters[place])`")
    }
    while case .some(nil) = order.last { order.removeLast() }
    return order
  }
}

/// What a filter or test is called with.
struct CallArguments {
  /// The arguments in the order of the parameters (or, if variadic, as they came, named ones last).
  let values: UnsafeBufferPointer<Value>
  /// Names of the last arguments of a variadic call.
  let names: [String]
  let context: CallContext

  /// The argument of a parameter, or nil if it was not given.
  subscript(_ index: Int) -> Value? {
    guard index < values.count else { return nil }
    if case .missing(let undefined) = values[index], undefined.origin == Undefined.argument { return nil }
    return values[index]
  }

  /// The positional ones of a variadic call.
  var positional: ArraySlice<Value> { Array(values)[..<(values.count - names.count)] }

  /// A named one of a variadic call.
  func named(_ name: String) -> Value? {
    guard let index = names.firstIndex(where: { sameBytes($0, name) }) else { return nil }
    return values[values.count - names.count + index]
  }

  /// The truth of an argument, false if it was not given.
  func flag(_ index: Int) -> Bool { self[index]?.isTruthy ?? false }

  /// An integer argument.
  func integer(_ index: Int, _ name: String, default fallback: Int) throws(ValueError) -> Int {
    guard let value = self[index] else { return fallback }
    guard case .int(let number) = value.number else {
      throw .type("`\(name)` must be an integer, not \(value.aKind)")
    }
    return number
  }

  /// The value before the filter, which must be text.
  static func requireText(_ value: Value, _ filter: String) throws(ValueError) -> String {
    if let text = value.asString { return text }
    if value.isUndefined { return "" }
    throw .type("`\(filter)` needs a string, not \(value.aKind)", help: "write `| string | \(filter)`")
  }

  /// A text argument.
  func text(_ index: Int, _ name: String) throws(ValueError) -> Value? {
    guard let value = self[index] else { return nil }
    if case .none = value { return nil }
    guard value.asString != nil else { throw .type("`\(name)` must be a string, not \(value.aKind)") }
    return value
  }
}

/// What a filter, test or function knows of the place where it is used.
public final class CallContext: Sendable {
  /// The page being rendered, as given to `render`; relative URLs are computed from it.
  public let page: String
  /// Whether text is escaped at the place of the call.
  let escapes: Bool
  /// What happens to missing values.
  let undefined: UndefinedBehavior
  let registry: Registry

  init(page: String, escapes: Bool, undefined: UndefinedBehavior, registry: Registry) {
    self.page = page
    self.escapes = escapes
    self.undefined = undefined
    self.registry = registry
  }
}
