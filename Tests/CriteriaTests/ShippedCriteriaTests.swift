import Defaults
import Diagnostics
import StructuredData
import Testing

@testable import Criteria

/// Reads a criteria file that is built into the binary.
func shipped(_ name: String) throws -> CriteriaSet {
  let file = try #require(Defaults.files(under: "content/criteria").first { $0.path == name })
  let staged = CriteriaReader.read(SourceText(path: name, bytes: file.bytes))
  #expect(staged.diagnostics.isEmpty)
  return try #require(staged.value)
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

@Suite struct ShippedCriteriaTests {
  @Test func everyShippedFileReadsWithoutDiagnostics() throws {
    let files = Defaults.files(under: "content/criteria")
    #expect(files.map(\.path) == ["cncf-levels.yaml", "openinfra.yaml", "topics.yaml"])
    for file in files { _ = try shipped(file.path) }
  }

  /// What is embedded beside the files is what YAML reads in them.
  @Test func everyShippedFileIsEmbeddedAsYAMLReadsIt() throws {
    for file in Defaults.files(under: "content/criteria") {
      let nodes = try #require(Defaults.criteria["built-in/criteria/\(file.path)"])
      #expect(Node(embedded: nodes) == YAML.read(SourceText(path: file.path, bytes: file.bytes)).value)
    }
  }

  /// What is only said where a check holds would be its own opposite where it does not.
  @Test func everyCheckThatDecidesSaysWhatIsNotSo() throws {
    for file in Defaults.files(under: "content/criteria") {
      for criterion in try shipped(file.path).criteria {
        for check in criterion.checks where check.decides {
          guard let words = check.because?.text, words.hasPrefix("'"), words.hasSuffix("'") else { continue }
          let isConstant = words.filter { $0 == "'" }.count == 2
          #expect(!isConstant || check.otherwise != nil, "\(criterion.id) \(check.id): \(words)")
        }
      }
    }
  }

  /// 61 ids of the reference, and the dated line nested in the acknowledgment; a new criterion changes no test.
  @Test func holdsEveryCriterionOfTheFoundation() throws {
    let set = try shipped("cncf-levels.yaml")
    #expect(set.criteria.count >= 62)
    #expect(set.criteria.filter { $0.parent != nil }.count >= 7)
  }

  /// 43 by the form of October 2024, one of which is no longer asked; 44 by the form of June 2026; structure in August.
  @Test(arguments: [
    ("graduated", "2024-10-09", 43), ("graduated", "2025-08-19", 43), ("graduated", "2026-06-29", 44),
    ("incubating", "2024-10-09", 32), ("incubating", "2026-06-29", 32), ("sandbox", "2026-06-29", 0),
    ("graduated", "2026-08-05", 46), ("incubating", "2026-08-05", 38),
  ])
  func countsRequiredCriteria(level: String, date: String, expected: Int) throws {
    let set = try shipped("cncf-levels.yaml")
    let date = try day(date)
    let required = set.asked(at: MaturityLevel(rawValue: level), on: date).filter {
      $0.parent == nil && $0.requirement(at: MaturityLevel(rawValue: level), on: date) == .required
    }
    #expect(required.count == expected)
  }

  @Test func recognizesTheLongestPhrase() throws {
    let matcher = PhraseMatcher(try shipped("cncf-levels.yaml"))
    #expect(
      matcher.criterion(
        of: "Used in appropriate capacity by at least 3 independent adopters (no need to be in the publicly "
          + "documented list of adopters)") == "ECO-3")
    #expect(matcher.criterion(of: "Met during the Project\u{2019}s application on 1 May 2024") == "PROC-ACK.met")
    #expect(
      matcher.criterion(of: "What the project does. May also be satisfied by completing a General Technical Review")
        == nil)
  }

  @Test func everyCriterionExplainsItself() throws {
    for file in Defaults.files(under: "content/criteria") {
      for criterion in try shipped(file.path).criteria {
        #expect(!criterion.text.isEmpty && !criterion.why.isEmpty && !criterion.howToFix.isEmpty)
        #expect(!criterion.howMeasured.isEmpty)
      }
    }
  }
}

@Suite struct CriteriaShapeTests {
  /// The shape says what the reader takes: were a key or the form of a value missing in it, its schema would be wrong.
  @Test func describesTheShippedCriteria() {
    for file in Defaults.files(under: "content/criteria") {
      let source = SourceText(path: file.path, bytes: file.bytes)
      let found = YAML.read(source).value.map { CriteriaShape.file.diagnostics(of: $0, in: source, area: "criteria") }
      #expect(found == [], "\(file.path)")
    }
  }
}
