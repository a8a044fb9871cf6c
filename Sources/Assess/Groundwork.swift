import Criteria
import Intake

/// What judging a community rests on, made before its criteria are judged.
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

  /// Makes it for all communities: collections and passages in tasks of their own, so that a single community takes the
  /// width, too.
  static func all(_ facts: [Facts], jobs: Int) async -> [Groundwork] {
    var known: [[String]: AskedRows] = [:]
    let wanted = facts.flatMap { facts -> [(data: CommunityData, asked: AskedRows?, set: CriteriaSet?)] in
      let models = facts.sets.map(\.model)
      let asked = known[models] ?? AskedRows(facts.sets)
      known[models] = asked
      return [(facts.data, asked, nil)] + facts.sets.map { (facts.data, nil, $0) }
    }
    var rest = await wanted.concurrentMap(width: jobs, cost: { $0.data.community.documents.count }) { wanted in
      (wanted.asked.map { Collections(wanted.data, asked: $0) }, wanted.set.map { PassageIndex(wanted.data, $0) })
    }[...]
    return facts.map { facts in
      let own = rest.prefix(1 + facts.sets.count)
      rest = rest.dropFirst(own.count)
      return Groundwork(
        data: facts.data, sets: facts.sets, collections: own.first?.0 ?? Collections(facts.data),
        indexes: own.compactMap(\.1))
    }
  }
}
