import Diagnostics
import StructuredData

extension Community {
  /// What is to do and was done by its notes, mails and minutes, the newest first, each once however many of them say it.
  ///
  /// What was open at an older meeting and is not carried on is not known to be open: of the minutes of one series that
  /// have a file each, the newest speak.
  public var actions: [Action] {
    let told = ownDocuments.enumerated().filter { !$0.element.facts.actions.isEmpty }
    var newest: [String: CalendarDate] = [:]
    for document in ownDocuments where document.kind == .meetings {
      guard let date = document.date else { continue }
      let series = document.series
      newest[series] = newest[series].map { max($0, date) } ?? date
    }
    func day(_ document: SourceDocument) -> Int { document.date?.daysSinceEpoch ?? .min }
    let dated = told.sorted { (day($1.element), $0.offset) < (day($0.element), $1.offset) }
    var known: Set<String> = []
    return dated.map(\.element).flatMap { document -> [Action] in
      let date = document.kind == .meetings ? document.date : nil
      let isOlder = date.map { $0 < newest[document.series] ?? $0 } ?? false
      return document.facts.actions.filter { action in
        known.insert(action.text.lowercaseWords.joined(separator: " ")).inserted && !(isOlder && action.state == .open)
      }
    }
  }
}

extension SourceDocument {
  /// What the minutes of one series share: their folder, without the years and days that it is sorted by.
  fileprivate var series: String {
    path.pathNames.dropLast().filter { !$0.contains(where: \.isNumber) }.joined(separator: "/")
  }
}
