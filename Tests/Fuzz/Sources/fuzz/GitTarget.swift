@testable import Intake

/// What git says of a repository; the first byte chooses the question.
enum GitTarget {
  static func answers(_ bytes: [UInt8]) {
    let output = Array(bytes.dropFirst())
    let answers = GitAnswers(end: 1_800_000_000)
    switch (bytes.first ?? 0) % 6 {
    case 0: _ = answers.changesAndCommits(in: output)
    case 1: _ = answers.tags(in: output)
    case 2: _ = GitAnswers.lineDays(in: output)
    case 3:
      var contents: [String: [UInt8]] = [:]
      GitAnswers.add(objectsIn: output, to: &contents)
      precondition(contents.values.reduce(0) { $0 + $1.count } <= output.count, "contents that overlap")
    case 4: _ = GitAnswers.entries(in: output)
    default: _ = answers.activity(in: output)
    }
  }
}
