import Intake
import Markdown
import Templates

/// People, their employers, and adopters, as templates see them.
enum PeopleValues {
  static let person = Record<Identity, PlaceValues> {
    $0.text("name") { $0.name == $0.handle ? nil : $0.name }
    $0.text("handle", \.handle)
    $0.text("letter") { initial(of: $0.name) }
    $0.text("organization", \.organization)
    $0.flag("is_active", \.isActive)
    $0.value("roles") { role.list($0.listings, $1) }
  }

  /// The capital under which a name is listed; `#` where it begins with no letter.
  private static func initial(of name: String) -> String {
    guard let first = name.first, first.isLetter else { return "#" }
    return String(first.uppercased().prefix(1))
  }

  private static let role = Record<Person, PlaceValues> {
    $0.text("role", \.role)
    $0.text("status", \.status.rawValue)
    $0.text("organization", \.organization)
    $0.text("domain", \.domain)
    $0.value("place") { $1.value($0.location) }
  }

  static let adopter = Record<Adopter, PlaceValues> {
    $0.text("name", \.name)
    $0.text("type", \.type)
    $0.text("since", \.since)
    $0.number("year", \.year)
    $0.text("level", \.level)
    $0.text("url") { $0.url.flatMap(LinkTarget.safeAddress) }
    $0.text("use_case", \.useCase)
    $0.value("place") { $1.value($0.location) }
  }

  static let tally = Record<Tally, Void> {
    $0.text("name", \.name)
    $0.number("count", \.count)
  }

  /// Active maintainers by employer. `rows` has the organizations and, last, those who have none and those whose
  /// employer is not given, for a picture of all maintainers; the numbers are over organizations alone.
  static let employers = Record<Employers, PlaceValues> {
    $0.number("maintainers", \.total)
    $0.number("organizations", \.organizations.count)
    $0.number("independents", \.independents.count)
    $0.number("unstated", \.unstated.count)
    $0.value("rows") { employers, places in
      var rows = employers.organizations.map { (name: $0.name, people: $0.people) }
      rows.append((name: "Independent", people: employers.independents))
      rows.append((name: "Not stated", people: employers.unstated))
      var before = 0
      return .list(
        rows.filter { !$0.people.isEmpty }.map { row in
          defer { before += row.people.count }
          return employer.value((row.name, row.people, before, employers.total), places)
        })
    }
  }

  /// A row with the number of people before it and of all.
  private typealias EmployerRow = (name: String, people: [Person], before: Int, total: Int)

  /// `share` is in percent; `before` is the percentage of those in the rows before, for a bar.
  private static let employer = Record<EmployerRow, PlaceValues> {
    $0.text("name") { $0.name }
    $0.number("count") { $0.people.count }
    $0.number("share") { ($0.people.count * 200 + $0.total) / (2 * $0.total) }
    $0.value("before") { row, _ in .double(Double(row.before * 100) / Double(row.total)) }
    $0.value("people") { member.list($0.people, $1) }
  }

  private static let member = Record<Person, PlaceValues> {
    $0.text("name", \.name)
    $0.value("place") { $1.value($0.location) }
  }
}

extension Employers {
  /// How many people there are, employed or not.
  fileprivate var total: Int {
    organizations.reduce(independents.count + unstated.count) { $0 + $1.people.count }
  }
}
