import Criteria
import Diagnostics
import Intake
import StructuredData
import Words

extension Rule {
  static let importLevelDiffers = Rule(
    id: "import/level-differs",
    summary: "files that give different levels for the project",
    why: "The level decides which criteria apply; one of the files was not updated when it changed.",
    howToFix: "correct the file that is out of date",
    examples: [
      Example(
        [
          ".project/project.yaml": Samples.projectFile.marked("incubating"),
          "sitegen.yaml": "communities:\n- {id: example, name: Example, holds: graduated}\n",
        ],
        finds: [
          "the project file gives the level as incubating (since 2024-05-02), but the workspace file as graduated"
        ]),
      Example([
        ".project/project.yaml": Samples.projectFile,
        "sitegen.yaml": "communities:\n- {id: example, name: Example, holds: incubating}\n",
      ]),
    ]
  ) { data, rule in
    let levels = data.imports.filter { $0.statement.kind == .level }
    guard let newest = levels.max(by: { ($0.date?.daysSinceEpoch ?? 0) < ($1.date?.daysSinceEpoch ?? 0) }) else {
      return []
    }
    func folded(_ text: String) -> String {
      let letters = Folding.letters(text)
      return Lexicon.applications.levels[letters] ?? letters
    }
    let value = newest.statement.value
    let since = newest.date.map { " (since \($0))" } ?? ""
    let held = data.community.holds.map { ($0.rawValue, "the workspace file") }
    if let (level, where_) = held, folded(level) != folded(value) {
      return [
        rule.finding(
          .note,
          "\(newest.form.words) gives the level as \(value)\(since), but \(where_) as \(level)", key: value,
          at: [.init(.claim, newest.statement.location)], claim: .differs, criterion: "APP-LEVEL", expected: level,
          actual: value)
      ]
    }
    // Two imports beside each other: the newest of each form.
    let forms = levels.map(\.form).uniqued().filter { $0 != newest.form }
    return forms.compactMap { form -> Finding? in
      guard let other = levels.last(where: { $0.form == form }), folded(other.statement.value) != folded(value) else {
        return nil
      }
      return rule.finding(
        .note,
        "\(newest.form.words) gives the level as \(value)\(since), but \(form.words) as \(other.statement.value)",
        key: form.rawValue,
        at: [.init(.claim, newest.statement.location), .init(.claim, other.statement.location)], claim: .differs,
        criterion: "APP-LEVEL", expected: value, actual: other.statement.value)
    }
  }
}
