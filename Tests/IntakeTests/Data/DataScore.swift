import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// What the readers find in real files, held against the answer keys beside the checkout; `make score` prints how near
/// they come.
@Suite(.enabled(if: Shared.has("answers"), "needs ../shared")) struct DataScore {
  static func key(_ name: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: Shared.url("answers/\(name).json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
  }

  static func source(_ path: String) throws -> SourceText {
    SourceText(path: path, bytes: Array(try Data(contentsOf: Shared.url("corpora/\(path)"))))
  }

  struct Score {
    var right = 0
    var wrong = 0
    var missed = 0
    var differences: [String] = []
    var precision: Double { Double(right) / Double(max(1, right + wrong)) }
    var recall: Double { Double(right) / Double(max(1, right + missed)) }

    mutating func add(_ found: [String], _ expected: [String], _ what: String) {
      let found = found.map(Self.folded)
      let expected = expected.map(Self.folded)
      var rest = expected
      var extra: [String] = []
      for item in found {
        if let index = rest.firstIndex(of: item) { rest.remove(at: index) } else { extra.append(item) }
      }
      right += expected.count - rest.count
      wrong += extra.count
      missed += rest.count
      if !extra.isEmpty || !rest.isEmpty { differences.append("\(what) extra \(extra), missed \(rest)") }
    }

    static func folded(_ text: String) -> String {
      text.precomposedStringWithCanonicalMapping.blanksFolded.lowercased()
    }
  }

  @Test func scoresMaintainers() throws {
    var people = Score()
    var organizations = Score()
    for entry in try Self.key("maintainers") {
      guard let file = entry["file"] as? String, Shared.has("corpora/\(file)") else { continue }
      let source = try Self.source(file)
      let isMixed = file.hasSuffix("rolodex.yaml")
      let kind: DocumentKind = file.hasSuffix("README.md") ? .readme : isMixed ? .alumni : .maintainers
      let active = read(source, as: kind).facts.people.filter { $0.status == .active }
      let names = entry["names"] as? [String] ?? []
      if !names.isEmpty { people.add(active.map(\.name), names, "\(file) names") }
      people.add(active.compactMap(\.handle), entry["handles"] as? [String] ?? [], "\(file) handles")
      var seen: Set<String> = []
      let companies = active.compactMap(\.organization).filter { seen.insert($0).inserted }
      organizations.add(companies, entry["organisations"] as? [String] ?? [], "\(file) organizations")
    }
    #expect(people.precision >= 0.98 && people.recall >= 0.98, "\(people.differences)")
    #expect(organizations.precision >= 0.98 && organizations.recall >= 0.98, "\(organizations.differences)")
  }

  @Test func countsGroups() throws {
    let data = try Data(contentsOf: Shared.url("answers/sigs.json"))
    let key = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
    func count(_ leads: [Group.Lead], _ role: String) -> Int { leads.count { $0.role == role } }
    for (name, entry) in key.sorted(by: { $0.key < $1.key }) {
      guard let file = entry["file"] as? String, Shared.has("corpora/\(file)") else { continue }
      let source = try Self.source(file)
      if name.hasPrefix("aliases:") {
        let (found, _) = read(source, as: .ownersAliases)
        #expect(found.owners.count == entry["entries"] as? Int, "\(file)")
        #expect(Set(found.owners.map(\.name)).count == entry["distinct"] as? Int, "\(file)")
        continue
      }
      let (found, _) = read(source, as: .groups)
      if let sections = entry["sections"] as? [String: [String: Any]] {
        for (section, kind) in [
          ("sigs", Group.Kind.sig), ("workinggroups", .wg), ("usergroups", .userGroup), ("committees", .committee),
        ] {
          let groups = found.groups.filter { $0.kind == kind }
          let expected = sections[section] ?? [:]
          let counts: [String: Int] = [
            "groups": groups.count,
            "chairs": count(groups.flatMap(\.leads), "chair"),
            "tech_leads": count(groups.flatMap(\.leads), "tech-lead"),
            "emeritus_leads": count(groups.flatMap(\.leads), "emeritus"),
            "subprojects": groups.reduce(0) { $0 + $1.subprojects.count },
            "subproject_leads": groups.flatMap(\.subprojects).reduce(0) { $0 + $1.leads.count },
            "subproject_owner_urls": groups.flatMap(\.subprojects).reduce(0) { $0 + $1.owners.count },
            "meetings": groups.reduce(0) { $0 + $1.meetings.count },
            "subproject_meetings": groups.flatMap(\.subprojects).reduce(0) { $0 + $1.meetings.count },
            "without_dir": groups.count { $0.dir == nil },
            "without_charter_link": groups.count { $0.charterLink == nil },
            "without_mission": groups.count { $0.mission == nil },
            "without_meetings": groups.count { $0.meetings.isEmpty },
          ]
          for (what, number) in counts { #expect(number == expected[what] as? Int, "\(file) \(section) \(what)") }
        }
      }
      let leads = found.groups.flatMap(\.leads)
      let found2: [String: Int] = [
        "groups": found.groups.count, "tags": found.groups.count { $0.kind == .tag },
        "tag_subprojects": found.groups.reduce(0) { $0 + $1.subprojects.count },
        "toc_subprojects": found.groups.count { $0.kind == .subproject },
        "teams_recursive": found.groups.count { $0.kind == .team },
        "gc_liaison_entries": count(leads, "liaison"), "tc_sponsor_entries": count(leads, "tc sponsor"),
        "spec_sponsor_entries": count(leads, "spec sponsor"),
        "slack": found.groups.count { $0.contact?.slack != nil },
        "entries": found.people.count, "distinct_people": Set(found.people.map(\.handle)).count,
        "admins": found.people.count { $0.role == "administrator" },
        "members": found.people.count { $0.role == "member" },
      ]
      guard entry["sections"] == nil else { continue }
      for (what, number) in found2.sorted(by: { $0.key < $1.key }) {
        if var expected = entry[what] as? Int {
          // The key counts an entry that says "tbd".
          if what == "gc_liaison_entries" { expected -= entry["gc_liaison_tbd"] as? Int ?? 0 }
          #expect(number == expected, "\(file) \(what)")
        }
      }
      if let meetings = entry["meetings"] as? Int {
        let tags = name == "cncf-toc" ? found.groups.filter { $0.kind == .tag } : found.groups
        #expect(tags.reduce(0) { $0 + $1.meetings.count } == meetings, "\(file) meetings")
      }
    }
  }

  @Test func scoresAdopters() throws {
    var score = Score()
    for entry in try Self.key("adopters") {
      guard let file = entry["file"] as? String, Shared.has("corpora/\(file)") else { continue }
      let source = try Self.source(file)
      let found = read(source, as: .adopters).facts.adopters
      // The key keeps the word "Logo" of two pictures and says that it is to be left out.
      let names = (entry["names"] as? [String] ?? []).map { $0.hasSuffix(" Logo") ? String($0.dropLast(5)) : $0 }
      score.add(found.map(\.name), names, file)
    }
    #expect(score.precision >= 0.98 && score.recall >= 0.98, "\(score.differences)")
  }
}
