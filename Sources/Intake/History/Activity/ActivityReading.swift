import StructuredData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension GitRepository {
  /// Who wrote and reviewed what up to the day of assessment, from one run over all commits that the checkout rests on.
  func activity() throws(HistoryUnavailable) -> RepositoryActivity {
    let trailers = ["Co-authored-by", "Reviewed-by", "Acked-by"]
      .map { "%x1f%(trailers:key=\($0),valueonly,separator=%x1e)" }.joined()
    // Git would wait for a pipe of that name, and never end.
    var mailmap = stat()
    let isFile = lstat("\(folder)/.mailmap", &mailmap) == 0 && mailmap.st_mode & S_IFMT == S_IFREG
    let isMapped = isFile && mailmap.st_size <= IntakeLimits.fileBytes
    let (map, people) =
      isMapped ? ("--use-mailmap", "%aN%x1f%aE%x1f%cN%x1f%cE") : ("--no-mailmap", "%an%x1f%ae%x1f%cn%x1f%ce")
    let output = try answer([
      "log", "-z", map, "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-decorate",
      "--no-color", "--no-notes", "--min-age=\(end)",
      "--format=%ct%x1f%P%x1f\(people)\(trailers)", "HEAD",
    ])
    return GitAnswers.activity(in: output)
  }
}

/// Counts commits by whom they name.
struct ActivityTally {
  private var authors: [String: AuthorActivity] = [:]
  private var programs: Set<String> = []
  private var first: CalendarDate?

  var activity: RepositoryActivity {
    let sorted = authors.values.sorted { a, b in
      let (x, y) = (a.address, b.address)
      return x == y ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return RepositoryActivity(authors: sorted, first: first)
  }

  /// A commit: time, parents, author, committer, and the values of three trailers.
  mutating func add(_ fields: [ArraySlice<UInt8>], on day: CalendarDate) {
    first = first.map { min($0, day) } ?? day
    let author = Self.person(fields[2], fields[3])
    let isMerge = fields[1].contains(0x20)
    // A merge is the work of whoever merged, and shows that they looked at it; its committer can be the forge itself.
    if isMerge { note(author, on: day, isReview: true) } else { note(author, on: day, isReview: false) }
    for person in Self.people(fields[6]) where person != author { note(person, on: day, isReview: false) }
    var reviewers = Self.people(fields[7]) + Self.people(fields[8])
    let committer = Self.person(fields[4], fields[5])
    if !isMerge, committer.address != author.address, committer.name != author.name { reviewers.append(committer) }
    for person in reviewers where person != author { note(person, on: day, isReview: true) }
  }

  private mutating func note(_ person: Named, on day: CalendarDate, isReview: Bool) {
    guard !person.address.isEmpty || !person.name.isEmpty else { return }
    let key = person.address + "\u{0}" + person.name
    if programs.contains(key) { return }
    if authors[key] == nil {
      guard !AuthorActivity.isProgram(name: person.name, address: person.address), !person.isForge else {
        programs.insert(key)
        return
      }
    }
    var entry = authors[key] ?? AuthorActivity(name: person.name, address: person.address)
    if isReview {
      entry.reviews += 1
      entry.lastReview = entry.lastReview.map { max($0, day) } ?? day
    } else {
      entry.commits += 1
      entry.lastCommit = entry.lastCommit.map { max($0, day) } ?? day
    }
    authors[key] = entry
  }

  private struct Named: Equatable {
    var name: String
    var address: String
    /// What a forge writes as committer of what is merged on its pages.
    var isForge: Bool { address.hasPrefix("noreply@") }
  }

  private static func person(_ name: ArraySlice<UInt8>, _ address: ArraySlice<UInt8>) -> Named {
    Named(name: String(decoding: name, as: UTF8.self), address: String(decoding: address, as: UTF8.self).lowercased())
  }

  /// `Ann Example <ann@example.org>`, several of them with a separator between them; an account may be all there is.
  private static func people(_ field: ArraySlice<UInt8>) -> [Named] {
    field.split(separator: 0x1E).prefix(20).map { value in
      let open = value.firstIndex(of: UInt8(ascii: "<"))
      let close = value.lastIndex(of: UInt8(ascii: ">"))
      guard let open, let close, open < close else { return person(value, []) }
      return person(trimmed(value[..<open]), value[(open + 1)..<close])
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while bytes.last == 0x20 { bytes.removeLast() }
    while bytes.first == 0x20 { bytes.removeFirst() }
    return bytes
  }
}
