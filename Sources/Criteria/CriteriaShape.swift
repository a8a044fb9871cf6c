public import Diagnostics
import StructuredData

/// The keys of a criteria file: one table for the reader's errors and for the published JSON Schema.
public enum CriteriaShape {
  static let revision = Shape.object([
    Key("date", .date, "First day it was in force.", required: true),
    Key("label", .text, "The label printed on the form; labels do not identify revisions."),
    Key("note", .text, "What changed, in a phrase."),
  ])

  static let review = Shape.object([
    Key("title", .text, "Its heading.", required: true),
    Key("criteria", some, "Ids of the criteria below it.", required: true),
  ])

  static let requirement = Shape.object([
    Key("from", .date, "First day it is asked for in this way.", required: true),
    Key("is", .choice(RequirementKind.allCases.map(\.rawValue)), "How it is asked for.", required: true),
  ])

  static let check = Shape.object([
    Key("id", .text, "Name of the check, unique within its criterion.", required: true),
    Key("needs", some, "Collections that must have been read for the check to say anything."),
    Key("holds", .text, "Expression that must be true for the check to hold.", required: true),
    Key("fails", .text, "Expression that must be true, on complete data, for the check to fail."),
    Key("cites", .text, "Expression that gives what the result rests on; left out, the rows of `holds`."),
    Key("because", .text, "Expression that says in words what was found."),
    Key("otherwise", .text, "The same where the check does not hold; left out, `because`."),
    Key("unless", .text, "Expression that, where true, leaves to a person what the check shows."),
    Key("decides", .flag, "Whether it decides the criterion; others only collect candidates."),
    Key("shows", .flag, "Whether it is enough to say that it was found; it decides nothing that is asserted."),
  ])

  static let passages = Shape.object([
    Key("kinds", some, "Kinds of document in which such text belongs."),
    Key("names", some, "What such sections and files, and links to them, are called."),
    Key("words", some, "Phrases in such sections."),
    Key("parts", .list(some), "Groups of phrases, each of which one document must treat."),
    Key("unlike", some, "What sections and files are called that are about something else."),
    Key("named", .flag, "Whether only a section or file that is called so treats it."),
  ])

  static let mapping = Shape.object([
    Key("model", .text, "The other model.", required: true),
    Key("id", .text, "The criterion's id there.", required: true),
    Key("confidence", .number(0...3), "0, loosely related, to 3, the same."),
  ])

  static let criterion = Shape.object([
    Key("id", .text, "Its stable name, never used again for another meaning.", required: true),
    Key("section", .text, "Heading of the form it is below.", required: true),
    Key("parent", .text, "Id of the criterion it is nested in."),
    Key("text", .text, "What is asked, in our own words.", required: true),
    Key("match", some, "Phrases by which a line is recognized, any of them."),
    Key("exclude", some, "Phrases that rule a line out."),
    Key("topics", some, "Words by which people mean it in notes and remarks."),
    Key("order", .number(1...Int.max), "Position in the form; left out, that in this file."),
    Key(
      "requirement", .either([.list(requirement), .map(.list(requirement))]),
      "How it is asked for, by level and by date; a plain list in a model without levels.", required: true),
    Key("na", .flag, "Whether “not applicable” is an answer."),
    Key("satisfied_by", some, "Ids of criteria that satisfy this one when they are met."),
    Key("acts", .choice(Actor.allCases.map(\.rawValue)), "Who has to do something."),
    Key("kept", .choice(Keeping.allCases.map(\.rawValue)), "Where its evidence is kept; left out, anywhere."),
    Key("evidence", some, "Kinds of evidence, in words."),
    Key("max_age", .number(1...Int.max), "Days after which a dated figure is too old; left out, the file's."),
    Key("automation", .choice(Automation.allCases.map(\.rawValue)), "How much a program can decide.", required: true),
    Key("checks", .list(check), "Its checks."),
    Key("candidates", .text, "Expression that gives what could serve as evidence."),
    Key("passages", passages, "Where its text is looked for."),
    Key("why", .text, "Why it is asked.", required: true),
    Key("measured", .text, "How it is measured.", required: true),
    Key("fix", .text, "What to do when it is open.", required: true),
    Key("maps", .list(mapping), "The same in other models."),
  ])

  static let file = Shape.object([
    Key("model", .text, "Id of the model.", required: true),
    Key("title", .text, "Its name for people.", required: true),
    Key("titles", .map(.text), "Names of what it asks at a level."),
    Key("foundation", .text, "Who publishes it.", required: true),
    Key("named_by", some, "How documents name the foundation, as phrases."),
    Key("levels", some, "Maturity levels, ascending; left out, the model has none."),
    Key("max_age", .number(1...Int.max), "Days after which a dated figure is too old; left out, 365."),
    Key("revisions", .list(revision), "Days on which the criteria changed.", required: true),
    Key("review", .list(review), "Parts of the form for reviews of governance."),
    Key("template_sentences", some, "Sentences of the form that are no evidence."),
    Key("projects", some, "Names of the foundation's projects."),
    Key("criteria", .list(criterion), "The criteria.", required: true),
  ])

  static let extended = Shape.object([
    Key("extends", .text, "Id of the criteria set whose criteria this file changes or adds to.", required: true),
    Key(
      "criteria", .list(partial), "Criteria: one of the set by its id with what is to change, or a new one in full.",
      required: true),
  ])

  /// A criterion of which all but the id may come from the set.
  private static var partial: Shape {
    guard case .object(let keys) = criterion else { return criterion }
    return .object(keys.map { Key($0.name, $0.shape, $0.summary, required: $0.name == "id") })
  }

  /// The JSON Schema of a criteria file.
  public static var jsonSchema: JSONValue {
    Shape.either([file, extended]).jsonSchema(id: "criteria.schema.json", title: "sitegen criteria file")
  }

  /// A list of texts, or one alone.
  private static let some = Shape.either([.texts, .text])

  private typealias Key = Shape.Key
}
