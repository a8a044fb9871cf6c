import Diagnostics
import Intake
import StructuredData

extension Rule {
  static let importLevelOrder = Rule(
    id: "import/level-order",
    summary: "a project file whose levels are not in the order of their dates",
    why: "Tools read the last entry as the current level.",
    howToFix: "put the entries in the order in which the levels were reached",
    examples: [
      Example(
        [
          ".project/project.yaml":
            "schema_version: \"1.0.0\"\nslug: example\nmaturity_log:\n- {phase: incubating, date: 2024-05-02}\n- {phase: ↓sandbox, date: 2021-03-01}\n"
        ],
        finds: ["sandbox (2021-03-01) is listed after incubating (2024-05-02)"]),
      Example([".project/project.yaml": Samples.projectFile]),
    ]
  ) { data, rule in
    let levels = data.imports.filter { $0.form == .projectFile && $0.statement.kind == .level }
    return zip(levels, levels.dropFirst()).compactMap { before, entry -> Finding? in
      guard let (day, next) = before.date.flatMap({ day in entry.date.map { (day, $0) } }), next < day else {
        return nil
      }
      return rule.finding(
        .note, "\(entry.statement.value) (\(next)) is listed after \(before.statement.value) (\(day))",
        key: entry.statement.value,
        at: [.init(.claim, entry.statement.location), .init(.related, before.statement.location)])
    }
  }
}
