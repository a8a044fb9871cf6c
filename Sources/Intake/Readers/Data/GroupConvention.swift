import Words
import StructuredData

/// What the groups of one file agree to write: the form the file itself is held to.
struct GroupConvention {
  /// A list of groups and the kind its key gives them.
  typealias List = (kind: Group.Kind, groups: [Node])

  /// Whether the file has the keys by which a generator writes the groups' pages, so that few exceptions stand out.
  private let isGenerated: Bool
  let keysOfLeads: Set<String>
  /// Whether working groups name the SIGs they work for.
  let workingGroupsNameStakeholders: Bool
  /// Whether SIGs own the code, and other groups none.
  let onlySIGsOwnCode: Bool
  /// Whether emeritus leads go without a company.
  let emeritusHaveNoCompany: Bool
  /// Whether subprojects name OWNERS files.
  let subprojectsHaveOwners: Bool
  /// Whether what they name are addresses of OWNERS files.
  let ownersAreAddresses: Bool

  init(_ lists: [List]) {
    let groups = lists.flatMap(\.groups)
    // Committees are set up by other documents than charters.
    let chartered = lists.filter { $0.kind == .sig || $0.kind == .wg }.flatMap(\.groups)
    let isGenerated =
      chartered.count > 1
      && Lexicon.groups.generatedKeys.allSatisfy { key in
        chartered.count(where: { !Self.lacks($0, key) }) * 4 >= chartered.count * 3
      }
    self.isGenerated = isGenerated
    func isUsual(without: Int, of count: Int) -> Bool {
      Self.isUsual(without: without, of: count, isGenerated: isGenerated)
    }
    func people(_ keys: [String]) -> [Node] {
      groups.flatMap { group in keys.flatMap { (group["leadership"] ?? group)[$0].elements } }.filter(
        \.isMapping)
    }
    let leads = people(Lexicon.groups.leadKeys)
    keysOfLeads = Set(
      ["company", "email"].filter { key in
        isUsual(without: leads.count { ($0[key]?.string ?? "").isEmpty }, of: leads.count)
      })
    let former = people(["emeritus_leads"])
    emeritusHaveNoCompany = isUsual(without: former.count { $0["company"]?.string != nil }, of: former.count)
    let working = lists.filter { $0.kind == .wg }.flatMap(\.groups)
    workingGroupsNameStakeholders = isUsual(
      without: working.count { $0["stakeholder_sigs"].elements.isEmpty }, of: working.count)
    let others = working + lists.filter { $0.kind == .userGroup }.flatMap(\.groups)
    func owns(_ group: Node) -> Bool { !group["subprojects"].elements.isEmpty }
    onlySIGsOwnCode =
      lists.contains { $0.kind == .sig && $0.groups.contains(where: owns) }
      && isUsual(without: others.count(where: owns), of: others.count)
    let subprojects = groups.flatMap { $0["subprojects"].elements }
    let owners = subprojects.map { $0["owners"].elements }
    subprojectsHaveOwners = isUsual(without: owners.count(where: \.isEmpty), of: owners.count)
    let addresses = owners.joined().compactMap(\.string)
    ownersAreAddresses = isUsual(
      without: addresses.count { !Self.isOwnersAddress($0) }, of: addresses.count)
  }

  /// Whether exceptions are few enough to stand out: one in five among five or more; up to half in a generated file,
  /// where a generator demands the key.
  func isUsual(without: Int, of count: Int) -> Bool {
    Self.isUsual(without: without, of: count, isGenerated: isGenerated)
  }

  private static func isUsual(without: Int, of count: Int, isGenerated: Bool) -> Bool {
    isGenerated ? count > 1 && without * 2 <= count : count >= 5 && without * 5 <= count
  }

  /// Whether a group of a kind says nothing under a key. An empty list or text is an answer, except that a SIG of a
  /// generated file has at least one subproject.
  func lacks(_ group: Node, _ key: String, _ kind: Group.Kind) -> Bool {
    Self.lacks(group, key)
      || isGenerated && kind == .sig && key == "subprojects" && (group[key]?.elements.isEmpty ?? false)
  }

  /// Whether exceptions from a key stand out among the groups of a kind.
  func isUsual(without: Int, of count: Int, _ kind: Group.Kind) -> Bool {
    Self.isUsual(without: without, of: count, isGenerated: isGenerated && (kind == .sig || kind == .wg))
  }

  private static func lacks(_ group: Node, _ key: String) -> Bool {
    group[key].map { $0.isNull && !$0.isEmptyText } ?? true
  }

  /// What comes before the group's name in most of these texts (`sig-`, `sig/`, nothing); nil when no prefix is usual.
  func prefix(_ named: [(text: String, name: String)]) -> String? {
    var counts: [String: Int] = [:]
    for (text, name) in named where text.hasSuffix(name) { counts[String(text.dropLast(name.count)), default: 0] += 1 }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { isUsual(without: named.count - $0.value, of: named.count) ? $0.key : nil }
  }

  /// Whether a text is the address of an OWNERS file, or of one in its place, on a code host.
  static func isOwnersAddress(_ text: String) -> Bool {
    guard let scheme = text.firstRange(ofBytes: "://"), text[..<scheme.lowerBound] == "https" else { return false }
    let parts = text[scheme.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
    guard let host = parts.first, let file = parts.last, parts.allSatisfy({ !$0.isEmpty && !$0.holds(" ") }) else {
      return false
    }
    let isFile = Lexicon.groups.ownersFiles.contains {
      file == $0 || file.hasPrefix($0 + ".")
    }
    switch host {
    case "raw.githubusercontent.com": return isFile && parts.count >= 5
    case "github.com": return isFile && parts.count >= 6 && (parts[3] == "blob" || parts[3] == "raw")
    default: return isFile && host.holds(".")
    }
  }
}

extension Node {
  /// Whether this is a text of no characters, in quotes.
  fileprivate var isEmptyText: Bool { content == .scalar("", quoted: true) }
}
