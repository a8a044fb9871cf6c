/// Filters that use other filters and tests by name.
enum SelectionFilters {
  static let all: [FilterSpec] = [
    FilterSpec(
      "attr", Signature("name"), onUndefined: .fails, "the value of the key `name`, as `value[name]`",
      [LanguageExample("{{ {'a': 1} | attr('a') }}", "1")]
    ) { value, arguments in
      value.element(arguments[0] ?? .none) ?? .undefined
    },
    FilterSpec(
      "map", .variadic, "a filter by name, or `attribute` (with `default`), of every item",
      [
        LanguageExample("{{ ['a', 'b'] | map('upper') | join }}", "AB"),
        LanguageExample("{{ [{'n': 1}, {}] | map(attribute='n', default=0) }}", "[1, 0]"),
      ], map),
    selecting(
      "select", attribute: false, keep: true, "the items for which a test (or the item itself) holds",
      LanguageExample("{{ range(5) | select('odd') }}", "[1, 3]")),
    selecting(
      "reject", attribute: false, keep: false, "the items for which a test (or the item itself) does not hold",
      LanguageExample("{{ range(5) | reject('odd') }}", "[0, 2, 4]")),
    selecting(
      "selectattr", attribute: true, keep: true,
      "the items for whose attribute a test (or the attribute itself) holds",
      LanguageExample("{{ [{'n': 1}, {'n': 2}] | selectattr('n', 'eq', 2) }}", "[{'n': 2}]")),
    selecting(
      "rejectattr", attribute: true, keep: false,
      "the items for whose attribute a test (or the attribute itself) does not hold",
      LanguageExample("{{ [{'n': 1}, {'n': 2}] | rejectattr('n', 'eq', 2) }}", "[{'n': 1}]")),
  ]

  private static func selecting(
    _ name: String, attribute: Bool, keep: Bool, _ summary: String, _ example: LanguageExample
  ) -> FilterSpec {
    FilterSpec(name, .variadic, summary, [example]) { value, arguments throws(ValueError) in
      try select(value, arguments, name, attribute: attribute, keep: keep)
    }
  }

  private static let map: FilterSpec.Apply = { value, arguments throws(ValueError) in
    // As in Jinja2, whatever counts as false has no items.
    let items = value.isTruthy ? try value.items(for: "map") : []
    var result: [Value] = []
    result.reserveCapacity(items.count)
    if arguments.positional.isEmpty {
      guard let attribute = arguments.named("attribute") else {
        throw .type("`map` needs the name of a filter or `attribute`")
      }
      if let stray = arguments.names.first(where: { $0 != "attribute" && $0 != "default" }) {
        throw .type("`map` has no argument `\(stray)`")
      }
      var path = try AttributePath(attribute)
      let fallback = arguments.named("default")
      for item in items { result.append(try path.get(item, default: fallback)) }
      return .list(result)
    }
    let context = arguments.context
    let positional = Array(arguments.positional)
    guard let name = positional[0].asString else {
      throw .type("the name of a filter must be a string, not \(positional[0].aKind)")
    }
    guard let filter = context.registry.filters[name] else {
      throw ValueError(
        "there is no filter `\(name)`", kind: .unknownFilter, help: near(name, context.registry.filters.keys).first)
    }
    let (bound, names) = try arguments.bind(filter.signature, from: 1, "filter `\(name)`")
    let strict = context.undefined != .lenient
    return try bound.withValues(names, context) { inner throws(ValueError) in
      for item in items {
        if filter.onUndefined != .takes, item.isUndefined, strict || filter.onUndefined == .fails { throw .undefined }
        result.append(try filter.apply(item, inner))
      }
      return .list(result)
    }
  }

  private static func select(
    _ value: Value, _ arguments: CallArguments, _ filter: String, attribute: Bool, keep: Bool
  ) throws(ValueError) -> Value {
    let items = value.isTruthy ? try value.items(for: filter) : []
    let context = arguments.context
    let positional = Array(arguments.positional)
    let first = attribute ? 1 : 0
    guard positional.count >= first else { throw .type("`\(filter)` needs an attribute") }
    var path = attribute ? try AttributePath(positional[0]) : nil
    var result: [Value] = []
    guard positional.count > first else {
      for item in items where try (path?.get(item) ?? item).isTruthy == keep { result.append(item) }
      return .list(result)
    }
    guard let name = positional[first].asString else {
      throw .type("the name of a test must be a string, not \(positional[first].aKind)")
    }
    guard let test = context.registry.tests[name] else {
      throw ValueError(
        "there is no test `\(name)`", kind: .unknownTest, help: context.registry.help(forTest: name).first)
    }
    let (bound, names) = try arguments.bind(test.signature, from: first + 1, "test `\(name)`")
    let strict = context.undefined != .lenient
    return try bound.withValues(names, context) { inner throws(ValueError) in
      for item in items {
        let subject = try path?.get(item) ?? item
        if !test.takesUndefined, subject.isUndefined, strict { throw path?.nothing(in: item) ?? .undefined }
        if try test.apply(subject, inner) == keep { result.append(item) }
      }
      return .list(result)
    }
  }
}

/// Arguments in the order of the parameters of the filter or test they are passed on to.
struct BoundArguments {
  let values: [Value]

  func withValues(
    _ names: [String], _ context: CallContext, _ body: (CallArguments) throws(ValueError) -> Value
  ) throws(ValueError) -> Value {
    try values.withUnsafeBufferPointer { buffer throws(ValueError) in
      try body(CallArguments(values: buffer, names: names, context: context))
    }
  }
}

extension CallArguments {
  /// The arguments from position `first` on, bound to the parameters of `signature`.
  func bind(_ signature: Signature, from first: Int, _ owner: String) throws(ValueError) -> (BoundArguments, [String]) {
    let rest = Array(values.dropFirst(first))
    guard !signature.isVariadic else { return (BoundArguments(values: rest), names) }
    let order = try signature.order(positional: rest.count - names.count, named: names, of: owner)
    let missing = Value.missing(Undefined(origin: Undefined.argument))
    return (BoundArguments(values: order.map { $0.map { rest[$0] } ?? missing }), [])
  }
}
