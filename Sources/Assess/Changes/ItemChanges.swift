import Criteria
import Intake

extension DocumentChanges {
  /// Criterion lines whose box or evidence changed, and criteria that only one version of a form has.
  static func itemChanges(_ old: SourceDocument, _ new: SourceDocument) -> (shared: Int, changes: [DocumentChange]) {
    let before = lines(of: old)
    let after = lines(of: new)
    var pairing = Pairing(old: before.count, new: after.count)
    pairing.join(before.map(key), after.map(key))
    var changes = pairing.pairs.compactMap { pair -> DocumentChange? in
      let (was, isNow) = (before[pair.old], after[pair.new])
      guard was.state != isNow.state || was.evidence != isNow.evidence else { return nil }
      return change(was, isNow)
    }
    // A document without any criterion lines is no form: there they are neither new nor gone.
    if !before.isEmpty, !after.isEmpty {
      changes += pairing.onlyNew.map { after[$0] }.filter { $0.criterion != nil }.map { change(nil, $0) }
      changes += pairing.onlyOld.map { before[$0] }.filter { $0.criterion != nil }.map { change($0, nil) }
    }
    return (pairing.pairs.count, changes)
  }

  /// The lines that assert: one a criterion, and those whose criterion is not known.
  private static func lines(of document: SourceDocument) -> [ChecklistItem] {
    let items = DocumentItems(document)
    var seen: Set<CriterionID> = []
    return document.facts.items.compactMap { item in
      guard let id = item.criterion else { return item }
      return seen.insert(id).inserted ? items.item(for: id) : nil
    }
  }

  /// By what a line is found again: its criterion, else the issue it names, else its words.
  private static func key(_ item: ChecklistItem) -> [UInt8]? {
    if let id = item.criterion { return Array(id.rawValue.utf8) }
    if let issue = item.issueReference { return Array("#\(issue)".utf8) }
    return key(item.text)
  }

  private static func change(_ was: ChecklistItem?, _ isNow: ChecklistItem?) -> DocumentChange {
    DocumentChange(
      kind: .item, subject: isNow?.text ?? was?.text ?? "", criterion: isNow?.criterion ?? was?.criterion,
      before: was.map(words), after: isNow.map(words), oldPlace: was?.location, newPlace: isNow?.location)
  }

  private static func words(_ item: ChecklistItem) -> String {
    let evidence =
      switch item.evidence {
      case .answered: "with text"
      case .empty: "no text"
      case .placeholder: "a placeholder"
      case .todo: "a to-do"
      case .templateOnly: "only the form’s sentence"
      }
    return "\(item.state.words), \(evidence)"
  }
}

extension ChecklistItem.State {
  /// What it says of a criterion.
  var words: String {
    switch self {
    case .checked: "ticked"
    case .unchecked: "not ticked"
    case .nobox: "stated"
    }
  }
}
