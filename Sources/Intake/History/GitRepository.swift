import StructuredData

/// Asks `git` about one repository. It is taken for hostile: no configuration but its own is read, and what that could
/// start (pagers, hooks, monitors, signature checks, fetches, programs for differences) is switched off.
struct GitRepository: Sendable {
  /// A file as one commit left it.
  struct Change: Hashable, Sendable {
    let commit: Commit
    /// Path inside the repository; nil for one that is no UTF-8.
    let path: String?
    /// Object of the content; nil when it was removed or is no regular file.
    let object: String?
  }

  let folder: String
  /// Last second of the day of assessment.
  let end: Int
  private var trusted: [String] = []
  /// What is asked about: `HEAD`, or a commit.
  let revision: String
  /// Whether commits or contents are left out of the clone, and why its history is unknown then.
  private(set) var missingPart: HistoryUnavailable?

  /// The repository whose own root is `folder`, an absolute path without links; throws why its history is unknown.
  init(folder: String, asOf: CalendarDate, at revision: String = "HEAD") throws(HistoryUnavailable) {
    try self.init(anyDepth: folder, asOf: asOf, at: revision)
    if let missingPart { throw missingPart }
  }

  /// The same, also where a clone has only a part of its history.
  init(anyDepth folder: String, asOf: CalendarDate, at revision: String = "HEAD") throws(HistoryUnavailable) {
    self.folder = folder
    self.revision = revision
    end = (asOf.daysSinceEpoch + 1) * 86_400 - 1
    let question = ["rev-parse", "--is-shallow-repository", "--show-cdup", "HEAD^{commit}"]
    var answer = try ask(question)
    if answer.status != 0, Self.isForeign(answer), Self.isTrustedByUser(folder) {
      trusted = ["-c", "safe.directory=\(folder)"]
      answer = try ask(question)
    }
    guard answer.status == 0 else {
      throw Self.isForeign(answer)
        ? HistoryUnavailable(
          "the repository belongs to another user",
          help: "to trust it, run `git config --global --add safe.directory \"$PWD\"` in it", isChoice: true)
        : HistoryUnavailable("git finds no commit in it")
    }
    let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3, lines[1].isEmpty else {
      throw HistoryUnavailable("its root is no git repository of its own")
    }
    if lines[0] != "false" {
      missingPart = HistoryUnavailable(
        "the clone is shallow", help: "fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow")
      return
    }
    let partial = try ask(["config", "--get-regexp", #"^(extensions\.partialclone|remote\..*\.promisor)$"#])
    if !partial.output.isEmpty {
      missingPart = HistoryUnavailable("the clone is a partial one", help: "clone it without `--filter`")
    }
  }

  /// The newest commit of the main line on or before the day of assessment.
  func head() throws(HistoryUnavailable) -> Commit {
    let output = try answer(log + ["-1", "--min-age=\(end)", "--format=%x00%H %ct", revision])
    guard let commit = answers.changesAndCommits(in: output).commits.first else {
      throw HistoryUnavailable("it has no commit up to the day of assessment")
    }
    return commit
  }

  /// Whether no Markdown file that is tracked is missing from the working tree, and no checkout is sparse.
  func isWhole() throws(HistoryUnavailable) -> Bool {
    let sparse = try ask(["config", "--bool", "core.sparseCheckout"])
    guard !sparse.output.starts(with: "true".utf8) else { return false }
    // Of a commit all files are here.
    guard revision == "HEAD" else { return true }
    let deleted = try ask(["ls-files", "--deleted"])
    return deleted.status == 0
      && !deleted.output.split(separator: 0x0A).contains { $0.reversed().starts(with: ".md".utf8.reversed()) }
  }

  /// The day of the newest commit, whatever the day of assessment; nil when its time is none.
  func newestDay() throws(HistoryUnavailable) -> CalendarDate? {
    let output = try answer(log + ["-1", "--format=%ct", revision])
    return GitAnswers.day(ofSecond: String(decoding: output.prefix(while: \.isASCIIDigit), as: UTF8.self))
  }

  /// The day each line of a file was last changed, up to a commit, by 1-based line.
  func lineDays(of path: String, at commit: Commit) throws(HistoryUnavailable) -> [Int: CalendarDate] {
    let answer = try ask(["blame", "--no-textconv", "--no-ext-diff", "--porcelain", commit.id, "--", path])
    guard answer.status == 0 else { return [:] }
    return GitAnswers.lineDays(in: answer.output)
  }

  /// What git said of the changes of some files, of all files where they are many.
  struct ChangeLog {
    fileprivate let answers: GitAnswers
    fileprivate let output: [UInt8]
    /// Whether it tells of every file.
    let isOfAll: Bool

    /// What the main line changed of files that it tells of, up to the day of assessment, newest first.
    func changes(of paths: [String]) -> [Change] {
      answers.changesAndCommits(in: output, wanted: Set(paths).contains).changes
    }
  }

  /// Asks about the changes of some files.
  func changeLog(of paths: [String]) throws(HistoryUnavailable) -> ChangeLog {
    let places = Self.places(of: paths)
    return ChangeLog(answers: answers, output: try rawLog(["--no-renames"], places), isOfAll: places.isEmpty)
  }

  /// Most paths that are named to git. It compares every file of every commit with each of them in turn: 500 paths cost
  /// four times as much as reading about all files.
  static let mostPaths = 32

  /// What to ask git about for some files: the files, else the folders at the root that hold them, else everything.
  private static func places(of paths: [String]) -> [String] {
    guard paths.count > mostPaths else { return paths }
    let roots = Set(paths.map { String(Substring($0.utf8.prefix { $0 != UInt8(ascii: "/") })) })
    return roots.count > mostPaths ? [] : roots.sortedByBytes()
  }

  /// Versions of one file up to the day of assessment, newest first, followed through its renames; where the content of
  /// another file, with which it would be compared, is not here, those under its own name.
  func versions(of path: String) throws(HistoryUnavailable) -> (changes: [Change], isFollowed: Bool) {
    do {
      return (answers.changesAndCommits(in: try rawLog(["--follow", "-M"], [path])).changes, true)
    } catch {
      return (answers.changesAndCommits(in: try rawLog(["--no-renames"], [path])).changes, false)
    }
  }

  private func rawLog(_ options: [String], _ paths: [String]) throws(HistoryUnavailable) -> [UInt8] {
    try answer(log + options + ["-m", "--raw", "--no-abbrev", "--format=%x00%H %ct", revision, "--"] + paths)
  }

  /// Tags on or before the day of assessment with the commit they name.
  func tags() throws(HistoryUnavailable) -> [(name: String, commit: Commit)] {
    let format = "%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)"
    return answers.tags(in: try answer(["for-each-ref", "--format=\(format)", "refs/tags"]))
  }

  /// Contents of objects; one that is not here is left out.
  func contents(of objects: [String]) throws(HistoryUnavailable) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    let most = GitProgram.mostInput / 65
    for start in stride(from: 0, to: objects.count, by: most) {
      let part = objects[start..<min(start + most, objects.count)]
      let output = try answer(["cat-file", "--batch"], input: Array(part.map { $0 + "\n" }.joined().utf8))
      GitAnswers.add(objectsIn: output, to: &contents)
    }
    return contents
  }

  private let log = [
    "log", "-z", "--first-parent", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-decorate",
    "--no-mailmap", "--no-color", "--no-notes",
  ]

  var answers: GitAnswers { GitAnswers(end: end) }

  // MARK: Asking

  func answer(_ arguments: [String], input: [UInt8] = []) throws(HistoryUnavailable) -> [UInt8] {
    let answer = try ask(arguments, input: input)
    guard answer.status == 0 else {
      throw HistoryUnavailable("git cannot read it (\(arguments[0]) ends with \(answer.status))")
    }
    return answer.output
  }

  func ask(_ arguments: [String], input: [UInt8] = []) throws(HistoryUnavailable) -> GitProgram.Answer {
    let parent = folder.folderPath
    let options = [
      "-C", folder, "--no-pager", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false",
      "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    ]
    // Files that a configuration may name: git would read a pipe or an endless device to its end.
    let files =
      ["diff.orderFile", "mailmap.file", "core.attributesFile", "core.excludesFile"]
      .flatMap { ["-c", "\($0)=/dev/null"] } + ["-c", "blame.ignoreRevsFile=", "-c", "mailmap.blob="]
    return try Self.run(
      options + files + trusted + arguments, input: input,
      environment: Self.environment + [
        ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("HOME", "/dev/null"),
        ("GIT_CEILING_DIRECTORIES", parent), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_ALLOW_PROTOCOL", "none"),
        ("GIT_NO_REPLACE_OBJECTS", "1"), ("GIT_GRAFT_FILE", "/dev/null"), ("GIT_ATTR_NOSYSTEM", "1"),
        ("GIT_TERMINAL_PROMPT", "0"),
      ])
  }

  private static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [(String, String)]
  ) throws(HistoryUnavailable) -> GitProgram.Answer {
    do throws(GitProgram.Failure) {
      return try GitProgram.run(arguments, input: input, environment: environment)
    } catch {
      switch error {
      case .absent: throw HistoryUnavailable("the `git` program is not here", help: "install git", concernsAll: true)
      case .timeLimit: throw HistoryUnavailable("git takes too long to read it")
      case .outputLimit: throw HistoryUnavailable("git says more about it than is read")
      case .cannotStart: throw HistoryUnavailable("the `git` program cannot be started: no pipe to it can be made")
      }
    }
  }

  private static let environment = [
    ("PATH", GitProgram.variable("PATH") ?? "/usr/bin:/bin"), ("LC_ALL", "C"), ("TZ", "UTC"),
  ]

  // MARK: Other people's repositories

  private static func isForeign(_ answer: GitProgram.Answer) -> Bool {
    answer.error.utf8.count > 0 && answer.error.holds("dubious ownership")
  }

  /// Whether the user's or the system's own configuration calls a folder safe although it belongs to somebody else, as
  /// checkouts in containers do. The repository has no say in this.
  private static func isTrustedByUser(_ folder: String) -> Bool {
    let names = ["HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"]
    let own = names.compactMap { name in GitProgram.variable(name).map { (name, $0) } }
    return ["--global", "--system"].contains { scope in
      let question = ["config", scope, "-z", "--get-all", "safe.directory"]
      guard let answer = try? run(question, environment: environment + own), answer.status == 0 else { return false }
      return answer.output.split(separator: 0).contains { $0.elementsEqual(folder.utf8) || $0.elementsEqual("*".utf8) }
    }
  }
}
