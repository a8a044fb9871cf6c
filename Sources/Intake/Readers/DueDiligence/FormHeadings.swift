import Words
import Criteria

/// Tells the headings of a form from those that are in an answer.
struct FormHeadings {
  private let document: DocumentLines
  /// Indexes of headings that carry the name of a section.
  private let sections: Set<Int>
  /// For each line, whether a box follows it before the next heading of the form.
  private let boxFollows: [Bool]

  /// Looks at the headings of a document; `sections` are the names of the form's.
  init(_ document: DocumentLines, sections names: [String]) {
    self.document = document
    let names = Set(names.map(PhraseMatcher.normalized))
    sections = Set(
      document.lines.indices.filter { index in
        document.lines[index].headingLevel != nil
          && names.contains(PhraseMatcher.normalized(document.text(document.lines[index]).string))
      })
    var follows = Array(repeating: false, count: document.lines.count)
    var box = false
    for index in document.lines.indices.reversed() {
      if document.lines[index].box != nil { box = true }
      follows[index] = box
      if sections.contains(index) { box = false }
    }
    boxFollows = follows
  }

  /// Whether a heading belongs to the answer of the item above it: the form goes on below with another box of the same
  /// section.
  func isForeign(_ index: Int, behindItem: Bool) -> Bool {
    guard behindItem, sections.count >= 2, !sections.contains(index), boxFollows[index],
      sections.contains(where: { $0 < index })
    else { return false }
    let text = document.text(document.lines[index]).string.lowercased()
    if CriterionLines.groupHeadings.contains(text) { return false }
    return !Lexicon.applications.formWords.contains { text.holds($0) }
  }
}
