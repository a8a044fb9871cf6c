/// The form a file is written in, as far as its name tells.
enum FileFormat: Sendable, Hashable {
  case markdown, text, html, yaml, json, csv
  /// A markup that no reader understands.
  case foreign(String)

  private static let extensions: [String: FileFormat] = [
    "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mkd": .markdown, "mdx": .markdown,
    "txt": .text, "text": .text, "eml": .text, "mbox": .text,
    "html": .html, "htm": .html, "xhtml": .html,
    "yaml": .yaml, "yml": .yaml, "json": .json, "csv": .csv,
    "adoc": .foreign("AsciiDoc"), "asciidoc": .foreign("AsciiDoc"), "rst": .foreign("reStructuredText"),
    "org": .foreign("Org mode"), "textile": .foreign("Textile"), "pdf": .foreign("PDF"),
    "docx": .foreign("a word processor's format"), "odt": .foreign("a word processor's format"),
  ]

  /// Files without extension that communities write, lower case, `_` for `-`.
  private static let plainNames: Set<String> = [
    "adopters", "alumni", "code_of_conduct", "codeowners", "committers", "contributing", "copying", "emeritus",
    "governance", "licence", "license", "maintainers", "owners", "owners_aliases", "readme", "releases", "reviewers",
    "roadmap", "security", "security_contacts", "users",
  ]

  /// Text files that programs read.
  private static let machineNames: Set<String> = [
    "cmakelists.txt", "go.sum.txt", "humans.txt", "requirements.txt", "robots.txt", "package.json",
    "package_lock.json", "tsconfig.json",
  ]

  /// The format of a file; nil when files of this name are not looked at.
  init?(name: String) {
    let bytes = name.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    let name = String(decoding: bytes, as: UTF8.self)
    guard !Self.machineNames.contains(name) else { return nil }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      guard Self.plainNames.contains(name) else { return nil }
      self = .text
      return
    }
    guard let format = Self.extensions[String(name[name.index(after: dot)...])] else { return nil }
    self = format
  }
}
