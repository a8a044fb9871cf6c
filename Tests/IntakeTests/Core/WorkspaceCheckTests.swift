@testable import Criteria
import Diagnostics
import Testing

@testable import Intake

/// What is said about values of a workspace file that name nothing.
@Suite struct WorkspaceCheckTests {
  private static let files = [
    "acme/community/GOVERNANCE.md": "# Governance\n", "acme/community/docs/a.md": "# A\n", "other/README.md": "# O\n",
  ]

  private static let sets = ["levels", "rules"].map { model in
    CriteriaSet(
      model: model, title: model, foundation: model == "levels" ? "CNCF" : "Acme",
      levels: model == "levels" ? ["incubating", "graduated"] : [], revisions: [], criteria: [],
      location: Location(path: "criteria/\(model).yaml", line: 1))
  }

  /// Severity, line, what is wrong and what to do, of each.
  private func said(_ yaml: String, _ files: [String: String] = files, as name: String = "sitegen.yaml") -> [String] {
    let tree = SourceTree.memory(files.merging([name: yaml]) { $1 })
    let workspace = PortfolioReader.workspace(of: tree)
    #expect(workspace.diagnostics.isEmpty)
    return WorkspaceCheck.diagnostics(of: workspace.value, in: tree, criteria: Self.sets).map {
      "\($0.severity) \($0.location?.line ?? 0): \($0.summary): \($0.help ?? "")"
    }
  }

  @Test func namesValuesThatDoNotExistWithTheNearestThatDoes() {
    let said = said(
      """
      communities:
      - id: acme
        models: [level]
        applies_for: graduatd
      - {id: other, foundation: CNFC, repositories: [{path: othr}, {path: gone}]}
      - {id: third, foundation: Apache}
      documents: [{path: "acme/**", level: sandbox}]
      """)
    #expect(
      said == [
        "error 3: there is no criteria set `level`: did you mean `levels`?",
        "error 4: there is no level `graduatd` in levels, rules: did you mean `graduated`?",
        "error 5: there are no criteria of the foundation `CNFC`: did you mean `CNCF`?",
        "warning 5: the repository `othr` is not here, so what it would answer is unknown: did you mean `other`?",
        "warning 5: the repository `gone` is not here, so what it would answer is unknown: "
          + "clone it into this folder, or write the path of a folder that is here: `.` is this one",
        "error 6: there are no criteria of the foundation `Apache`: name the criteria sets to judge by with `models:`; "
          + "there are criteria of CNCF, Acme",
        "warning 6: there is no folder `third`, so no file belongs to this community: "
          + "name its folders with `repositories:`",
        "error 7: there is no level `sandbox` in levels, rules: one of incubating, graduated",
      ])
  }

  /// Nothing is read of a community of which no repository is here: that is no note among others.
  @Test func warnsWhereNoRepositoryOfACommunityIsHere() {
    let said = said("communities:\n- id: acme\n  repositories: [{path: ./rockets}]\n")
    #expect(
      said == [
        "warning 3: the repository `rockets` is not here, so what it would answer is unknown: "
          + "clone it into this folder, or write the path of a folder that is here: `.` is this one"
      ])
    let one = self.said("communities:\n- {id: other, repositories: [{path: other}, {path: gone}]}\n")
    #expect(one.count == 1 && one[0].hasPrefix("note 2: ") && one[0].hasSuffix("or leave the entry as it is"), "\(one)")
  }

  @Test func asksForALevelOfTheSetsThatJudge() {
    let said = said("communities:\n- {id: acme, models: [rules], applies_for: graduated}\n")
    #expect(said == ["error 2: there is no level `graduated` in rules: remove it: these criteria have no levels"])
  }

  @Test func namesPatternsThatMatchNoFile() {
    let said = said(
      """
      exclude: [acme/community/docs, "acme/**/*.md", "nothing/*"]
      documents: [{path: acme/community/GOVERNANCE.m}]
      """)
    #expect(
      said == [
        "warning 2: the pattern `acme/community/GOVERNANCE.m` matches no file: "
          + "did you mean `acme/community/GOVERNANCE.md`?",
        "warning 1: the pattern `acme/community/docs` matches no file: it names a folder: "
          + "write `acme/community/docs/**` for all files in it",
        "warning 1: the pattern `nothing/*` matches no file: "
          + "patterns match whole paths from this folder on: `*` stops at `/`, `**` does not",
      ])
  }

  @Test func namesAWorkspaceFileOfAnotherName() {
    for name in ["sitegen.yml", ".sitegen.yaml", "Sitegen.yaml"] {
      #expect(
        said("title: T\n", as: name) == [
          "error 1: this file is not read: the workspace file is named `sitegen.yaml`: rename it to `sitegen.yaml`"
        ])
    }
    let both = said("title: T\n", ["sitegen.yml": ""])
    #expect(both.count == 1 && both[0].hasPrefix("warning 1: this file is not read"))
  }

  @Test func namesFilesOfCriteriaAndWordsThatAreNotRead() {
    let paths = ["criteria/mine.yml", "lexicon/claims.YML", "criteria/own.yaml", "docs/a.yml"]
    #expect(
      said("title: T\n", Dictionary(uniqueKeysWithValues: paths.map { ($0, "") }))
        == [
          "warning 1: this file is not read: names of files in `criteria/` end with `.yaml`: "
            + "rename it to `criteria/mine.yaml`",
          "warning 1: this file is not read: names of files in `lexicon/` end with `.yaml`: "
            + "rename it to `lexicon/claims.yaml`",
        ])
  }

  @Test func isSilentOnAFileThatNamesWhatIsThere() {
    #expect(
      said(
        """
        communities:
        - {id: acme, models: [levels], holds: Incubating, applies_for: graduated}
        - {id: other, foundation: cncf, repositories: [{path: ./other}]}
        exclude: ["acme/community/docs/**"]
        """) == [])
  }
}
