import Criteria
import Diagnostics
import Intake

extension DocumentChanges {
  /// Questions of older forms that got an answer, or lost it; where it is not plain that one is below, nothing.
  static func questionChanges(_ old: SourceDocument, _ new: SourceDocument) -> [DocumentChange] {
    let answered = pairs(of: old.facts.unanswered, answeredIn: new)
    let emptied = pairs(of: new.facts.unanswered, answeredIn: old)
    return answered.map {
      DocumentChange(
        kind: .question, subject: text($1), before: "no answer", after: "answered", oldPlace: $0, newPlace: $1)
    }
      + emptied.map {
        DocumentChange(
          kind: .question, subject: text($0), before: "answered", after: "no answer", oldPlace: $1, newPlace: $0)
      }
  }

  /// Questions with the place where the same words are in another text with an answer below.
  private static func pairs(of questions: [Location], answeredIn document: SourceDocument) -> [(Location, Location)] {
    guard !questions.isEmpty else { return [] }
    let source = document.source
    let words = document.words
    var lines: [ArraySlice<UInt8>: Int] = [:]
    for line in (1...source.lineCount).reversed() where source.byteRange(ofLine: line).count <= longestQuestion {
      lines[words[line: line]] = line
    }
    return questions.compactMap { question in
      let asked = PhraseMatcher.normalized(question.excerpt)
      guard asked.count > 1, let line = lines[asked[...]], hasAnswer(below: line, in: source) else { return nil }
      return (question, source.location(line: line))
    }
  }

  /// Whether a paragraph follows that is no heading and no bullet, after a blank line.
  private static func hasAnswer(below line: Int, in source: SourceText) -> Bool {
    guard line + 1 < source.lineCount, isBlank(source.lineText(line + 1)) else { return false }
    let next = ((line + 2)...source.lineCount).lazy.map(source.lineText).first { !isBlank($0) }
    let marks: [UInt8] = [UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+")]
    guard let first = next?.utf8.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return !marks.contains(first) && !first.isASCIIDigit
  }

  private static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  /// A question without the bullet in front.
  private static func text(_ place: Location) -> String {
    let scalars = place.excerpt.unicodeScalars.drop { " \t*+->0123456789.)".unicodeScalars.contains($0) }
    return String(String.UnicodeScalarView(scalars.prefix(300)))
  }

  private static let longestQuestion = 4_000
}
