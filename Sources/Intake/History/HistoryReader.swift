import Words
public import Criteria
public import Diagnostics
public import StructuredData

/// Reads what the past of a community's repositories tells, once its files are read: the stage between reading and
/// judging.
public enum HistoryReader {
  /// The portfolio with histories: of each repository whose own root holds `.git`, up to the day of assessment, and of
  /// the community's lists of maintainers and adopters.
  ///
  /// A history that cannot be had is unknown; one note says why. Without any `.git` no program is started.
  public static func read(
    _ portfolio: Portfolio, of tree: SourceTree, criteria: [CriteriaSet], asOf: CalendarDate,
    options: IntakeOptions = IntakeOptions()
  ) async -> Staged<Portfolio> {
    await Lexicon.with(options.lexicon) { await histories(portfolio, tree, criteria, asOf, options) }
  }

  private static func histories(
    _ portfolio: Portfolio, _ tree: SourceTree, _ criteria: [CriteriaSet], _ asOf: CalendarDate,
    _ options: IntakeOptions
  ) async -> Staged<Portfolio> {
    guard let root = tree.folder else { return Staged(portfolio) }
    let places = portfolio.communities.indices.flatMap { community in
      portfolio.communities[community].repositories.indices.compactMap { repository -> (Int, Int)? in
        let found = portfolio.communities[community].repositories[repository]
        return tree.gitRoots.contains(found.path) && !found.isAbsent ? (community, repository) : nil
      }
    }
    guard !places.isEmpty else { return Staged(portfolio) }
    let lists = Dictionary(
      uniqueKeysWithValues: Set(places.map(\.0)).map { ($0, portfolio.communities[$0].listPaths) })
    let opened = await places.concurrentMap(width: options.jobs) { community, repository in
      RepositoryReading.open(
        portfolio.communities[community], repository, lists: lists[community] ?? [], of: tree, root: root, asOf: asOf)
    }
    var portfolio = portfolio
    var diagnostics: [Diagnostic] = []
    var files: [[ListFile]] = portfolio.communities.map { _ in [] }
    for ((community, repository), result) in zip(places, await answers(of: opened, jobs: options.jobs)) {
      switch result {
      case .success(let found):
        portfolio.communities[community].take(found.history, of: repository)
        files[community] += found.lists
        diagnostics += found.diagnostics
      case .failure(let unknown):
        if unknown.concernsAll, !diagnostics.isEmpty { continue }
        let path = portfolio.communities[community].repositories[repository].path
        diagnostics.append(
          Diagnostic(
            "intake/no-history", unknown.isChoice ? .warning : .note,
            at: Location(path: ".git".path(in: path), line: 1),
            "the history is unknown: \(unknown.reason)", help: unknown.help))
      }
    }
    guard files.contains(where: { !$0.isEmpty }) else { return Staged(portfolio, diagnostics) }
    let reading = DocumentReading(
      tree: tree, classifier: Classifier(criteria: criteria), readers: options.readers,
      overrides: [])
    for (index, files) in files.enumerated() where !files.isEmpty {
      let lists = ListReading(community: portfolio.communities[index], files: files, reading: reading)
      portfolio.communities[index] = await lists.withHistories(jobs: options.jobs)
    }
    return Staged(portfolio, diagnostics)
  }

  /// What each history tells, in their order.
  private static func answers(
    of opened: [Result<RepositoryReading, HistoryUnavailable>], jobs: Int
  ) async -> [Result<RepositoryReading.Found, HistoryUnavailable>] {
    // Each question is a run of git: those that take longest begin first, whatever repository they are about.
    let asked = RepositoryReading.Question.allCases.flatMap { question in
      opened.enumerated().compactMap { index, result in
        if case .success(let reading) = result { (index, reading, question) } else { nil }
      }
    }
    let answers = await asked.concurrentMap(width: jobs) { _, reading, question in reading.answer(to: question) }
    var read = opened.map { $0.map { RepositoryReading.Found(history: RepositoryHistory(head: $0.head)) } }
    for ((index, _, _), answer) in zip(asked, answers) {
      read[index] = read[index].flatMap { found in
        answer.map { add in
          var found = found
          add(&found)
          return found
        }
      }
    }
    return read.map { $0.map(\.withoutWhatIsGuessed) }
  }
}

extension RepositoryReading.Found {
  /// Where contents are missing, nothing is said of who did what, nor that a file is nowhere.
  fileprivate var withoutWhatIsGuessed: Self {
    guard lacksContents else { return self }
    var found = self
    (found.history.activity, found.history.isWhole) = (nil, false)
    return found
  }
}

extension Community {
  /// Takes the history of a repository, by which it is known whether all of its files are here: links that lead nowhere
  /// are a guess.
  fileprivate mutating func take(_ history: RepositoryHistory, of number: Int) {
    repositories[number].history = history
    let known = repositories[number]
    guard history.isWhole, known.isExcerpt else { return }
    let own = documents.filter { repository(of: $0.path)?.path == known.path }
    repositories[number].isExcerpt = !PartialCopy.isPartial(known, own)
  }
}

extension Community {
  /// The file that lists the maintainers; nil when ownership files stand in for a list.
  var maintainerFile: String? {
    guard let path = index.maintainerList?.path, let kind = self[path: path]?.kind else { return nil }
    return kind.isOfOwners ? nil : path
  }

  /// Files whose versions are read: lists of maintainers and adopters, and of those who vote in a body.
  var listPaths: [String] {
    ([maintainerFile].compactMap { $0 } + adopterFiles + bodyLists.map(\.path)).uniqued()
  }

  var adopterFiles: [String] {
    ownDocuments.filter { $0.kind == .adopters && !$0.facts.adopters.isEmpty }.map(\.path)
  }
}
