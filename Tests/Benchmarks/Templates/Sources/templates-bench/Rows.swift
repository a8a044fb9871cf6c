/// A row of the table, as a program would have it.
struct Row {
  var id, title, status, owner: String
  var score: Int
}

/// The data of the page: the same from run to run, and the same in `peers.py`.
struct PageData {
  let site = "Governance & Risk"
  let title = "Gap report <Q3>"
  let nav = (0..<8).map { (url: "/section-\($0)/", title: "Section \($0) & more") }
  let rows: [Row]

  init(rows count: Int) {
    var seed: UInt32 = 12345
    func next() -> Int {
      seed = seed &* 1_103_515_245 &+ 12345
      return Int((seed >> 16) & 0x7FFF)
    }
    let words = [
      "audit", "policy", "risk & control", "owner", "review <draft>", "evidence", "gap", "plan", "access", "retention",
      "supplier", "backup", "log", "training", "incident", "privacy",
    ]
    let owners = ["A. Ivanova", "B. O&M team", "C. Müller", "D. Garcia", "E. Sato"]
    let states = ["open", "closed", "partial"]
    rows = (0..<count).map { index in
      let length = 3 + next() % 6
      let title = (0..<length).map { _ in words[next() % words.count] }.joined(separator: " ")
      return Row(
        id: "GAP-\(10000 + index)", title: title, status: states[next() % 3], owner: owners[next() % 5],
        score: next() % 100)
    }
  }
}
