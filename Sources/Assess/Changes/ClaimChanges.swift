import Criteria
import Intake

extension DocumentChanges {
  /// Numbers that changed. Two numbers are the same figure when they count the same, in the same words, and are the
  /// only ones that do so: in the evidence of one criterion, else in sentences that are alike or give a total.
  static func claimChanges(_ old: [Claim], _ new: [Claim]) -> [DocumentChange] {
    let old = old.filter { $0.value != nil }
    let new = new.filter { $0.value != nil }
    var pairing = Pairing(old: old.count, new: new.count)
    // What did not change is no candidate for anything else.
    pairing.join(old.map(Value.init), new.map(Value.init))
    pairing.join(old.map { Figure($0, criterion: true) }, new.map { Figure($0, criterion: true) }, unique: true)
    pairing.join(
      old.map { Figure($0, criterion: false) }, new.map { Figure($0, criterion: false) }, unique: true)
    return pairing.pairs.compactMap { pair in
      let (was, isNow) = (old[pair.old], new[pair.new])
      guard Value(was) != Value(isNow) else { return nil }
      let isSame =
        (was.criterion != nil && was.criterion == isNow.criterion) || (was.isTotal && isNow.isTotal)
        || WordSet(was.text).isLike(WordSet(isNow.text))
      guard isSame else { return nil }
      return DocumentChange(
        kind: .claim, subject: subject(isNow), criterion: isNow.criterion, before: was.number, after: isNow.number,
        oldPlace: was.location, newPlace: isNow.location)
    }
  }

  /// What a number counts.
  private struct Figure: Hashable {
    let kind: String
    let scope: String?
    let modifiers: [String]
    let names: [String]
    let criterion: CriterionID?

    /// Nil where the criterion is to be part of it and there is none.
    init?(_ claim: Claim, criterion isPart: Bool) {
      if isPart, claim.criterion == nil { return nil }
      kind = claim.kind
      scope = claim.scope
      modifiers = claim.modifiers
      names = claim.names
      criterion = isPart ? claim.criterion : nil
    }
  }

  /// A number with what it counts.
  private struct Value: Hashable {
    let figure: Figure?
    let value: Int?
    let upperValue: Int?
    let qualifier: Claim.Qualifier

    init(_ claim: Claim) {
      figure = Figure(claim, criterion: false)
      value = claim.value
      upperValue = claim.upperValue
      qualifier = claim.qualifier
    }
  }

  private static func subject(_ claim: Claim) -> String {
    (claim.modifiers + [claim.kind] + claim.names.prefix(3)).joined(separator: " ")
  }
}
