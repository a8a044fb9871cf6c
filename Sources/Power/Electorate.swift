/// The people who vote in one body, by organization.
public struct Electorate: Sendable, Hashable {
  /// People of one organization.
  public struct Bloc: Sendable, Hashable {
    /// The organization as it is shown.
    public let name: String
    /// How many of the body's voters it has.
    public let people: Int

    /// A bloc.
    public init(_ name: String, _ people: Int) {
      self.name = name
      self.people = people
    }
  }

  /// Organizations with at least one voter, largest first, then by name.
  public let blocs: [Bloc]
  /// People who vote for nobody but themselves; each is an organization of their own.
  public let independents: Int
  /// People of whom no organization is known. They are never dealt out: an answer says what holds wherever they belong.
  public let unknown: Int

  /// The voters of a body.
  public init(_ blocs: [Bloc], independents: Int = 0, unknown: Int = 0) {
    self.blocs = blocs.filter { $0.people > 0 }
      .sorted { ($1.people, Array($0.name.utf8)) < ($0.people, Array($1.name.utf8)) }
    self.independents = independents
    self.unknown = unknown
  }

  /// Everybody who votes.
  public var size: Int { blocs.reduce(independents + unknown) { $0 + $1.people } }
}

/// Compares bytes, so that the order is the same everywhere.
private func < (a: (Int, [UInt8]), b: (Int, [UInt8])) -> Bool {
  a.0 != b.0 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
}
