public import Criteria
public import Diagnostics
import StructuredData

extension WorkspaceConfiguration {
  /// The documents that are generated inside the source, by `generate:` of the workspace file.
  public struct GenerateEntry: Sendable, Hashable {
    /// A file, or one for each item of a list.
    public struct File: Sendable, Hashable {
      /// Name of the template.
      public var template: String
      /// Path of the file: a template, too, that sees the item.
      public var output: String
      /// Expression that gives a list; nil for a single file.
      public var each: LocatedText?
      /// The name by which templates see the item.
      public var itemName: String
      /// Marks of the text that people write inside the generated file.
      public var keep: Marks?
      /// Marks of the text that is generated inside a file that people write.
      public var between: Marks?
      /// Its entry.
      public var location: Location
    }

    /// A file of data.
    public struct Data: Sendable, Hashable {
      /// The name that templates see.
      public var name: String
      /// Its path.
      public var path: LocatedText
    }

    /// Two lines are told by what they hold.
    public struct Marks: Sendable, Hashable {
      /// The line before the first one that is meant.
      public var begin: String
      /// The line behind the last one.
      public var end: String
    }

    /// Folder of the templates.
    public var templates: LocatedText
    /// Files of data, in the order of the file.
    public var data: [Data]
    /// What is generated.
    public var files: [File]

    init?(_ node: Node, _ source: SourceText) {
      func text(_ node: Node?) -> LocatedText? {
        node.flatMap { node in node.string.map { LocatedText($0, at: node.location(in: source)) } }
      }
      guard let templates = text(node["templates"]) else { return nil }
      self.templates = templates
      let entries = node["data"].entries.compactMap { entry in
        entry.key.string.flatMap { name in text(entry.value).map { Data(name: name, path: $0) } }
      }
      data = entries
      files = node["files"].elements.compactMap { file in
        guard let template = file["template"]?.string, let output = file["output"]?.string else { return nil }
        func marks(_ key: String) -> Marks? {
          let words = file[key].strings
          return words.count == 2 ? Marks(begin: words[0], end: words[1]) : nil
        }
        return File(
          template: template, output: output, each: text(file["each"]), itemName: file["as"]?.string ?? "item",
          keep: marks("keep"), between: marks("between"), location: file.location(in: source))
      }
    }
  }
}

extension WorkspaceSchema {
  /// What `generate:` may hold.
  static let generate = Shape.object([
    .init("templates", .path, "Folder of the templates, relative to this file.", required: true),
    .init("data", .map(.path), "YAML, JSON, TOML and CSV files, by the name that templates see."),
    .init(
      "files",
      .list(
        .object([
          .init("template", .path, "Name of the template in the folder.", required: true),
          .init("output", .text, "Path of the file; `{{ item.dir }}/README.md` for one of several.", required: true),
          .init("each", .text, "Expression that gives a list: one file for each of its items."),
          .init("as", .text, "The name by which templates see the item; left out, `item`."),
          .init("keep", .texts, "Two marks: what people wrote between them is `kept` in the template."),
          .init(
            "between", .texts, "Two marks in a file that people write: only what is between them is generated."),
        ])), "Files, each by a template.", required: true),
  ])
}
