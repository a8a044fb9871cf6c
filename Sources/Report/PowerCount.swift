import Diagnostics
import Power

extension VotingPower {
  /// "needs 4 of 7, Acme decides alone; fewest that decide, for example: Acme, Globex".
  var words: String {
    var parts = ["\(needed) of \(total) votes are needed"]
    parts.append("decides alone: \(decidesAlone.words)")
    parts.append("blocks alone: \(blocksAlone.words)")
    if let winning, winning.organizations.count > 1 {
      parts.append("fewest that decide, for example: \(winning.organizations.joined(separator: ", "))")
    }
    if let blocking, blocking.organizations.count > 1 {
      parts.append("fewest that block, for example: \(blocking.organizations.joined(separator: ", "))")
    }
    return parts.joined(separator: "; ")
  }

  /// Adds what was counted to a decision's object.
  func add(to json: inout JSONValue) {
    json.add("votes_needed", .integer(needed))
    json.add("majority_alone", decidesAlone.json)
    json.add("block_alone", blocksAlone.json)
    json.add("possible_alone", texts: decidesAlone.possible)
    json.add("possible_block", texts: blocksAlone.possible)
    json.add("smallest_winning_coalition", winning?.json)
    json.add("smallest_blocking_coalition", blocking?.json)
  }
}

extension VotingPower.Holders {
  fileprivate var words: String {
    var names = certain
    if independents > 0 { names.append("each of \(independents) independent people") }
    // Of more than anybody reads, the number says that too little is known.
    names += possible.count > 5 ? ["perhaps any of \(possible.count) organizations"] : possible.map { "perhaps \($0)" }
    return names.isEmpty ? "nobody" : names.joined(separator: ", ")
  }

  /// Names for whom it is certain; `unknown` where nobody has it for certain and somebody may.
  fileprivate var json: JSONValue { certain.isEmpty && !possible.isEmpty ? "unknown" : JSONValue(certain) }
}

extension VotingPower.Coalition {
  fileprivate var json: JSONValue {
    ["organizations": .integer(organizations.count), "votes": .integer(votes), "example": JSONValue(organizations)]
  }
}
