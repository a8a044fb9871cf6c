public import Diagnostics
public import StructuredData

/// The keys of the workspace file: one table for the reader's errors and for the published JSON Schema.
public enum WorkspaceSchema {
  /// The keys of the file.
  static let root = Shape.object([
    Key("title", .text, "Title of the site."),
    Key("base_url", .address, "Public address of the site; sitemap and feed need it."),
    Key("as_of", .date, "Day of assessment; ages and levels are judged as of it."),
    Key("demonstration", .flag, "Whether pages say that this is a demonstration."),
    Key("communities", .list(community), "Communities; left out, they are found."),
    Key("documents", .list(document), "Exceptions to discovery; the last one that matches a path decides."),
    Key("organizations", .map(.texts), "Other spellings of organizations' names, by the name to show."),
    Key("exclude", .texts, "Patterns of paths that are not read."),
    Key("rules", .list(ruleEntry), "Rules that say nothing, or weigh more or less; the last one that matches decides."),
    Key("waivers", .checkedElsewhere(.list(waiver)), "Dated decisions to accept a gap."),
    Key("reviews", .list(review), "What reviewers looked at, with fingerprints of what they saw."),
    Key("generate", generate, "Documents that `sitegen generate` makes of data and templates."),
    Key("snapshots", .texts, "Patterns of reports saved earlier; left out, `history/*.json`."),
    Key(
      "pages", .texts,
      "Patterns of Markdown files that become pages of the site, in this order; nothing is judged by them."),
    Key("since", .date, "Day of the saved report to compare with; by default the newest one."),
  ])

  /// A waiver; the assessment reads them, since it knows the criteria and the rules.
  public static let waiver = Shape.object([
    Key("community", .text, "Id of the community; left out, all communities."),
    Key("criterion", .text, "Id of the criterion whose gap is accepted: this or `rule`."),
    Key("rule", .text, "Id of the rule whose findings are accepted: this or `criterion`."),
    Key("scope", .text, "Part of a path or of a message, for only some of the findings."),
    Key("reason", .text, "Why the gap is accepted.", required: true),
    Key("owner", .text, "Who works on it."),
    Key("approver", .text, "Who accepted it."),
    Key("created", .date, "First day of the waiver."),
    Key("expires", .date, "Last day of the waiver.", required: true),
  ])

  private static let ruleEntry = Shape.object([
    Key("rule", .text, "Id of the rule, or the area of several: `links`.", required: true),
    Key("paths", .texts, "Patterns of paths it holds for; left out, all."),
    Key(
      "severity", .choice(["none", "note", "warning", "error"]), "How much it weighs; none: not at all.", required: true
    ),
    Key("reason", .text, "Why, for those who read the file."),
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
    Key("date", .date, "The day they are of."),
  ])

  /// The JSON Schema of the workspace file.
  public static var jsonSchema: JSONValue {
    root.jsonSchema(id: "sitegen.schema.json", title: "sitegen workspace file")
  }

  private typealias Key = Shape.Key
}
