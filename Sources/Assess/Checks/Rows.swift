import Diagnostics
import Intake
import Words

/// Words for rows of tables and lists.
enum Rows {
  /// `MAINTAINERS.md:7–13` for rows of one file; the first row's place when they are in several.
  static func span(_ locations: [Location]) -> String {
    guard let first = locations.first else { return "" }
    let lines = locations.filter { $0.path == first.path }.map(\.line)
    let (low, high) = (lines.min() ?? first.line, lines.max() ?? first.line)
    return low == high ? "\(first.path):\(low)" : "\(first.path):\(low)–\(high)"
  }

  /// A part of a whole in percent, rounded alike everywhere.
  static func percent(_ part: Int, of whole: Int) -> Int { (part * 100 + whole / 2) / max(whole, 1) }

  /// `8 were listed`.
  static func listed(_ number: Int) -> String { number == 1 ? "1 was listed" : "\(number) were listed" }

  /// `its sub-item is`, `2 of 5 sub-items are`.
  static func boxes(_ number: Int, of all: Int) -> String {
    all == 1 ? "its sub-item is" : "\(number) of \(all) sub-items \(number == 1 ? "is" : "are")"
  }

  /// `8 maintainers`, `10–20 contributors`, `over 60 contributors`.
  static func words(_ claim: Claim) -> String {
    claim.value == nil ? claim.kind : "\(claim.number) \(claim.kind.replacing("-", with: " "))"
  }

  /// `A, B and C`; more than `most` are cut.
  static func list(_ names: [String], most: Int = 8) -> String {
    let shown = names.count > most ? Array(names.prefix(most)) : names
    if names.count > most { return shown.joined(separator: ", ") + " and \(names.count - most) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Claim {
  /// Its number as texts give it: `8`, `10–20`, `over 60`; empty without one.
  var number: String {
    let value = value.map { "\($0)" } ?? ""
    return switch qualifier {
    case .exact: value
    case .range: upperValue.map { "\(value)–\($0)" } ?? value
    case .moreThan: "over \(value)"
    case .atLeast: "at least \(value)"
    case .atMost: "at most \(value)"
    case .about: "about \(value)"
    }
  }
}

/// Whether a file is kept as an earlier version: below a folder whose name begins with `_` or says so.
func isArchived(_ path: String) -> Bool {
  path.pathNames.dropLast().contains { part in
    part.hasPrefix("_") || Lexicon.findings.isArchive(part)
  }
}

extension CommunityData {
  /// Whether all repositories of the community are there to be copied: the README's title says that they are templates.
  var isTemplateRepository: Bool {
    let repositories = community.repositories
    return !repositories.isEmpty
      && repositories.allSatisfy { repository in
        let title = document("README.md".path(in: repository.path))?.markdown?.headings.first?.text ?? ""
        return title.wordsOfLetters.contains("template")
      }
  }

  /// Whether somebody still works on a document: it names a day of the last two years, or none at all.
  func isLive(_ document: SourceDocument) -> Bool {
    !DecidedDocuments.isOlder(document, in: community, than: 2 * maxAge, on: asOf)
  }

  /// Whether a document applies for a level that is given for a form alone, where no figures are asked for.
  func isFormOnly(_ document: SourceDocument) -> Bool {
    document.levelAppliedFor.map { Lexicon.findings.formLevels.contains($0.rawValue) } ?? false
  }
}
