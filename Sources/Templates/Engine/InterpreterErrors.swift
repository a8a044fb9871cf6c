internal import Diagnostics

extension Interpreter {
  /// The error with its place and the way it was reached.
  mutating func located(_ error: ValueError, _ pc: Int) -> TemplateError {
    var result: TemplateError
    if let foreign = foreignError {
      result = foreign
      result.stack = steps(from: pc)
    } else {
      result = own(error, pc)
      result.stack = Array(steps(from: pc).dropFirst())
    }
    result.page = page
    return result
  }

  /// What was probably not meant, though it is no error.
  func warnings() -> [Diagnostic] {
    nonePrinted.map { pc in
      Diagnostic(
        "template/none-printed", .warning, at: location(pc),
        "`\(source(pc, program.spans[pc]))` is none: `None` is printed",
        help: "write `| default(\"\", true)` for an empty text", kind: .configuration)
    }
  }

  private func location(_ pc: Int, _ span: Span? = nil) -> Location {
    guard let unit = program.unit(at: pc) else { return Location(path: "", line: 0) }
    let template = program.templates[program.units[unit].template]
    let span = span ?? program.spans[pc]
    return SourceText(path: template.displayPath, bytes: template.bytes).location(span.start..<span.end)
  }

  private func source(_ pc: Int, _ span: Span) -> String {
    guard let unit = program.unit(at: pc) else { return "" }
    let bytes = program.templates[program.units[unit].template].bytes
    return String(decoding: bytes[min(span.start, bytes.count)..<min(span.end, bytes.count)], as: UTF8.self)
  }

  private func own(_ error: ValueError, _ pc: Int) -> TemplateError {
    if error.kind == .undefined, let culprit { return undefinedError(culprit, error, pc) }
    var span = program.spans[pc]
    // The divisor is what is wrong in a division by zero; its code ends right before.
    if code[pc].operation == .arithmetic, error.kind == .runtime, pc > 0 { span = program.spans[pc - 1] }
    return TemplateError(error.kind, at: location(pc, span), error.message, help: error.help.map { [$0] } ?? [])
  }

  private func undefinedError(_ value: Value, _ error: ValueError, _ pc: Int) -> TemplateError {
    guard case .missing(let missing) = value, missing.origin >= 0, missing.origin < program.spans.count else {
      var help: [String] = []
      if case .missing(let missing) = value, missing.origin == Undefined.argument {
        help = ["an argument of the macro that was not given"]
      }
      let text = source(pc, program.spans[pc])
      return TemplateError(.undefined, at: location(pc), "`\(text)` is undefined", help: help)
    }
    let origin = program.spans[missing.origin]
    let text = source(missing.origin, origin)
    let isHere = program.unit(at: missing.origin) == program.unit(at: pc)
    var span = program.spans[pc]
    var notes: [Diagnostic.Note] = []
    let name = String(text.split(separator: ".").last ?? "")
    if isHere, span.contains(origin) || code[pc].operation == .filter || code[pc].operation == .arithmetic {
      span = origin
      if text.contains("."), name.utf8.allSatisfy(\.isNamePart) { span.start = span.end - name.utf8.count }
    } else {
      notes.append(.init("it was found missing here", at: location(missing.origin)))
    }
    var result = TemplateError(.undefined, at: location(pc, span), "`\(text)` is undefined", notes: notes)
    // Another error in a call is about an argument.
    if error != .undefined {
      if let help = Registry.help(forMethod: name), text.contains(".") {
        result.message = "maps and other values have no methods here: `\(name)`"
        result.help = help
        return result
      }
      result.help = near(name, callableNames())
      if !text.contains(".") {
        result.kind = .unknownFunction
        result.message = "there is no function or macro `\(text)`"
      }
      return result
    }
    if let shape = missing.shape {
      let keys = shape.keys.map(\.text)
      result.label = keys.isEmpty ? "this map is empty" : "this map has: \(keys.prefix(12).joined(separator: ", "))"
      if keys.count > 12 { result.label? += ", …" }
      result.help += near(name, keys)
    } else if !text.contains(".") {
      result.help += near(text, visibleNames())
    }
    if !text.contains("\n") { result.help.append("for an optional value write `{{ \(text) | default(\"\") }}`") }
    return result
  }

  /// Names which could have been meant.
  private func visibleNames() -> [String] {
    var result = context.shape.keys.map(\.text)
    for scope in scopes { result += scope.variables.map { names[$0.name].text } }
    for scopeNames in program.visible { result += scopeNames.map { names[$0.name].text } }
    return result + program.functions.map(\.name)
  }

  private func callableNames() -> [String] {
    program.functions.map(\.name) + scopes.flatMap { $0.variables.map { names[$0.name].text } }
  }

  /// The places from the innermost one out; `pc` is that of the innermost frame.
  private func steps(from pc: Int) -> [TemplateError.Frame] {
    var result: [TemplateError.Frame] = []
    var kind = TemplateError.Frame.Kind.included
    var name: String?
    for (index, frame) in frames.enumerated().reversed() {
      let at = index == frames.count - 1 ? pc : frame.pc - 1
      let unit = program.units[frame.unit]
      let skips =
        index < frames.count - 1 && kind == .extends
        && program.units[frames[index + 1].unit].template == unit.template
      if !skips { result.append(.init(kind: kind, location: location(max(at, 0)), name: name)) }
      switch unit.kind {
      case .root:
        (kind, name) = (.included, nil)
        if case .module = frame.exit { kind = .imported }
      case .block: (kind, name) = (.extends, "block `\(unit.name)`")
      case .macro: (kind, name) = (.called, "macro `\(unit.name)`")
      case .caller: (kind, name) = (.called, "call block")
      case .recursiveLoop: (kind, name) = (.called, "recursive loop")
      }
    }
    return result
  }
}
