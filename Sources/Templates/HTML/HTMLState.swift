/// Where in an HTML document a place of a template is: the states of Go's html/template, which is the oracle.
struct HTMLState: Hashable, Sendable {
  enum Place: Sendable {
    case text
    /// After a `<` or `</` that the template's text ends with: the next character decides whether a tag begins.
    case tagOpen
    /// In a tag, where an attribute may begin.
    case tag
    case attributeName, afterName, beforeValue
    case comment
    /// In `<textarea>` or `<title>`, where entities are read and tags are not.
    case characterData
    case attribute, url, srcset
    case script, scriptDoubleQuoted, scriptSingleQuoted, scriptTemplate, scriptRegexp
    case scriptBlockComment, scriptLineComment
    case style, styleDoubleQuoted, styleSingleQuoted, styleComment
  }

  enum Quote: Sendable { case none, double, single, unquoted }
  enum Element: Sendable { case other, script, style, textarea, title }
  enum Attribute: Sendable { case plain, script, scriptType, style, url, srcset }
  /// What of a URL has gone before; `unknown` after branches that differ.
  enum URLPart: Sendable { case start, beforeQuery, queryOrFragment, unknown }
  /// What a `/` would begin.
  enum Slash: Sendable { case regexp, division, unknown }

  var place = Place.text
  var quote = Quote.none
  var element = Element.other
  var attribute = Attribute.plain
  var urlPart = URLPart.start
  var slash = Slash.regexp

  /// The state in which a value is printed: a value in a tag is a name, one after `=` an unquoted value.
  var nudged: HTMLState {
    var state = self
    switch place {
    case .tag: state.place = .attributeName
    case .beforeValue:
      state.place = Self.start(of: attribute)
      state.quote = .unquoted
      state.attribute = .plain
    case .afterName:
      state.place = .attributeName
      state.attribute = .plain
    default: break
    }
    return state
  }

  static func start(of attribute: Attribute) -> Place {
    switch attribute {
    case .plain, .scriptType: .attribute
    case .script: .script
    case .style: .style
    case .url: .url
    case .srcset: .srcset
    }
  }

  /// The state after two branches; nil if they end in places that differ.
  static func joined(_ a: HTMLState, _ b: HTMLState) -> HTMLState? {
    if a == b { return a }
    var other = a
    other.urlPart = b.urlPart
    if other == b {
      other.urlPart = .unknown
      return other
    }
    other = a
    other.slash = b.slash
    if other == b {
      other.slash = .unknown
      return other
    }
    let (x, y) = (a.nudged, b.nudged)
    return x == a && y == b ? nil : joined(x, y)
  }

  /// The place in the words of a message.
  var words: String {
    switch place {
    case .text: return "text"
    case .tagOpen: return "text after `<`"
    case .tag, .attributeName, .afterName: return "a tag"
    case .beforeValue: return "an attribute without quotes"
    case .comment: return "an HTML comment"
    case .characterData: return element == .title ? "`<title>`" : "`<textarea>`"
    case .attribute, .srcset: return "an attribute"
    case .url: return "an attribute that holds a URL"
    case .script, .scriptRegexp, .scriptTemplate, .scriptDoubleQuoted, .scriptSingleQuoted, .scriptBlockComment,
      .scriptLineComment:
      return quote == .none ? "`<script>`" : "an event handler"
    case .style, .styleDoubleQuoted, .styleSingleQuoted, .styleComment:
      return quote == .none ? "`<style>`" : "a `style` attribute"
    }
  }
}

/// The context of a printed value.
enum HTMLContext: String, Sendable, Hashable, CaseIterable {
  case text
  case characterData = "rcdata"
  case attribute = "attr"
  case unquotedAttribute = "attr-unquoted"
  case name
  case urlStart = "url-start"
  case urlPath = "url-path"
  case urlQuery = "url-query"
  case srcset
  case script
  case scriptString = "script-string"
  case scriptRegexp = "script-regexp"
  case handler
  case style
  case styleAttribute = "style-attr"
  case comment
}

extension HTMLState {
  /// The context of a value printed in this (nudged) state; nil if it cannot be told.
  var context: HTMLContext? {
    switch place {
    case .text, .tagOpen: return .text
    case .characterData: return .characterData
    case .comment, .scriptBlockComment, .scriptLineComment, .styleComment: return .comment
    case .tag, .attributeName, .afterName, .beforeValue: return .name
    case .script: return quote == .none ? .script : .handler
    case .scriptDoubleQuoted, .scriptSingleQuoted, .scriptTemplate: return .scriptString
    case .scriptRegexp: return .scriptRegexp
    case .style: return quote == .none ? .style : .styleAttribute
    case .styleDoubleQuoted, .styleSingleQuoted: return .style
    case .attribute, .srcset, .url: break
    }
    if quote == .unquoted { return .unquotedAttribute }
    if place == .attribute { return .attribute }
    if place == .srcset { return .srcset }
    switch urlPart {
    case .start: return .urlStart
    case .beforeQuery: return .urlPath
    case .queryOrFragment: return .urlQuery
    case .unknown: return nil
    }
  }
}
