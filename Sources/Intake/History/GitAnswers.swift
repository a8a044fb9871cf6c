import StructuredData

/// Reads what git says of a repository. A hostile one decides every byte of it: what makes no sense is left out.
struct GitAnswers {
  /// Last second of the day of assessment.
  let end: Int

  /// Entries of `git log --raw -z` with commits of the form `NUL id SPACE seconds`; of the entries those of wanted files,
  /// and those whose name is no UTF-8.
  ///
  /// A name stands at a place of its own, so that nothing in it can be taken for anything else.
  func changesAndCommits(
    in output: [UInt8], wanted: (String) -> Bool = { _ in true }
  ) -> (changes: [GitRepository.Change], commits: [Commit]) {
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    var fields = output[...].parts(between: 0)[...]
    var changes: [GitRepository.Change] = []
    var commits: [Commit] = []
    var current: Commit?
    while var field = fields.popFirst() {
      while field.first == 0x0A { field = field.dropFirst() }
      guard field.first == UInt8(ascii: ":") else {
        let words = field.parts(between: 0x20)
        guard words.count == 2 else { continue }
        current = commit(text(words[0]), text(words[1]))
        if let current { commits.append(current) }
        continue
      }
      let status = field.lastIndex(of: 0x20).flatMap { field[($0 + 1)...].first }
      let names = status == UInt8(ascii: "R") || status == UInt8(ascii: "C") ? 2 : 1
      guard field.count(where: { $0 == 0x20 }) == 4, fields.count >= names else { break }
      let name = String(validating: fields[fields.startIndex + names - 1], as: UTF8.self)
      fields = fields.dropFirst(names)
      guard let current, name.map(wanted) ?? true else { continue }
      // Few are wanted: the words of the others are not taken apart.
      let words = field.parts(between: 0x20, omittingEmpty: false)
      let isFile = words[1].starts(with: "100".utf8)
      changes.append(GitRepository.Change(commit: current, path: name, object: isFile ? text(words[3]) : nil))
    }
    return (changes, commits)
  }

  /// A commit with the second it was made; nil for one after the day of assessment, or of a time that is none.
  private func commit(_ id: String, _ seconds: String) -> Commit? {
    guard let seconds = Int(seconds), (0...end).contains(seconds) else { return nil }
    return Commit(id: id, date: CalendarDate(daysSinceEpoch: seconds / 86_400))
  }

  /// Tags of `git for-each-ref` with name, object, commit and second between NULs.
  func tags(in output: [UInt8]) -> [(name: String, commit: Commit)] {
    output.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0, omittingEmptySubsequences: false)
      guard fields.count == 4, let name = String(validating: fields[0], as: UTF8.self) else { return nil }
      let id = String(decoding: fields[2].isEmpty ? fields[1] : fields[2], as: UTF8.self)
      return commit(id, String(decoding: fields[3], as: UTF8.self)).map { (name, $0) }
    }
  }

  /// The day of a second since 1970; nil where it is none that a calendar of four digits has.
  static func day(ofSecond text: String) -> CalendarDate? {
    guard let seconds = Int(text), (0..<253_402_300_800).contains(seconds) else { return nil }
    return CalendarDate(daysSinceEpoch: seconds / 86_400)
  }

  /// The day of each line in `git blame --porcelain`, by 1-based line.
  static func lineDays(in output: [UInt8]) -> [Int: CalendarDate] {
    var days: [Int: CalendarDate] = [:]
    var times: [String: CalendarDate] = [:]
    var current: (id: String, line: Int)?
    for line in output.split(separator: 0x0A) where line.first != 0x09 {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      if words.count >= 3, words[0].utf8.count >= 40, let number = Int(words[2]) {
        current = (String(words[0]), number)
      } else if words.count == 2, words[0] == "committer-time", let current {
        times[current.id] = day(ofSecond: String(words[1]))
      }
      if let current, let day = times[current.id] { days[current.line] = day }
    }
    return days
  }

  /// Adds the objects of `git cat-file --batch`, each behind a line with its name, type and size.
  static func add(objectsIn output: [UInt8], to contents: inout [String: [UInt8]]) {
    var index = 0
    while index < output.count, let newline = output[index...].firstIndex(of: 0x0A) {
      let head = String(decoding: output[index..<newline], as: UTF8.self).split(separator: " ")
      index = newline + 1
      guard head.count == 3, let size = Int(head[2]), (0...(output.count - index)).contains(size) else { continue }
      if head[1] == "blob", size <= IntakeLimits.fileBytes {
        contents[String(head[0])] = Array(output[index..<(index + size)])
      }
      index += size + 1
    }
  }

  /// Files and links of `git ls-tree -r -z -l`.
  static func entries(in output: [UInt8]) -> [GitRepository.Entry] {
    output[...].parts(between: 0).compactMap { line in
      guard let tab = line.firstIndex(of: 0x09), let path = String(validating: line[(tab + 1)...], as: UTF8.self) else {
        return nil
      }
      let words = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 4, words[1] == "blob", let size = Int(words[3]) else { return nil }
      return GitRepository.Entry(path: path, object: words[2], isLink: words[0] == "120000", size: size)
    }
  }

  /// Who did what in the records of `git log`, of eight fields each.
  func activity(in output: [UInt8]) -> RepositoryActivity {
    var tally = ActivityTally(today: CalendarDate(daysSinceEpoch: end / 86_400))
    for record in output[...].parts(between: 0) {
      // The subject comes last and may hold anything.
      let fields = record.parts(between: 0x1F, most: ActivityTally.subject + 1, omittingEmpty: false)
      guard fields.count == ActivityTally.subject + 1,
        let day = Self.day(ofSecond: String(decoding: fields[0], as: UTF8.self))
      else {
        continue
      }
      tally.add(fields, of: record, on: day)
    }
    return tally.activity
  }
}
