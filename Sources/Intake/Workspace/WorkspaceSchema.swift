public import Diagnostics

/// The keys of the workspace file: one table for the reader's errors and for the published JSON Schema.
public enum WorkspaceSchema {
  /// The keys of the file.
  static let root = Shape.object([
    Key("title", .text, "Title of the site."),
    Key("base_url", .text, "Public address of the site; sitemap and feed need it."),
    Key("as_of", .date, "Day of assessment; ages and levels are judged as of it."),
    Key("demonstration", .flag, "Whether pages say that this is a demonstration."),
    Key("communities", .list(community), "Communities; left out, they are found."),
    Key("documents", .list(document), "Exceptions to discovery; the last one that matches a path decides."),
    Key("organizations", .map(.texts), "Other spellings of organizations' names, by the name to show."),
    Key("exclude", .texts, "Patterns of paths that are not read."),
    Key("waivers", .list(.any), "Dated decisions to accept a gap."),
    Key("reviews", .list(review), "What reviewers looked at, with fingerprints of what they saw."),
    Key("snapshots", .texts, "Patterns of reports saved earlier; left out, `history/*.json`."),
    Key("since", .date, "Day of the saved report that changes are told against; left out, the newest one."),
  ])

  private static let review = Shape.object([
    Key("criterion", .text, "Id of the criterion that was reviewed.", required: true),
    Key("community", .text, "Id of the community; needed where there are several."),
    Key("reviewer", .text, "Who reviewed it.", required: true),
    Key("date", .date, "The day of the review.", required: true),
    Key("note", .text, "What the reviewer has to say."),
    Key("claim", .text, "Fingerprint of the claim; left out where the documents made none."),
    Key(
      "evidence", .map(.texts), "Fingerprints of the evidence, by path: `sitegen explain CRITERION` prints them.",
      required: true),
  ])

  private static let community = Shape.object([
    Key("id", .identifier, "Folder of the community in the site: lower-case letters, digits, hyphens.", required: true),
    Key("name", .text, "Name for people."),
    Key("foundation", .text, "Foundation it belongs to."),
    Key("summary", .text, "One sentence about it."),
    Key("models", .texts, "Ids of the criteria sets it is judged by."),
    Key("holds", .text, "Maturity level it holds."),
    Key("applies_for", .text, "Maturity level it applies for."),
    Key("repositories", .list(repository), "Its repositories; left out, they are found."),
  ])

  private static let repository = Shape.object([
    Key(
      "path", .path, "Folder relative to this file; one that is absent makes what it would answer unknown.",
      required: true),
    Key("url", .text, "Public address."),
    Key("branch", .text, "Branch that was read."),
    Key("commit", .text, "Commit that was read."),
    Key("excerpt", .flag, "Whether only a part of its files is here, so that absence means nothing."),
  ])

  private static let document = Shape.object([
    Key("path", .text, "Pattern of paths: `*` stops at `/`, `**` does not.", required: true),
    Key("kind", .choice(DocumentKind.allCases.map(\.rawValue)), "What the documents are."),
    Key("subject", .text, "The project they are about."),
    Key("level", .text, "The maturity level they apply for."),
    Key("date", .date, "The day they speak for."),
  ])

  /// The JSON Schema (draft 2020-12) of the workspace file, for editors.
  public static var jsonSchema: JSONValue {
    var schema: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "sitegen workspace file",
    ]
    if case .object(let members) = root.jsonSchema {
      for member in members { schema.add(member.name, member.value) }
    }
    return schema
  }

  /// One key of a mapping.
  struct Key: Sendable {
    let name: String
    let shape: Shape
    let summary: String
    let isRequired: Bool

    init(_ name: String, _ shape: Shape, _ summary: String, required: Bool = false) {
      self.name = name
      self.shape = shape
      self.summary = summary
      isRequired = required
    }
  }

  /// What a value must be.
  indirect enum Shape: Sendable {
    case text, date, flag
    /// A folder-safe name.
    case identifier
    /// A path that stays inside the source folder.
    case path
    /// One of some words.
    case choice([String])
    case list(Shape)
    /// Names of the file's own choice.
    case map(Shape)
    case object([Key])
    /// Read by somebody else.
    case any

    static var texts: Shape { .list(.text) }
  }
}

extension WorkspaceSchema.Shape {
  /// The shape as JSON Schema.
  var jsonSchema: JSONValue {
    switch self {
    case .text, .path: return ["type": "string"]
    case .identifier: return ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"]
    case .date: return ["type": "string", "format": "date"]
    case .flag: return ["type": "boolean"]
    case .choice(let words): return ["enum": JSONValue(words)]
    case .list(let shape): return ["type": "array", "items": shape.jsonSchema]
    case .map(let shape): return ["type": "object", "additionalProperties": shape.jsonSchema]
    case .any: return [:]
    case .object(let keys):
      let properties = keys.map { key in
        var schema: JSONValue = ["description": .string(key.summary)]
        if case .object(let members) = key.shape.jsonSchema {
          for member in members { schema.add(member.name, member.value) }
        }
        return JSONValue.Member(key.name, schema)
      }
      var schema: JSONValue = [
        "type": "object", "properties": .object(properties), "additionalProperties": false,
      ]
      schema.add("required", list: keys.filter(\.isRequired).map { .string($0.name) })
      return schema
    }
  }
}
