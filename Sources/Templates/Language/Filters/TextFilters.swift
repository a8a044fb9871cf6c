internal import Diagnostics

/// Filters on text. What is not text is taken as its text, as in Jinja2; safe text stays safe.
enum TextFilters {
  static let all: [FilterSpec] = [
    FilterSpec(text: "upper", "upper case", [LanguageExample("{{ 'straße' | upper }}", "STRASSE")]) {
      changingCase($0, from: 0x61) ?? $0.uppercased()
    },
    FilterSpec(text: "lower", "lower case", [LanguageExample("{{ 'ÀB' | lower }}", "àb")]) {
      changingCase($0, from: 0x41) ?? $0.lowercased()
    },
    FilterSpec(
      text: "capitalize", "the first character in upper case, the rest in lower case",
      [LanguageExample("{{ 'hello WORLD' | capitalize }}", "Hello world")], capitalized),
    FilterSpec(
      text: "title", "every word begins with an upper-case letter",
      [LanguageExample("{{ \"it's a dog's life\" | title }}", "It's A Dog's Life")], title),
    FilterSpec(
      "trim", Signature("chars?"), "without the white space, or the characters `chars`, at both ends",
      [LanguageExample("[{{ '  a b ' | trim }}] {{ 'xxaxx' | trim('x') }}", "[a b] a")]
    ) { value, arguments throws(ValueError) in
      let set = try arguments.text(0, "chars")?.asString.map { Array($0.unicodeScalars) }
      return value.mapText { text in
        var scalars = Substring(text).unicodeScalars
        func isTrimmed(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? scalar.isWhiteSpace }
        while let first = scalars.first, isTrimmed(first) { scalars.removeFirst() }
        while let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
        return String(scalars)
      }
    },
    FilterSpec(
      "replace", Signature("old", "new", "count?"), "every `old` (at most `count` of them) becomes `new`",
      [LanguageExample("{{ 'aaa' | replace('a', 'b', 2) }}", "bba")], replace),
    FilterSpec(
      "string", Signature(), "the value as text", [LanguageExample("{{ (1 | string) is string }}", "True")]
    ) { value, _ in
      value.asString == nil ? .string(value.text) : value
    },
    FilterSpec(
      "indent", Signature("width?", "first?", "blank?"),
      "lines after the first (all with `first`) begin with `width` (4) spaces; empty ones only with `blank`",
      [
        LanguageExample("{{ 'a\nb' | indent(2) }}", "a\n  b"),
        LanguageExample("{{ 'a\nb\n' | indent(2) }}|{{ 'a\n\n' | indent(2, true, true) }}", "a\n  b\n|  a\n  \n  "),
      ], indent),
    FilterSpec(
      "truncate", Signature("length?", "killwords?", "end?", "leeway?"),
      "text of more than `length` (255) plus `leeway` (5) characters is cut at a word and ends in `end` (`...`)",
      [LanguageExample("{{ 'foo bar baz' | truncate(9, leeway=0) }}", "foo...")], truncate),
    FilterSpec(
      "wordcount", Signature(), "how many words there are", [LanguageExample("{{ 'a-b c' | wordcount }}", "3")]
    ) { value, _ in
      var (count, inside) = (0, false)
      for scalar in value.text.unicodeScalars {
        if scalar.isWordPart, !inside { count += 1 }
        inside = scalar.isWordPart
      }
      return .int(count)
    },
    FilterSpec(
      "wordwrap", Signature("width?", "break_long_words?", "wrapstring?", "break_on_hyphens?"),
      "lines of at most `width` (79) characters, broken at spaces",
      [LanguageExample("{{ 'foo bar baz' | wordwrap(7) }}", "foo bar\nbaz")], WordWrap.apply),
    FilterSpec(
      "format", .variadic, onUndefined: .fails, "Python's `%` formatting with the arguments",
      [LanguageExample("{{ '%s: %05.1f' | format('a', 2.25) }}", "a: 002.2")]
    ) { value, arguments throws(ValueError) in
      guard arguments.names.isEmpty else { throw .type("`format` takes no named arguments") }
      let text = try PrintfFormat.apply(value.text, Array(arguments.positional), escaping: value.isSafe)
      return value.same(text)
    },
    FilterSpec(
      "split", Signature("sep?"), "the parts of text between `sep`, or between white space",
      [LanguageExample("{{ 'a,b' | split(',') | last }}", "b")], split),
    FilterSpec(
      "slug", Signature(), "text for an address: lower-case letters and digits with `-` between them",
      [LanguageExample("{{ 'SIG  Docs & UI' | slug }}", "sig-docs-ui")]
    ) { value, _ in
      .string(slug(value.text))
    },
  ]

  /// ASCII text with the 26 letters from `first` on in the other case; nil for other text.
  private static func changingCase(_ text: String, from first: UInt8) -> String? {
    text.withBytes { bytes in
      for byte in bytes where byte >= 0x80 { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { out in
        for (index, byte) in bytes.enumerated() {
          out.initializeElement(at: index, to: byte &- first < 26 ? byte ^ 0x20 : byte)
        }
        return bytes.count
      }
    }
  }

  @Sendable private static func capitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping
      + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())).lowercased()
  }

  /// Jinja2 begins a word after white space and after `- ( { [ <`.
  @Sendable private static func title(_ text: String) -> String {
    var result = ""
    var word = String.UnicodeScalarView()
    func isBreak(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isWhiteSpace || "-({[<".unicodeScalars.contains(scalar)
    }
    for scalar in text.unicodeScalars {
      if isBreak(scalar) {
        result += upperFirst(word) + String(scalar)
        word = .init()
      } else {
        word.append(scalar)
      }
    }
    return result + upperFirst(word)
  }

  private static func upperFirst(_ word: String.UnicodeScalarView) -> String {
    guard let first = word.first else { return "" }
    return String(first).uppercased() + String(String.UnicodeScalarView(word.dropFirst())).lowercased()
  }

  private static let replace: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let limit = arguments[2] == nil ? -1 : try arguments.integer(2, "count", default: -1)
    let (old, new) = (arguments[0] ?? .none, arguments[1] ?? .none)
    let escapes = value.isSafe || arguments.context.escapes && (old.isSafe || new.isSafe)
    guard escapes else {
      return .string(try replaced(value.text, old.text, new.text, limit))
    }
    let subject = value.isSafe ? value.text : escaped(value.text)
    let substitute = new.isSafe ? new.text : escaped(new.text)
    let pattern = old.isSafe || value.isSafe ? old.text : escaped(old.text)
    return .safe(try replaced(subject, pattern, substitute, limit))
  }

  private static func replaced(
    _ text: String, _ old: String, _ new: String, _ limit: Int
  ) throws(ValueError) -> String {
    if old.isEmpty { return try spread(text, new, limit) }
    let pieces = text.withBytes { t in
      old.withBytes { o in
        var (starts, at) = ([Int](), 0)
        while limit < 0 || starts.count < limit, let next = t.firstPlace(of: o, from: at) {
          starts.append(next)
          at = next + o.count
        }
        return starts
      }
    }
    let grown = max(0, new.utf8.count - old.utf8.count)
    guard grown == 0 || pieces.count <= Arithmetic.mostText / grown else { throw .limit("a text of more than 64 MiB") }
    var out: [UInt8] = []
    let (bytes, count) = (Array(text.utf8), old.utf8.count)
    var last = 0
    for start in pieces {
      out += bytes[last..<start]
      out += new.utf8
      last = start + count
    }
    out += bytes[last...]
    return String(decoding: out, as: UTF8.self)
  }

  /// What Python makes of replacing nothing: `new` before every character and at the end.
  private static func spread(_ text: String, _ new: String, _ limit: Int) throws(ValueError) -> String {
    let scalars = text.unicodeScalars
    guard new.isEmpty || scalars.count < Arithmetic.mostText / new.utf8.count else {
      throw .limit("a text of more than 64 MiB")
    }
    var (result, left) = ("", limit < 0 ? Int.max : limit)
    for scalar in scalars {
      if left > 0 { result += new }
      left -= left > 0 ? 1 : 0
      result.unicodeScalars.append(scalar)
    }
    return left > 0 ? result + new : result
  }

  private static let indent: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let padding: String
    if let text = arguments[0]?.asString {
      padding = text
    } else {
      let width = try arguments.integer(0, "width", default: 4)
      guard width <= 1000 else { throw .limit("an indentation of more than 1000") }
      padding = String(repeating: " ", count: max(0, width))
    }
    // As Jinja2 does, so that a line end at the end stays.
    let lines = (try CallArguments.requireText(value, "indent") + "\n").lines
    guard padding.isEmpty || lines.count <= Arithmetic.mostText / padding.utf8.count else {
      throw .limit("a text of more than 64 MiB")
    }
    var result = arguments.flag(1) ? padding : ""
    for (index, line) in lines.enumerated() {
      if index > 0 {
        result += "\n"
        if !line.isEmpty || arguments.flag(2) { result += padding }
      }
      result += line
    }
    return value.same(result)
  }

  private static let truncate: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let length = try arguments.integer(0, "length", default: 255)
    let end = try arguments.text(2, "end")?.text ?? "..."
    let leeway = try arguments.integer(3, "leeway", default: 5)
    let whole = try CallArguments.requireText(value, "truncate")
    let tail = end.unicodeScalars.count
    guard length >= tail else { throw ValueError("`length` must be at least \(tail), the length of `end`") }
    guard leeway >= 0 else { throw ValueError("`leeway` must not be negative") }
    // A text has no more scalars than bytes.
    if whole.utf8.count <= length { return value }
    let text = whole.unicodeScalars
    guard leeway < whole.utf8.count,
      let last = text.index(text.startIndex, offsetBy: length + leeway, limitedBy: text.endIndex), last < text.endIndex
    else { return value }
    var kept = text[..<text.index(text.startIndex, offsetBy: length - tail)]
    if !arguments.flag(1), let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    return value.same(String(kept) + end)
  }

  private static let split: FilterSpec.Apply = { value, arguments throws(ValueError) in
    let text = value.text
    guard let separator = try arguments.text(0, "sep")?.asString else {
      return .list(text.unicodeScalars.split(whereSeparator: \.isWhiteSpace).map { value.same(String($0)) })
    }
    guard !separator.isEmpty else { throw ValueError("the separator of `split` must not be empty") }
    var parts: [Value] = []
    text.withBytes { t in
      separator.withBytes { s in
        var at = 0
        while let next = t.firstPlace(of: s, from: at) {
          parts.append(value.same(String(decoding: t[at..<next], as: UTF8.self)))
          at = next + s.count
        }
        parts.append(value.same(String(decoding: t[at...], as: UTF8.self)))
      }
    }
    return .list(parts)
  }

  static func slug(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var gap = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if gap, !result.isEmpty { result.append("-") }
        gap = false
        result.append(scalar)
      } else {
        gap = true
      }
    }
    return String(result)
  }
}

extension Value {
  /// The value's text after `change`, as safe as it was.
  func mapText(_ change: (String) -> String) -> Value { same(change(text)) }
}

extension Unicode.Scalar {
  /// White space in Python's sense.
  var isWhiteSpace: Bool {
    value < 0x80 ? value == 0x20 || 0x09...0x0D ~= value || 0x1C...0x1F ~= value : properties.isWhitespace
  }
  /// `\w` of a regular expression: a letter, a digit or `_`.
  var isWordPart: Bool {
    if value < 0x80 { return UInt8(value).isNamePart }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}

extension String {
  /// The lines, ended by LF, CRLF or CR, as Python's `splitlines`: a newline at the end opens no line.
  var lines: [String] {
    var result: [String] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where afterReturn: afterReturn = false
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}":
        result.append(String(line))
        line = .init()
        afterReturn = scalar == "\r"
      default:
        line.append(scalar)
        afterReturn = false
      }
    }
    if !line.isEmpty { result.append(String(line)) }
    return result
  }
}
