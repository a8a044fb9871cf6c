import Diagnostics
import Foundation
import Markdown
import StructuredData
import Testing

@testable import Intake

/// Reads a text by all readers of its kind.
func facts(_ text: String, kind: DocumentKind, path: String) -> (facts: Facts, diagnostics: [Diagnostic]) {
  let source = SourceText(path: path, text: text)
  return facts(of: source, kind: kind)
}

func facts(of source: SourceText, kind: DocumentKind) -> (facts: Facts, diagnostics: [Diagnostic]) {
  let name = source.path.lowercased()
  let isYAML =
    name.hasSuffix(".yaml") || name.hasSuffix(".yml") || [.owners, .ownersAliases].contains(kind)
  let isMarkdown = name.hasSuffix(".md") || name.hasSuffix(".markdown")
  var diagnostics: [Diagnostic] = []
  var data: Node?
  if isYAML {
    let staged = YAML.read(source)
    data = staged.value
    diagnostics += staged.diagnostics
  }
  let input = ReaderInput(
    source: source, kind: kind, markdown: isMarkdown ? GFM.document(source).value : nil, data: data, frontMatter: nil,
    page: ScrapedPage.detect(source), criteria: [])
  var facts = Facts()
  for reader in Reader.all where reader.kinds.contains(kind) { diagnostics += reader.read(input, &facts) }
  return (facts, diagnostics)
}

/// What the readers find in real files, held against the answer keys that lie beside the repository.
@Suite struct DataScore {
  static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared")
    .standardizedFileURL

  static func key(_ name: String) -> [[String: Any]]? {
    guard let data = try? Data(contentsOf: shared.appending(path: "answers/\(name).json")) else {
      print("answer keys are not beside the repository: nothing scored")
      return nil
    }
    return try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
  }

  static func source(_ path: String) -> SourceText? {
    guard let data = try? Data(contentsOf: shared.appending(path: "corpora/\(path)")) else { return nil }
    return SourceText(path: path, bytes: Array(data))
  }

  struct Score {
    var right = 0
    var wrong = 0
    var missed = 0
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
      if !extra.isEmpty || !rest.isEmpty { print(what, "EXTRA", extra, "MISSED", rest) }
    }

    static func folded(_ text: String) -> String {
      text.precomposedStringWithCanonicalMapping.blanksFolded.lowercased()
    }
  }

  @Test func scoresMaintainers() throws {
    guard let key = Self.key("maintainers") else { return }
    var people = Score()
    var former = Score()
    var organizations = Score()
    for entry in key {
      guard let file = entry["file"] as? String, let source = Self.source(file) else { continue }
      let isMixed = file.hasSuffix("rolodex.yaml")
      let kind: DocumentKind = file.hasSuffix("README.md") ? .readme : isMixed ? .alumni : .maintainers
      let all = facts(of: source, kind: kind).facts.people
      let active = all.filter { $0.status == .active }
      let names = entry["names"] as? [String] ?? []
      if !names.isEmpty { people.add(active.map(\.name), names, "\(file) names") }
      people.add(active.compactMap(\.handle), entry["handles"] as? [String] ?? [], "\(file) handles")
      var seen: Set<String> = []
      let companies = active.compactMap(\.organization).filter { seen.insert($0).inserted }
      organizations.add(companies, entry["organisations"] as? [String] ?? [], "\(file) organizations")
      former.add(
        all.filter { $0.status == .emeritus }.map { $0.name.isEmpty ? $0.handle ?? "" : $0.name },
        entry["emeritus_names"] as? [String] ?? [], "\(file) former")
    }
    print("people", people.precision, people.recall, "organizations", organizations.precision, organizations.recall)
    print("former", former.precision, former.recall)
    #expect(people.precision >= 0.98 && people.recall >= 0.98)
    #expect(organizations.precision >= 0.98 && organizations.recall >= 0.98)
  }

  @Test func countsGroups() throws {
    guard let data = try? Data(contentsOf: Self.shared.appending(path: "answers/sigs.json")),
      let key = try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]]
    else {
      print("answer keys are not beside the repository: nothing counted")
      return
    }
    func count(_ leads: [Group.Lead], _ role: String) -> Int { leads.count { $0.role == role } }
    for (name, entry) in key.sorted(by: { $0.key < $1.key }) {
      guard let file = entry["file"] as? String, let source = Self.source(file) else { continue }
      if name.hasPrefix("aliases:") {
        let (found, _) = facts(of: source, kind: .ownersAliases)
        #expect(found.owners.count == entry["entries"] as? Int, "\(file)")
        #expect(Set(found.owners.map(\.name)).count == entry["distinct"] as? Int, "\(file)")
        continue
      }
      let (found, _) = facts(of: source, kind: .groups)
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
    guard let key = Self.key("adopters") else { return }
    var score = Score()
    for entry in key {
      guard let file = entry["file"] as? String, let source = Self.source(file) else { continue }
      let found = facts(of: source, kind: .adopters).facts.adopters
      // The key keeps the word "Logo" of two pictures and says that it is to be left out.
      let names = (entry["names"] as? [String] ?? []).map { $0.hasSuffix(" Logo") ? String($0.dropLast(5)) : $0 }
      score.add(found.map(\.name), names, file)
      var groups: [String: Int] = [:]
      for adopter in found { groups[adopter.type ?? adopter.level ?? "-", default: 0] += 1 }
      print(
        file, found.count, found.count { $0.url != nil }, found.count { $0.useCase != nil },
        groups.count < 8 ? groups : [:])
    }
    print("adopters", score.precision, score.recall)
    #expect(score.precision >= 0.98 && score.recall >= 0.98)
  }
}
