/// The global functions.
enum Functions {
  static let longestRange = 100_000

  static let all: [FunctionSpec] = [
    FunctionSpec(
      name: "range", signature: "range(stop) or range(start, stop, step=1)",
      summary: "the integers from `start` (0) up to but not including `stop`",
      examples: [LanguageExample("{% for i in range(3) %}{{ i }} {% endfor %}", "0 1 2 ")],
      body: .plain { positional, named, _ throws(ValueError) in try range(positional, named) }),
    FunctionSpec(
      name: "dict", signature: "dict(map, key=value, …)", summary: "a map of the named arguments",
      examples: [LanguageExample("{{ dict(a=1, b=2) }}", "{'a': 1, 'b': 2}")],
      body: .plain { positional, named, _ throws(ValueError) in try dict(positional, named) }),
    FunctionSpec(
      name: "namespace", signature: "namespace(name=value, …)",
      summary: "a value whose attributes can be `set`, also from inside of a loop",
      examples: [
        LanguageExample(
          "{% set ns = namespace(n=0) %}{% for x in [1, 2] %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}", "3")
      ], body: .namespace),
  ]

  private static func range(_ positional: [Value], _ named: [(String, Value)]) throws(ValueError) -> Value {
    guard named.isEmpty else { throw .type("`range` takes no named arguments") }
    var numbers: [Int] = []
    for value in positional {
      if value.isUndefined { throw .undefined }
      guard case .int(let number) = value.number else { throw .type("`range` needs integers, not \(value.aKind)") }
      numbers.append(number)
    }
    guard (1...3).contains(numbers.count) else { throw .type("`range` takes one to three integers") }
    let (start, stop) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
    let step = numbers.count == 3 ? numbers[2] : 1
    guard step != 0 else { throw ValueError("the step of `range` must not be 0") }
    let (distance, overflow) = stop.subtractingReportingOverflow(start)
    guard !overflow else { throw .limit("`range` of more than \(longestRange) items") }
    guard distance != 0, (distance > 0) == (step > 0) else {
      return .range(ValueRange(start: start, step: step, count: 0))
    }
    let count = (distance.magnitude + step.magnitude - 1) / step.magnitude
    guard count <= longestRange else { throw .limit("`range` of more than \(longestRange) items") }
    return .range(ValueRange(start: start, step: step, count: Int(count)))
  }

  private static func dict(_ positional: [Value], _ named: [(String, Value)]) throws(ValueError) -> Value {
    guard positional.count <= 1 else { throw .type("`dict` takes one map and named arguments") }
    var pairs: [(MapKey, Value)] = []
    if let first = positional.first {
      if case .mapping(let map) = first {
        pairs = Array(zip(map.shape.keys, map.values))
      } else {
        for item in try first.items() {
          guard let pair = item.asList, pair.count == 2, let key = pair[0].mapKey else {
            throw .type("`dict` needs a map or a list of pairs, not \(first.aKind)")
          }
          pairs.append((key, pair[1]))
        }
      }
    }
    pairs += named.map { (.string($0.0), $0.1) }
    return .mapping(ValueMap(pairs: pairs, isMadeByTemplate: true))
  }
}
