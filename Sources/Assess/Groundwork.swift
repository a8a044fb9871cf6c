import Criteria
import Intake

/// What judging a community rests on, made before its criteria are judged one after the other.
struct Groundwork: Sendable {
  let data: CommunityData
  /// The sets it is judged by.
  let sets: [CriteriaSet]
  /// What its checks see.
  let collections: Collections
  /// The passages of its documents, for each set.
  let indexes: [PassageIndex]

  /// How much there is to judge.
  var size: Int { data.community.documents.count }

  /// The facts of a community and its sets.
  struct Facts: Sendable {
    let data: CommunityData
    let sets: [CriteriaSet]
  }

  private enum Wanted: Sendable {
    case collections(AskedRows)
    case index(CriteriaSet)
  }

  private enum Part: Sendable {
    case collections(Collections)
    case index(PassageIndex)
  }

  /// Makes it for all communities: collections and passages in tasks of their own, so that a single community takes the
  /// width, too.
  static func all(_ facts: [Facts], jobs: Int) async -> [Groundwork] {
    var known: [[String]: AskedRows] = [:]
    let wanted = facts.flatMap { facts -> [(CommunityData, Wanted)] in
      let models = facts.sets.map(\.model)
      let asked = known[models] ?? AskedRows(facts.sets)
      known[models] = asked
      return [(facts.data, .collections(asked))] + facts.sets.map { (facts.data, .index($0)) }
    }
    let parts = await wanted.concurrentMap(
      width: jobs, cost: { $0.0.community.documents.count }
    ) { data, wanted -> Part in
      switch wanted {
      case .collections(let asked): .collections(Collections(data, asked: asked))
      case .index(let set): .index(PassageIndex(data, set))
      }
    }
    var rest = parts[...]
    return facts.map { facts in
      let own = rest.prefix(1 + facts.sets.count)
      rest = rest.dropFirst(own.count)
      var made = (collections: [Collections](), indexes: [PassageIndex]())
      for part in own {
        switch part {
        case .collections(let collections): made.collections.append(collections)
        case .index(let index): made.indexes.append(index)
        }
      }
      return Groundwork(
        data: facts.data, sets: facts.sets, collections: made.collections.first ?? Collections(facts.data),
        indexes: made.indexes)
    }
  }
}
