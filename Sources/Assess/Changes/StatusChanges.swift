import Intake

extension DocumentChanges {
  /// Bullets whose status word changed (`[WIP]` to `[DONE]`), that are new or are gone. They are found again by their
  /// words; by most of their words where that leaves no doubt.
  static func statusChanges(_ old: [StatusItem], _ new: [StatusItem]) -> (shared: Int, changes: [DocumentChange]) {
    var pairing = Pairing(old: old.count, new: new.count)
    pairing.join(old.map { key($0.text) }, new.map { key($0.text) })
    let oldWords = old.map { WordSet($0.text) }
    let newWords = new.map { WordSet($0.text) }
    pairing.join { oldWords[$0].isLike(newWords[$1]) }
    return (pairing.pairs.count, pairing.changes(old, new, where: { $0.marker != $1.marker }, change))
  }

  private static func change(_ was: StatusItem?, _ isNow: StatusItem?) -> DocumentChange {
    DocumentChange(
      kind: .statusItem, subject: isNow?.text ?? was?.text ?? "", before: was?.marker.rawValue,
      after: isNow?.marker.rawValue, oldPlace: was?.location, newPlace: isNow?.location)
  }
}
