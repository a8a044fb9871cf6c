import StructuredData

extension Reader {
  /// What `sitegen links --online --cache` kept: the answer of each address, with the day it was asked.
  static let linkAnswers = Reader(id: "link-answers", kinds: [.imported]) { input, facts in
    guard let data = input.data, data["schema"]?.string == "links/1" else { return [] }
    let nodes = ImportNodes(source: input.source)
    let statements = (data["addresses"]?.elements ?? []).compactMap { entry -> ImportedStatement? in
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
