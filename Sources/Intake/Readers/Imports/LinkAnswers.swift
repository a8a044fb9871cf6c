import StructuredData

extension ImportedFile {
  /// The schema of the files in which `sitegen links --online --cache` keeps answers.
  public static let linksSchema = "links/1"
}

extension Reader {
  /// What `sitegen links --online --cache` kept: the answer of each address, with the day it was asked.
  static let linkAnswers = Reader(id: "link-answers", kinds: [.imported]) { input, facts in
    guard let data = input.data, data["schema"]?.string == ImportedFile.linksSchema else { return [] }
    let nodes = ImportNodes(source: input.source)
    let statements = data["addresses"].elements.compactMap { entry -> ImportedStatement? in
      guard let address = entry["address"], let outcome = nodes.text(entry["outcome"]),
        var found = nodes.statement(.link, address, detail: nodes.text(address), date: nodes.date(entry["date"]))
      else { return nil }
      found.value = outcome
      return found
    }
    facts.imported = ImportedFile(form: .links, date: statements.compactMap(\.date).max(), statements: statements)
    return []
  }
}
