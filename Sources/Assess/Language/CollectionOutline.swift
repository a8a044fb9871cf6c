import Diagnostics
import Templates

/// The collections that expressions of criteria files see, for people who write them.
public enum CollectionOutline {
  /// Names and what each is, a line each, with how many rows a community has.
  public static func list(_ assessment: Assessment) -> String {
    let rows = assessment.reading { data in
      RowCollection.all.map { ($0.name, "\($0.holds) (\($0.rows(data, []).count))\n") }
    }
    return Columns.lines(rows).joined()
  }

  /// Every key of a collection's rows with an example from a community; nil for a name that is none.
  public static func fields(of name: String, _ assessment: Assessment) -> String? {
    guard let collection = RowCollection.all.first(where: { $0.name == name }) else { return nil }
    let rows = assessment.reading { collection.rows($0, nil) }
    let shown = rows.isEmpty ? [Value.map(collection.keys.map { ($0, .none) })] : rows
    return "\(name): \(collection.holds)\n" + ValueOutline.text(of: .list(shown), named: name)
  }

  /// The names of all collections.
  public static var names: [String] { RowCollection.all.map(\.name) }
}
