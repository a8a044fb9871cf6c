/// Follows text through JavaScript and CSS, as far as it must be known whether a place is code, a string or a comment.
enum ScriptScanner {
  static func advance(_ state: inout HTMLState, _ text: ArraySlice<UInt8>) {
    var at = text.startIndex
    while at < text.endIndex {
      switch state.place {
      case .script: script(&state, text, &at)
      case .scriptDoubleQuoted: string(&state, text, &at, 0x22, .script)
      case .scriptSingleQuoted: string(&state, text, &at, 0x27, .script)
      case .scriptTemplate: string(&state, text, &at, 0x60, .script)
      case .scriptRegexp: regexp(&state, text, &at)
      case .scriptBlockComment: comment(&state, text, &at, .script)
      case .scriptLineComment:
        if text[at] == 0x0A || text[at] == 0x0D { state.place = .script }
        at += 1
      case .style: style(&state, text, &at)
      case .styleDoubleQuoted: string(&state, text, &at, 0x22, .style)
      case .styleSingleQuoted: string(&state, text, &at, 0x27, .style)
      case .styleComment: comment(&state, text, &at, .style)
      default: return
      }
    }
  }

  private static func script(_ state: inout HTMLState, _ text: ArraySlice<UInt8>, _ at: inout Int) {
    let start = at
    while at < text.endIndex, ![0x22, 0x27, 0x60, 0x2F].contains(text[at]) { at += 1 }
    state.slash = slash(after: text[start..<at], state.slash)
    guard at < text.endIndex else { return }
    let next = at + 1 < text.endIndex ? text[at + 1] : 0
    switch text[at] {
    case 0x22: state.place = .scriptDoubleQuoted
    case 0x27: state.place = .scriptSingleQuoted
    case 0x60: state.place = .scriptTemplate
    case _ where next == 0x2F:
      state.place = .scriptLineComment
      at += 1
    case _ where next == 0x2A:
      state.place = .scriptBlockComment
      at += 1
    default:
      if state.slash == .regexp { state.place = .scriptRegexp } else { state.slash = .regexp }
    }
    if state.place != .script, state.place != .scriptLineComment, state.place != .scriptBlockComment {
      state.slash = .regexp
    }
    at += 1
  }

  private static let wordsBeforeRegexp: Set<String> = [
    "break", "case", "continue", "delete", "do", "else", "finally", "in", "instanceof", "return", "throw", "try",
    "typeof", "void",
  ]

  /// What a `/` after `code` would begin.
  private static func slash(after code: ArraySlice<UInt8>, _ before: HTMLState.Slash) -> HTMLState.Slash {
    var code = code
    while let last = code.last, last.isSpace { code.removeLast() }
    guard let last = code.last else { return before }
    switch last {
    case 0x2B, 0x2D:
      // `x++ /` divides, `x + /` begins a regular expression.
      let run = code.reversed().prefix { $0 == last }.count
      return run % 2 == 1 ? .regexp : .division
    case 0x2E:
      return code.count > 1 && code[code.endIndex - 2].isASCIIDigit ? .division : .regexp
    case 0x2C, 0x3C, 0x3E, 0x3D, 0x2A, 0x25, 0x26, 0x7C, 0x5E, 0x3F, 0x21, 0x7E, 0x28, 0x5B, 0x3A, 0x3B, 0x7B, 0x7D:
      return .regexp
    default:
      let word = Array(code.reversed().prefix { $0.isNamePart || $0 == 0x24 }.reversed())
      return wordsBeforeRegexp.contains(String(decoding: word, as: UTF8.self)) ? .regexp : .division
    }
  }

  private static func string(
    _ state: inout HTMLState, _ text: ArraySlice<UInt8>, _ at: inout Int, _ quote: UInt8, _ outside: HTMLState.Place
  ) {
    while at < text.endIndex {
      let byte = text[at]
      at += byte == 0x5C ? 2 : 1
      if byte == quote {
        state.place = outside
        if outside == .script { state.slash = .division }
        return
      }
    }
    at = min(at, text.endIndex)
  }

  private static func regexp(_ state: inout HTMLState, _ text: ArraySlice<UInt8>, _ at: inout Int) {
    var inSet = false
    while at < text.endIndex {
      let byte = text[at]
      at += byte == 0x5C ? 2 : 1
      switch byte {
      case 0x5B: inSet = true
      case 0x5D: inSet = false
      case 0x2F where !inSet:
        state.place = .script
        state.slash = .division
        return
      default: break
      }
    }
    at = min(at, text.endIndex)
  }

  private static func comment(
    _ state: inout HTMLState, _ text: ArraySlice<UInt8>, _ at: inout Int, _ outside: HTMLState.Place
  ) {
    while at < text.endIndex {
      if text[at] == 0x2A, at + 1 < text.endIndex, text[at + 1] == 0x2F {
        at += 2
        state.place = outside
        return
      }
      at += 1
    }
  }

  private static func style(_ state: inout HTMLState, _ text: ArraySlice<UInt8>, _ at: inout Int) {
    while at < text.endIndex {
      let byte = text[at]
      at += byte == 0x5C ? 2 : 1
      switch byte {
      case 0x22: state.place = .styleDoubleQuoted
      case 0x27: state.place = .styleSingleQuoted
      case 0x2F where at < text.endIndex && text[at] == 0x2A:
        state.place = .styleComment
        at += 1
      default: continue
      }
      return
    }
    at = min(at, text.endIndex)
  }
}
