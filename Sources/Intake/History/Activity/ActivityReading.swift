import Diagnostics
import StructuredData

extension GitRepository {
  /// Who wrote and reviewed what up to the day of assessment, from one run over all commits that the checkout rests on.
  func activity() throws(HistoryUnavailable) -> RepositoryActivity {
    // Of all keys at once: for each question about trailers git reads the whole message again.
    let keys = ["Co-authored-by", "Reviewed-by", "Acked-by"].map { "key=\($0)," }.joined()
    let trailers = "%x1f%(trailers:\(keys)separator=%x1e)"
    // Git would wait for a pipe of that name, and never end.
    let mailmap = SourceTree.status(of: "\(folder)/.mailmap")
    let isMapped = mailmap.map { $0.kind == .file && $0.size <= IntakeLimits.fileBytes } ?? false
    let (map, people) =
      isMapped ? ("--use-mailmap", "%aN%x1f%aE%x1f%cN%x1f%cE") : ("--no-mailmap", "%an%x1f%ae%x1f%cn%x1f%ce")
    let output = try answer([
      "log", "-z", map, "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-decorate",
      "--no-color", "--no-notes", "--min-age=\(end)",
      "--format=%ct%x1f%P%x1f\(people)\(trailers)%x1f%s", revision,
    ])
    return answers.activity(in: output)
  }
}

/// Counts commits by whom they name. A name is read once, however many commits carry it.
struct ActivityTally {
  private struct Named: Hashable {
    var name: String
    var address: String
  }

  private let today: CalendarDate
  /// Everybody named, programs too.
  private var people: [AuthorActivity] = []
  private var programs: Set<Int> = []
  private var numbers: [Named: Int] = [:]
  /// The texts they were read from, and the number of whom each names.
  private var texts = ByteTable()
  private var read: [Int] = []

  init(today: CalendarDate) { self.today = today }

  var activity: RepositoryActivity {
    let authors = people.indices.filter { !programs.contains($0) && people[$0].last != nil }
    let sorted = authors.sorted { a, b in
      let (x, y) = (people[a].address, people[b].address)
      return x == y ? people[a].name.precedes(people[b].name) : x.precedes(y)
    }
    return RepositoryActivity(authors: sorted.map { people[$0] })
  }

  /// Most trailers of one commit that are read.
  private static let mostTrailers = 60

  /// The number of the last field.
  static let subject = 7

  /// A commit: time, parents, names and addresses of author and committer, its trailers, and the subject.
  mutating func add(_ fields: [ArraySlice<UInt8>], of record: ArraySlice<UInt8>, on day: CalendarDate) {
    func bytes(_ first: Int) -> ArraySlice<UInt8> { record[fields[first].startIndex..<fields[first + 1].endIndex] }
    let author = number(bytes(2)) { (fields[2], fields[3]) }
    let isMerge = fields[1].contains(0x20)
    // A merge is the work of whoever merged, and shows that they looked at it; its committer can be the forge itself.
    note(author, on: day, isReview: isMerge)
    for (person, isReview) in named(in: fields[6]) where person != author { note(person, on: day, isReview: isReview) }
    // Mostly who wrote it has committed it.
    let isSame = bytes(4).elementsEqual(bytes(2))
    let committer = isSame ? author : number(bytes(4)) { (fields[4], fields[5]) }
    if !isMerge, people[committer].address != people[author].address, people[committer].name != people[author].name {
      note(committer, on: day, isReview: true)
    }
    if isMerge, let account = Self.merged(fields[Self.subject]) {
      let person = number(account) { (account, []) }
      people[person].lastMerged = Self.later(people[person].lastMerged, day)
    }
  }

  /// The account whose branch a pull request brought in, by the subject that the forge writes for a merge: `Merge pull
  /// request #12 from ann/branch`. Its commits may have an address that no list knows.
  private static func merged(_ subject: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard subject.starts(with: "Merge pull request #".utf8) else { return nil }
    let words = subject.parts(between: 0x20, most: 7)
    guard words.count >= 6, words[4].elementsEqual("from".utf8), let slash = words[5].firstIndex(of: 0x2F),
      slash > words[5].startIndex
    else { return nil }
    return words[5][..<slash]
  }

  private static func later(_ known: CalendarDate?, _ day: CalendarDate) -> CalendarDate {
    known.map { max($0, day) } ?? day
  }

  private mutating func note(_ person: Int, on day: CalendarDate, isReview: Bool) {
    if isReview {
      people[person].reviews += 1
      people[person].lastReview = Self.later(people[person].lastReview, day)
      if day.days(to: today) <= 365 { people[person].recentReviews += 1 }
    } else {
      people[person].commits += 1
      people[person].lastCommit = Self.later(people[person].lastCommit, day)
    }
  }

  /// The number of whoever some bytes name, taken apart only when they are met first.
  private mutating func number(
    _ bytes: ArraySlice<UInt8>, _ parts: () -> (name: ArraySlice<UInt8>, address: ArraySlice<UInt8>)
  ) -> Int {
    let (isNew, text) = bytes.withUnsafeBufferPointer { texts.insert($0) }
    guard isNew else { return read[text] }
    let (name, address) = parts()
    let named = Named(
      name: String(decoding: name, as: UTF8.self), address: String(decoding: address, as: UTF8.self).lowercased())
    let number = numbers[named] ?? people.count
    if number == people.count {
      people.append(AuthorActivity(name: named.name, address: named.address))
      // A forge writes its own address as that of the committer of what is merged on its pages.
      if named.name.isEmpty && named.address.isEmpty || named.address.hasPrefix("noreply@")
        || AuthorActivity.isProgram(name: named.name, address: named.address)
      {
        programs.insert(number)
      }
    }
    numbers[named] = number
    read.append(number)
    return number
  }

  /// Whom trailers name (`Reviewed-by: Ann Example <ann@example.org>`, several of them with a separator between them; an
  /// account may be all there is), and whether as somebody who reviewed.
  private mutating func named(in trailers: ArraySlice<UInt8>) -> [(person: Int, isReview: Bool)] {
    trailers.parts(between: 0x1E).prefix(Self.mostTrailers).compactMap { trailer in
      guard let colon = trailer.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let value = Self.trimmed(trailer[(colon + 1)...])
      guard !value.isEmpty else { return nil }
      let person = number(value) {
        let open = value.firstIndex(of: UInt8(ascii: "<"))
        let close = value.lastIndex(of: UInt8(ascii: ">"))
        guard let open, let close, open < close else { return (value, []) }
        return (Self.trimmed(value[..<open]), value[(open + 1)..<close])
      }
      return (person, trailer.first.map { $0 | 0x20 } != UInt8(ascii: "c"))
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while bytes.last == 0x20 { bytes.removeLast() }
    while bytes.first == 0x20 { bytes.removeFirst() }
    return bytes
  }
}
