public import Criteria
public import Diagnostics
public import Words

/// How a source is read.
public struct IntakeOptions: Sendable {
  /// Most tasks at once.
  var jobs: Int
  /// Readers, in the order they read a file.
  var readers: [Reader]
  /// The words by which documents are understood.
  var lexicon: Lexicon
  /// Where the time that documents and readers take is added up; nil where nobody asks.
  public var costs: Costs?

  /// Options.
  public init(jobs: Int = 1, readers: [Reader] = Reader.all, lexicon: Lexicon = .builtIn) {
    self.jobs = jobs
    self.readers = readers
    self.lexicon = lexicon
  }
}

/// Reads the documents of a source into communities: discover, load, classify, parse, read, model.
public enum PortfolioReader {
  /// The communities of a tree.
  ///
  /// Bad input is a diagnostic, never a failure: a file that cannot be read is left out, the rest is read. The result
  /// depends on the files, the workspace file and the criteria alone; `jobs` changes nothing but the time it takes.
  public static func read(
    _ tree: SourceTree, workspace: WorkspaceConfiguration, criteria: [CriteriaSet],
    options: IntakeOptions = IntakeOptions()
  ) async -> Staged<Portfolio> {
    await Lexicon.with(options.lexicon) { await communities(tree, workspace, criteria, options) }
  }

  private static func communities(
    _ tree: SourceTree, _ workspace: WorkspaceConfiguration, _ criteria: [CriteriaSet], _ options: IntakeOptions
  ) async -> Staged<Portfolio> {
    let inventory = Inventory(tree, workspace)
    let phrases = PhraseTable(criteria.flatMap(\.passagePhrases).uniqued())
    let reading = DocumentReading(
      tree: tree, classifier: Classifier(criteria: criteria),
      readers: options.costs.map { costs in options.readers.map { $0.measured(by: costs) } } ?? options.readers,
      overrides: workspace.documents.map { (Glob($0.pattern), $0) }, phrases: phrases)
    var diagnostics = tree.diagnostics + inventory.diagnostics
    let snapshots = Snapshots.read(tree, workspace)
    let pages = SitePages.read(tree, workspace)
    diagnostics += snapshots.diagnostics + pages.diagnostics

    // One list over all communities, so that the width is used however the files are spread.
    let set = Set((snapshots.value + pages.value).map(\.path))
    let files = inventory.entries.enumerated().flatMap { index, entry in
      entry.files.filter { !set.contains($0.path) }.map { (index, $0, entry.root(of: $0.path)) }
    }
    let read = await files.concurrentMap(width: options.jobs) { index, file, root in
      (index, options.costs.measure(.document, file.path) { reading.document(file, root: root) })
    }
    var documents = [[SourceDocument]](repeating: [], count: inventory.entries.count)
    for (index, staged) in read {
      diagnostics += staged.diagnostics
      if let document = staged.value { documents[index].append(document) }
    }
    let remotes = Dictionary(
      firstOf: inventory.entries.flatMap(\.repositories).map(\.path).uniqued().map { path in
        (path, GitRemote(of: path, in: tree))
      })
    let placed = SubjectPlacement.placed(
      inventory.entries, documents,
      remotes: inventory.entries.map { $0.repositories.compactMap { remotes[$0.path] ?? nil } })
    let communities = await placed.concurrentMap(width: options.jobs, cost: \.documents.count) { entry, documents in
      let resolved = IssuesExport.resolve(documents, criteria)
      let remotes = entry.repositories.map { remotes[$0.path] ?? GitRemote(of: $0.path, in: tree) }
      var community = await CommunityAssembly.community(
        entry, resolved.value, workspace, criteria, phrases: phrases, remotes: remotes, isOnly: placed.count == 1,
        jobs: placed.share(of: options.jobs))
      community.foreign = tree.foreign
      return Staged(community, resolved.diagnostics)
    }
    let portfolio = Portfolio(
      workspace: workspace, layout: inventory.layout, communities: communities.map(\.value),
      snapshots: snapshots.value, pages: pages.value)
    diagnostics += communities.flatMap(\.diagnostics)
    return Staged(portfolio, softened(diagnostics, for: portfolio))
  }

  /// Documents of other projects that a foundation stores stop nobody's run: their errors become warnings. Neither do
  /// older documents beside the application: that they follow another form is a note.
  private static func softened(_ diagnostics: [Diagnostic], for portfolio: Portfolio) -> [Diagnostic] {
    let history = Set(portfolio.communities.flatMap(\.earlierApplications))
    let foreign = Set(
      portfolio.communities.flatMap(\.documents).filter { $0.foreignSubject != nil }.map(\.path))
    return diagnostics.map { diagnostic in
      guard let path = diagnostic.location?.path else { return diagnostic }
      let isOfHistory = history.contains(path) && diagnostic.rule == "due-diligence/no-criteria"
      guard isOfHistory || foreign.contains(path) else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.severity = min(diagnostic.severity, isOfHistory ? .note : .warning)
      diagnostic.kind = .input
      return diagnostic
    }
  }

  /// The workspace file of a tree; one that sets nothing when the tree has none.
  public static func workspace(of tree: SourceTree) -> Staged<WorkspaceConfiguration> {
    let name = WorkspaceConfiguration.fileName
    guard tree.files.contains(where: { $0.path == name }) else { return Staged(WorkspaceConfiguration()) }
    switch tree.read(name) {
    case .success(let bytes): return WorkspaceConfiguration.read(SourceText(path: name, bytes: bytes))
    case .failure(let diagnostic): return Staged(WorkspaceConfiguration(), [diagnostic])
    }
  }
}
