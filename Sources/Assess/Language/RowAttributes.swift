import Criteria
import Diagnostics
import Intake

/// The names of row keys in the expressions of criteria: a mistyped one selects nothing, and the check never holds.
enum RowAttributes {
  /// Filters whose text in quotation marks is a key.
  private static let openings = ["selectattr(", "rejectattr(", "attribute="]

  /// Every key that some row of a collection has, those of leads and meetings inside groups among them.
  static let known = Set(RowCollection.all.flatMap(\.keys) + CollectionRows.nestedKeys)

  /// Errors for keys that no row of any collection has, and for kinds of documents that are nearly one. Rows have other
  /// kinds, too, so that a word far from all of them may be right.
  static func diagnostics(of set: CriteriaSet) -> [Diagnostic] {
    set.criteria.flatMap { criterion in
      criterion.expressions.flatMap { text in
        names(in: text.text).filter { !known.contains($0) }.map { name in
          Diagnostic(
            "criteria/unknown-attribute", .error, at: text.location,
            "`\(criterion.id)` asks for `\(name)`, which no row of any collection has",
            help: Suggestion.meant(name, among: known.sorted())
              ?? "the site's page of the language lists the keys of each collection",
            kind: .configuration)
        }
          + kinds(in: text.text).filter { !documents.contains($0) }.compactMap { kind in
            Suggestion.meant(kind, among: documents).map { meant in
              Diagnostic(
                "criteria/unknown-kind", .error, at: text.location,
                "`\(criterion.id)` asks for the kind `\(kind)`, which no document has", help: meant,
                kind: .configuration)
            }
          }
      }
    }
  }

  private static let documents = DocumentKind.allCases.map(\.rawValue)

  /// The kinds that an expression names.
  private static func kinds(in text: String) -> [String] {
    ends(of: "of_kind(", in: text).flatMap { rest in
      rest.prefix { $0 != UInt8(ascii: ")") }
        .split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }.enumerated()
        .filter { $0.offset % 2 == 1 }.map { String(decoding: $0.element, as: UTF8.self) }
    }
  }

  /// The keys that an expression names, each part of a path (`leads.0.name`) by itself.
  static func names(in text: String) -> [String] {
    openings.flatMap { ends(of: $0, in: text) }.flatMap { rest -> [String] in
      let rest = rest.drop { $0 == UInt8(ascii: " ") }
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return [] }
      let name = rest.dropFirst().prefix { $0 != quote }
      return String(decoding: name, as: UTF8.self).split(separator: ".").map(String.init).filter { Int($0) == nil }
    }
  }

  /// What follows each occurrence of a word in a text.
  private static func ends(of word: String, in text: String) -> [ArraySlice<UInt8>] {
    guard text.holds(word) else { return [] }
    let (bytes, word) = (Array(text.utf8), Array(word.utf8))
    return bytes.indices.filter { bytes[$0...].starts(with: word) }.map { bytes[($0 + word.count)...] }
  }
}
