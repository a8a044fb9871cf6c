/// Filters on lists and what else can be looped over.
enum ListFilters {
  static let all: [FilterSpec] = [
    FilterSpec(
      "length", Signature(), aliases: ["count"], "how many items, keys or characters there are",
      [LanguageExample("{{ [1, 2] | length }} {{ '日本' | length }}", "2 2")]
    ) { value, _ throws(ValueError) in
      if value.isUndefined { return .int(0) }
      guard let count = value.count else { throw .type("\(value.aKind) has no length") }
      return .int(count)
    },
    FilterSpec("first", Signature(), "the first item", [LanguageExample("{{ [3, 1] | first }}", "3")]) {
      value, _ throws(ValueError) in
      if value.isUndefined { return .string("") }
      if case .mapping = value { return try value.items(for: "first").first ?? .undefined }
      guard value.count != nil else { throw .type("`first` needs something to loop over, not \(value.aKind)") }
      return value.element(.int(0)).map(plain) ?? .undefined
    },
    FilterSpec("last", Signature(), "the last item", [LanguageExample("{{ [3, 1] | last }}", "1")]) {
      value, _ throws(ValueError) in
      if value.isUndefined { return .string("") }
      if case .mapping = value { return try value.items(for: "last").last ?? .undefined }
      guard value.count != nil else { throw .type("`last` needs something to loop over, not \(value.aKind)") }
      return value.element(.int(-1)).map(plain) ?? .undefined
    },
    FilterSpec("list", Signature(), "a list of the items", [LanguageExample("{{ 'ab' | list }}", "['a', 'b']")]) {
      value, _ throws(ValueError) in .list(try value.items(for: "list"))
    },
    FilterSpec(
      "join", Signature("d?", "attribute?"), "the items, or their `attribute`, as text with `d` between them",
      [LanguageExample("{{ [1, 2] | join('-') }}", "1-2")], join),
    FilterSpec(
      "reverse", Signature(), "the items or characters from the end", [LanguageExample("{{ 'abc' | reverse }}", "cba")]
    ) { value, _ throws(ValueError) in
      if let text = value.asString {
        return value.same(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
      }
      return .list(try value.items(for: "reverse").reversed())
    },
    FilterSpec(
      "sort", Signature("reverse?", "case_sensitive?", "attribute?"),
      "the items in order, or in the order of an `attribute` (several with commas)",
      [LanguageExample("{{ ['b', 'A'] | sort }}", "['A', 'b']")], sort),
    FilterSpec(
      "unique", Signature("case_sensitive?", "attribute?"), "each item once, the first of equal ones",
      [LanguageExample("{{ [1, 2, 1] | unique }}", "[1, 2]")], unique),
    FilterSpec(
      "groupby", Signature("attribute", "default?", "case_sensitive?"), isKept: true,
      "pairs of a value of `attribute` (`.grouper`) and the items that have it (`.list`), in order",
      [
        LanguageExample(
          "{% for team, people in [{'n': 'A', 't': 2}, {'n': 'B', 't': 1}] | groupby('t') %}"
            + "{{ team }}{{ people | map(attribute='n') | join }} {% endfor %}", "1B 2A ")
      ], groupBy),
    FilterSpec(
      "min", Signature("case_sensitive?", "attribute?"), "the smallest item",
      [LanguageExample("{{ [2, 1] | min }}", "1")]
    ) { value, arguments throws(ValueError) in
      try extreme(value, arguments, "min") { $0 < 0 }
    },
    FilterSpec(
      "max", Signature("case_sensitive?", "attribute?"), "the largest item",
      [LanguageExample("{{ [2, 1] | max }}", "2")]
    ) { value, arguments throws(ValueError) in
      try extreme(value, arguments, "max") { $0 > 0 }
    },
    FilterSpec(
      "sum", Signature("attribute?", "start?"), "the sum of the numbers, or of their `attribute`, and of `start` (0)",
      [LanguageExample("{{ [1, 2.5] | sum }}", "3.5")], sum),
    FilterSpec(
      "batch", Signature("linecount", "fill_with?"), "lists of `linecount` items, the last one filled up",
      [LanguageExample("{{ range(3) | batch(2, 'x') }}", "[[0, 1], [2, 'x']]")], batch),
    FilterSpec(
      "slice", Signature("slices", "fill_with?"), "the items in `slices` lists of about equal length",
      [LanguageExample("{{ range(5) | slice(2) }}", "[[0, 1, 2], [3, 4]]")], slice),
    FilterSpec(
      "items", Signature(), "the pairs of key and value of a map",
      [LanguageExample("{% for k, v in {'a': 1} | items %}{{ k }}={{ v }}{% endfor %}", "a=1")]
    ) { value, _ throws(ValueError) in
      if value.isUndefined { return .list([]) }
      guard case .mapping(let map) = value else { throw .type("`items` needs a map, not \(value.aKind)") }
      return .list(zip(map.shape.keys, map.values).map { .tuple([$0.value, $1]) })
    },
    FilterSpec(
      "dictsort", Signature("case_sensitive?", "by?", "reverse?"), onUndefined: .fails,
      "the pairs of key and value of a map in the order of keys, or with `by='value'` of values",
      [LanguageExample("{{ {'b': 1, 'a': 2} | dictsort }}", "[('a', 2), ('b', 1)]")], dictSort),
  ]

  /// A character of safe text is not safe by itself.
  private static func plain(_ value: Value) -> Value {
    if case .safe(let text) = value { return .string(text) }
    return value
  }

  private static func key(_ paths: [AttributePath]?, _ caseSensitive: Bool) -> (Value) throws(ValueError) -> [Value] {
    guard var paths else { return { [$0.sortKey(caseSensitive: caseSensitive)] } }
    return { item throws(ValueError) in
      var keys: [Value] = []
      keys.reserveCapacity(paths.count)
      for index in paths.indices { keys.append(try paths[index].get(item).sortKey(caseSensitive: caseSensitive)) }
      return keys
    }
  }

  private static func paths(_ value: Value?) throws(ValueError) -> [AttributePath]? {
    guard let value else { return nil }
    if case .none = value { return nil }
    return try AttributePath.list(value)
  }

  private static func path(_ value: Value?) throws(ValueError) -> AttributePath? {
    guard let value else { return nil }
    if case .none = value { return nil }
    return try AttributePath(value)
  }

  private static let join: FilterSpec.Apply = { value, arguments throws(ValueError) in
    var path = try path(arguments[1])
    var items = try value.items(for: "join")
    let strict = arguments.context.undefined != .lenient
    for index in items.indices {
      items[index] = try path?.get(items[index]) ?? items[index]
      if strict, items[index].isUndefined { throw .undefined }
    }
    let separator = arguments[0] ?? .string("")
    let safe = arguments.context.escapes && (separator.isSafe || items.contains(where: \.isSafe))
    var sink = ByteSink(capacity: 256)
    func append(_ value: Value, _ sink: inout ByteSink) {
      if safe, !value.isSafe { sink.appendEscaped(value.text) } else { sink.append(value) }
    }
    for (index, item) in items.enumerated() {
      if index > 0 { append(separator, &sink) }
      append(item, &sink)
      guard sink.count <= Arithmetic.mostText else { throw .limit("a text of more than 64 MiB") }
    }
    let text = sink.withBytes { String(decoding: $0, as: UTF8.self) }
    return safe ? .safe(text) : .string(text)
  }

  private static let sort: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let items = try value.items(for: "sort")
    let key = key(try paths(arguments[2]), arguments.flag(1))
    return .list(try Value.sorted(items, reverse: arguments.flag(0), key: key))
  }

  private static let unique: FilterSpec.Apply = { value, arguments throws(ValueError) in
    var path = try path(arguments[1])
    var seen = ValueSet()
    var result: [Value] = []
    for item in try value.items(for: "unique") {
      let key = try path?.get(item) ?? item
      if key.isUndefined { throw .undefined }
      if seen.insert(key.sortKey(caseSensitive: arguments.flag(0))) { result.append(item) }
    }
    return .list(result)
  }

  private static let groupBy: FilterSpec.Apply = { value, arguments throws(ValueError) in
    guard let attribute = arguments[0] else { throw .type("`groupby` needs an attribute") }
    var path = try AttributePath(attribute)
    let (fallback, caseSensitive) = (arguments[1], arguments.flag(2))
    // Lists mostly come with what belongs together side by side: only such parts are sorted.
    var parts: [(key: Value, shown: Value, items: [Value])] = []
    for item in try value.items(for: "groupby") {
      let shown = try path.get(item, default: fallback)
      // No copy of a part is held while it grows: adding would copy all of it each time.
      if case .string = shown, parts.last.map({ Value.areEqual($0.shown, shown) }) ?? false {
        parts[parts.count - 1].items.append(item)
      } else {
        parts.append((shown.sortKey(caseSensitive: caseSensitive), shown, [item]))
      }
    }
    var groups: [(key: Value, shown: Value, items: [Value])] = []
    for part in try Value.sorted(parts, reverse: false, key: { [$0.key] }) {
      if groups.last.map({ Value.areEqual($0.key, part.key) }) ?? false {
        groups[groups.count - 1].items += part.items
      } else {
        groups.append(part)
      }
    }
    return .list(groups.map { .tuple([$0.shown, .list($0.items)]) })
  }

  private static func extreme(
    _ value: Value, _ arguments: CallArguments, _ name: String, _ wins: (Int) -> Bool
  ) throws(ValueError) -> Value {
    var path = try path(arguments[1])
    var best: (key: Value, item: Value)?
    for item in try value.items(for: name) {
      let key = try (path?.get(item) ?? item).sortKey(caseSensitive: arguments.flag(0))
      guard let current = best else {
        best = (key, item)
        continue
      }
      if wins(try Value.order(key, current.key) ?? 0) { best = (key, item) }
    }
    return best?.item ?? .undefined
  }

  private static let sum: FilterSpec.Apply = { value, arguments throws(ValueError) in
    var path = try path(arguments[0])
    var total = arguments[1] ?? .int(0)
    for item in try value.items(for: "sum") {
      let number = try path?.get(item) ?? item
      if number.isUndefined { throw .undefined }
      if case .list = number { total = try Arithmetic.add.apply(total, number); continue }
      guard number.number != nil, total.number != nil else {
        throw .type("`sum` needs numbers, not \(number.number == nil ? number.aKind : total.aKind)")
      }
      total = try Arithmetic.add.apply(total, number)
    }
    return total
  }

  private static let batch: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let size = try arguments.integer(0, "linecount", default: 0)
    guard size > 0 else { throw ValueError("`linecount` must be greater than 0") }
    let items = try value.items(for: "batch")
    var result: [Value] = []
    var start = 0
    while start < items.count {
      let end = items.count - start <= size ? items.count : start + size
      var batch = Array(items[start..<end])
      if let fill = arguments[1], batch.count < size {
        if case .none = fill {
        } else {
          guard size <= Arithmetic.mostItems else { throw .limit("a list of more than a million items") }
          batch += Array(repeating: fill, count: size - batch.count)
        }
      }
      result.append(.list(batch))
      start = end
    }
    return .list(result)
  }

  private static let slice: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let slices = try arguments.integer(0, "slices", default: 0)
    guard slices > 0 else { throw ValueError("`slices` must be greater than 0") }
    guard slices <= Arithmetic.mostItems else { throw .limit("a list of more than a million items") }
    let items = try value.items(for: "slice")
    let (size, extra) = items.count.quotientAndRemainder(dividingBy: slices)
    var result: [Value] = []
    var start = 0
    for index in 0..<slices {
      let end = start + size + (index < extra ? 1 : 0)
      var part = Array(items[start..<end])
      if let fill = arguments[1], index >= extra {
        if case .none = fill {} else { part.append(fill) }
      }
      result.append(.list(part))
      start = end
    }
    return .list(result)
  }

  private static let dictSort: FilterSpec.Apply = { value, arguments throws(ValueError) in
    guard case .mapping(let map) = value else { throw .type("`dictsort` needs a map, not \(value.aKind)") }
    let by = try arguments.text(1, "by")?.asString ?? "key"
    guard by == "key" || by == "value" else { throw ValueError("`by` must be `key` or `value`, not `\(by)`") }
    let position = by == "key" ? 0 : 1
    let pairs = zip(map.shape.keys, map.values).map { Value.tuple([$0.value, $1]) }
    let caseSensitive = arguments.flag(0)
    return .list(
      try Value.sorted(pairs, reverse: arguments.flag(2)) { pair throws(ValueError) in
        [(pair.element(.int(position)) ?? .none).sortKey(caseSensitive: caseSensitive)]
      })
  }
}

/// Values met so far: numbers and text are found by hash, other values by comparing.
struct ValueSet {
  private var keys: Set<MapKey> = []
  private var doubles: Set<Double> = []
  private var others: [Value] = []

  /// Whether `value` was not there yet.
  mutating func insert(_ value: Value) -> Bool {
    if let key = value.mapKey { return keys.insert(key).inserted }
    if case .double(let number) = value { return doubles.insert(number).inserted }
    if others.contains(where: { Value.areEqual($0, value) }) { return false }
    others.append(value)
    return true
  }
}
