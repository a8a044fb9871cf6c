/// What happens when a value is used that is not there.
public enum UndefinedBehavior: String, Sendable, Hashable, CaseIterable {
  /// Printing one is an error; asking whether it is there (`if`, `not`, `and`, `or`) is not.
  case semiStrict = "semi-strict"
  /// Every use but `is defined` and `default` is an error.
  case strict
  /// It prints nothing, as in Jinja2's default.
  case lenient
}

/// When text is escaped for HTML.
public enum Autoescape: String, Sendable, Hashable, CaseIterable {
  /// In templates whose name ends in `.html`, `.htm`, `.xml` or `.svg`.
  case byFileName = "by-file-name"
  /// Always.
  case html
  /// Never.
  case none

  /// Whether the template `name` is escaped.
  func applies(to name: String) -> Bool {
    switch self {
    case .html: true
    case .none: false
    case .byFileName: [".html", ".htm", ".xml", ".svg"].contains { name.hasSuffix($0) }
    }
  }
}

/// What a template may use up; every limit gives an error of the kind `limit`, never a crash.
public struct TemplateLimits: Sendable, Hashable {
  /// Bytes of one page.
  public var outputBytes = 64 << 20
  /// Includes, macros, blocks and recursive loops inside of each other.
  public var depth = 100
  /// Steps of one render: turns of loops, calls, and the work of filters. Reached only by templates that run away.
  public var steps = 100_000_000

  public init() {}
}

/// How templates are read and rendered.
public struct TemplateOptions: Sendable, Hashable {
  /// What happens when a value is used that is not there.
  public var undefined: UndefinedBehavior
  /// When text is escaped for HTML.
  var autoescape: Autoescape
  /// Whether the first newline after a tag is dropped.
  public var trimBlocks: Bool
  /// Whether white space before a tag at the start of a line is dropped.
  public var lstripBlocks: Bool
  /// Whether the newline at the end of a template file is kept.
  public var keepTrailingNewline: Bool
  /// Whether templates of HTML are checked for values in unsafe places.
  public var checkHTMLContexts: Bool
  /// Whether it is looked for what only all templates together tell: names that nobody defines, templates without end.
  public var checksLibrary = true
  /// What a template may use up.
  public var limits: TemplateLimits

  /// The options of a site, as Jinja2's but with semi-strict undefined.
  public init(
    undefined: UndefinedBehavior = .semiStrict, autoescape: Autoescape = .byFileName, trimBlocks: Bool = false,
    lstripBlocks: Bool = false, keepTrailingNewline: Bool = false, checkHTMLContexts: Bool = true,
    limits: TemplateLimits = .init()
  ) {
    self.undefined = undefined
    self.autoescape = autoescape
    self.trimBlocks = trimBlocks
    self.lstripBlocks = lstripBlocks
    self.keepTrailingNewline = keepTrailingNewline
    self.checkHTMLContexts = checkHTMLContexts
    self.limits = limits
  }
}
