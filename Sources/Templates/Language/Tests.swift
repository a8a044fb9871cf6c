/// All tests of the language.
enum Tests {
  static let all: [TestSpec] = state + kinds + numbers + comparisons + texts

  private static func kind(
    _ name: String, _ summary: String, _ example: LanguageExample, _ holds: @escaping @Sendable (Value) -> Bool
  ) -> TestSpec {
    TestSpec(name, Signature(), takesUndefined: name != "sequence" && name != "iterable", summary, [example]) {
      value, _ in
      holds(value)
    }
  }

  private static let state: [TestSpec] = [
    TestSpec(
      "defined", Signature(), takesUndefined: true, "there is such a value",
      [LanguageExample("{{ nope is defined }}", "False")]
    ) { value, _ in
      !value.isUndefined
    },
    TestSpec(
      "undefined", Signature(), takesUndefined: true, "there is no such value",
      [LanguageExample("{{ nope is undefined }}", "True")]
    ) { value, _ in
      value.isUndefined
    },
    TestSpec(
      "none", Signature(), takesUndefined: true, "the value is none", [LanguageExample("{{ none is none }}", "True")]
    ) { value, _ in
      if case .none = value { true } else { false }
    },
  ]

  private static let kinds: [TestSpec] = [
    kind("boolean", "the value is true or false", LanguageExample("{{ true is boolean }}", "True")) {
      $0.asBool != nil
    },
    kind("true", "the value is true", LanguageExample("{{ 1 is true }}", "False")) { $0.asBool == true },
    kind("false", "the value is false", LanguageExample("{{ 0 is false }}", "False")) { $0.asBool == false },
    kind("number", "the value is an integer, a float or a boolean", LanguageExample("{{ 1.5 is number }}", "True")) {
      $0.number != nil
    },
    kind("integer", "the value is an integer", LanguageExample("{{ 1.0 is integer }}", "False")) { $0.asInt != nil },
    kind("float", "the value is a float", LanguageExample("{{ 1.0 is float }}", "True")) {
      if case .double = $0 { true } else { false }
    },
    kind("string", "the value is text", LanguageExample("{{ 'a' is string }}", "True")) { $0.asString != nil },
    kind("sequence", "the value is a list, a tuple or a range", LanguageExample("{{ 'a' is sequence }}", "False")) {
      switch $0 {
      case .list, .tuple, .range: true
      default: false
      }
    },
    kind("mapping", "the value is a map", LanguageExample("{{ {} is mapping }}", "True")) { $0.asMap != nil },
    kind("iterable", "the value can be looped over", LanguageExample("{{ 'a' is iterable }}", "True")) {
      $0.isUndefined || $0.count != nil
    },
  ]

  private static func integer(_ value: Value, _ test: String) throws(ValueError) -> Value.Number {
    guard let number = value.number else { throw .type("`\(test)` needs a number, not \(value.aKind)") }
    return number
  }

  private static func remainder(_ value: Value, _ divisor: Value) throws(ValueError) -> Bool {
    try Value.areEqual(Arithmetic.remainder.apply(value, divisor), .int(0))
  }

  private static let numbers: [TestSpec] = [
    TestSpec("odd", Signature(), "the number is odd", [LanguageExample("{{ 3 is odd }}", "True")]) {
      value, _ throws(ValueError) in
      _ = try integer(value, "odd")
      return try Value.areEqual(Arithmetic.remainder.apply(value, .int(2)), .int(1))
    },
    TestSpec("even", Signature(), "the number is even", [LanguageExample("{{ 3 is even }}", "False")]) {
      value, _ throws(ValueError) in
      _ = try integer(value, "even")
      return try remainder(value, .int(2))
    },
    TestSpec(
      "divisibleby", Signature("num"), "the number is a multiple of `num`",
      [LanguageExample("{{ 9 is divisibleby 3 }}", "True")]
    ) { value, arguments throws(ValueError) in
      _ = try integer(value, "divisibleby")
      return try remainder(value, arguments[0] ?? .none)
    },
  ]

  private static func order(
    _ name: String, _ aliases: [String], _ summary: String, _ example: LanguageExample,
    _ holds: @escaping @Sendable (Int) -> Bool
  ) -> TestSpec {
    TestSpec(name, Signature("other"), aliases: aliases, summary, [example]) { value, arguments throws(ValueError) in
      try Value.order(value, arguments[0] ?? .none).map(holds) ?? false
    }
  }

  private static let comparisons: [TestSpec] = [
    TestSpec(
      "eq", Signature("other"), aliases: ["==", "equalto"], "the values are equal",
      [LanguageExample("{{ 1 is eq 1.0 }}", "True")]
    ) { value, arguments in
      Value.areEqual(value, arguments[0] ?? .none)
    },
    TestSpec(
      "ne", Signature("other"), aliases: ["!="], "the values differ", [LanguageExample("{{ 1 is ne '1' }}", "True")]
    ) { value, arguments in
      !Value.areEqual(value, arguments[0] ?? .none)
    },
    order("lt", ["<", "lessthan"], "the value is less", LanguageExample("{{ 1 is lt 2 }}", "True")) { $0 < 0 },
    order("le", ["<="], "the value is less or equal", LanguageExample("{{ 1 is le 1 }}", "True")) { $0 <= 0 },
    order("gt", [">", "greaterthan"], "the value is greater", LanguageExample("{{ 1 is gt 2 }}", "False")) { $0 > 0 },
    order("ge", [">="], "the value is greater or equal", LanguageExample("{{ 2 is ge 2 }}", "True")) { $0 >= 0 },
    TestSpec(
      "in", Signature("seq"), "the value is in a list, a map or text",
      [LanguageExample("{{ 1 is in [1, 2] }}", "True")]
    ) { value, arguments throws(ValueError) in
      try value.isIn(arguments[0] ?? .none)
    },
    TestSpec(
      "sameas", Signature("other"), takesUndefined: true, "the values are equal and of the same kind",
      [LanguageExample("{{ false is sameas 0 }}", "False")]
    ) { value, arguments in
      let other = arguments[0] ?? .none
      return value.kindName == other.kindName && Value.areEqual(value, other)
    },
  ]

  private static let texts: [TestSpec] = [
    TestSpec(
      "lower", Signature(), "text has letters, and all of them are lower case",
      [LanguageExample("{{ 'abc' is lower }}", "True")]
    ) { value, _ in
      hasCase(value.text) { $0.properties.isLowercase }
    },
    TestSpec(
      "upper", Signature(), "text has letters, and all of them are upper case",
      [LanguageExample("{{ 'ABC' is upper }}", "True")]
    ) { value, _ in
      hasCase(value.text) { $0.properties.isUppercase }
    },
    TestSpec(
      "escaped", Signature(), takesUndefined: true, "text is safe and will not be escaped",
      [LanguageExample("{{ '<' | escape is escaped }}", "True")]
    ) { value, _ in
      value.isSafe
    },
    TestSpec(
      "filter", Signature(), "there is a filter of this name", [LanguageExample("{{ 'upper' is filter }}", "True")]
    ) { value, arguments in
      value.asString.map { arguments.context.registry.filters[$0] != nil } ?? false
    },
    TestSpec(
      "test", Signature(), "there is a test of this name", [LanguageExample("{{ 'odd' is test }}", "True")]
    ) { value, arguments in
      value.asString.map { arguments.context.registry.tests[$0] != nil } ?? false
    },
  ]

  private static func hasCase(_ text: String, _ isRight: (Unicode.Scalar) -> Bool) -> Bool {
    var found = false
    for scalar in text.unicodeScalars {
      guard scalar.properties.isLowercase || scalar.properties.isUppercase else { continue }
      guard isRight(scalar) else { return false }
      found = true
    }
    return found
  }
}
