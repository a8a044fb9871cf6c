import Criteria
import Diagnostics
import Markdown
import StructuredData
import Words

/// Loads, classifies, parses and reads one file. Files do not know of each other here, so that they are read in parallel.
struct DocumentReading: Sendable {
  let tree: SourceTree
  let classifier: Classifier
  /// Those that read each kind, in their order.
  private let readers: [DocumentKind: [Reader]]
  let overrides: [(pattern: Glob, entry: WorkspaceConfiguration.DocumentEntry)]
  /// What the text that answers criteria is found by; nil where nobody will ask, as of earlier versions.
  private let phrases: PhraseTable?
  /// Where other people's libraries lie.
  private let foreign: ForeignFolders
  /// Files that are looked at for the sake of a reader.
  private let named: [String: FileFormat]

  init(
    tree: SourceTree, classifier: Classifier, readers: [Reader],
    overrides: [(pattern: Glob, entry: WorkspaceConfiguration.DocumentEntry)], phrases: PhraseTable? = nil
  ) {
    self.tree = tree
    self.phrases = phrases
    self.classifier = classifier
    self.readers = Dictionary(grouping: readers.flatMap { reader in reader.kinds.map { ($0, reader) } }, by: \.0)
      .mapValues { $0.map(\.1) }
    self.overrides = overrides
    named = readers.files
    foreign = tree.foreign
  }

  /// The document of a file of the repository in folder `root`; nil for a file that is not looked at or cannot be read.
  func document(_ file: SourceTree.File, root: String) -> Staged<SourceDocument?> {
    let name = file.path.pathNames.last ?? ""
    let override = overrides.last { $0.pattern.matches(file.path) }?.entry
    guard let format = FileFormat(name: String(name), named: named) ?? (override?.kind == nil ? nil : .text) else {
      return Staged(nil)
    }
    if case .foreign = format {
      let classification = classifier.classify(SourceText(path: file.path, bytes: []), root: root, format: format)
      return Staged(
        SourceDocument(
          source: SourceText(path: file.path, bytes: []), kind: classification.kind, reason: classification.reason))
    }
    switch tree.read(file.path) {
    case .failure(let diagnostic): return Staged(nil, [diagnostic])
    case .success(let bytes):
      let source = SourceText(path: file.path, bytes: bytes)
      if let refusal = Encoding.refusal(of: source) {
        return Staged(
          SourceDocument(source: SourceText(path: file.path, bytes: []), kind: .unsupported, reason: refusal))
      }
      if format != .json, source.lineCount > IntakeLimits.lines { return tooLong(source) }
      return read(source, root: root, format: format, override: override)
    }
  }

  /// A file of more lines than are read.
  private func tooLong(_ source: SourceText) -> Staged<SourceDocument?> {
    let reason = "file of \(source.lineCount) lines, at most \(IntakeLimits.lines) are read"
    let text = SourceText(path: source.path, bytes: [])
    return Staged(
      SourceDocument(source: text, kind: .unsupported, reason: reason),
      [Diagnostic("intake/too-long", .warning, at: source.location(line: 1), reason, help: "split the file")])
  }

  /// A document whose kind is known, whatever it looks like: an earlier version of one, say; nil for one that is no
  /// text.
  func document(_ source: SourceText, as kind: DocumentKind) -> Staged<SourceDocument?> {
    let name = source.path.pathNames.last ?? ""
    guard Encoding.refusal(of: source) == nil else { return Staged(nil) }
    let classification = Classifier.Classification(
      kind: kind, reason: "an earlier version", title: nil, page: ScrapedPage.detect(source))
    let format = (FileFormat(name: String(name)) ?? .text).shown(by: source)
    return read(source, classification, format: format, document: format.document(of: source), override: nil)
  }

  private func read(
    _ source: SourceText, root: String, format: FileFormat, override: WorkspaceConfiguration.DocumentEntry?
  ) -> Staged<SourceDocument?> {
    let format = format.shown(by: source)
    let document = format.document(of: source)
    let classification = classifier.classify(
      source, root: root, format: format, document: document, library: foreign.library(of: source.path))
    return read(source, classification, format: format, document: document, override: override)
  }

  private func read(
    _ source: SourceText, _ classification: Classifier.Classification, format: FileFormat, document tree: Document?,
    override: WorkspaceConfiguration.DocumentEntry?
  ) -> Staged<SourceDocument?> {
    var diagnostics: [Diagnostic] = []
    if let encoding = Encoding.diagnostic(for: source) { diagnostics.append(encoding) }
    let front = frontMatter(source, format, &diagnostics)
    let (kind, reason) = kind(classification, front, override)
    var document = SourceDocument(source: source, kind: kind, reason: reason)
    document.frontMatter = front
    document.markdown = tree
    let isText = format == .markdown || format == .text
    let html = HTMLStart.isHTML(source) ? HTMLText(source) : nil
    if isText, document.kind.isParsedAsMarkdown, html == nil {
      let parsed = GFM.document(source)
      document.markdown = parsed.value
      document.facts.unread += parsed.diagnostics.map { Unread(line: $0.location?.line ?? 1, reason: $0.summary) }
      diagnostics += parsed.diagnostics
      // What is beyond a limit is unread as a whole: no other reader tries, and nobody is judged by what it lacks.
      if parsed.diagnostics.contains(where: { $0.rule == "markdown/too-large" }) {
        (document.kind, document.reason) = (.unsupported, "beyond a limit")
        return Staged(document, diagnostics)
      }
      if let page = classification.page { document.leaveOutFurniture(of: page) }
    }
    let data = data(of: document, format)
    // Readers that go by lines know the signs of Markdown only.
    let readable = tree.map { MarkdownLines.text(of: $0, like: source) } ?? source
    let input = ReaderInput(
      source: readable, kind: document.kind, markdown: document.markdown, data: data.value, frontMatter: front,
      page: classification.page, html: html, matchers: classifier.matchers)
    let read = readers[document.kind, default: []].read(input, into: &document.facts)
    document.readers += read.value
    if max(document.facts.people.count, document.facts.adopters.count) >= IntakeLimits.listed {
      let reason = "a list of more than \(IntakeLimits.listed) entries; only the first ones are read"
      document.facts.unread.append(Unread(line: 1, reason: reason))
    }
    diagnostics += read.diagnostics
    // Where the documents of a copied library lead to is nobody's business here.
    if !foreign.holdCopy(source.path) {
      document.facts.links += LinkScanner.links(of: source, document: document.markdown, html: html)
    }
    document.learn(input.readText?.words, phrases)
    document.facts.date = override?.date ?? document.facts.date
    // The configuration decides, then the title, then what a reader found further down.
    document.facts.subject = override?.subject ?? classification.title?.subject ?? document.facts.subject
    document.facts.level = override?.level ?? classification.title?.level ?? document.facts.level
    let wasRecovered = document.facts.total > 0
    // That bytes are no UTF-8 was said when the file was opened; it is an error where nothing could be read for it.
    diagnostics += data.diagnostics.filter { !wasRecovered || $0.rule != "yaml/encoding" }
      .map { softened($0, wasRecovered: wasRecovered) }
    account(for: &document, data.value)
    return Staged(document, diagnostics)
  }

  /// The configuration decides what a document is for, then the document itself.
  private func kind(
    _ classification: Classifier.Classification, _ front: Node?, _ override: WorkspaceConfiguration.DocumentEntry?
  ) -> (DocumentKind, reason: String) {
    if let kind = override?.kind { return (kind, "said by \(WorkspaceConfiguration.fileName)") }
    if let kind = front?["kind"]?.string.flatMap({ DocumentKind(rawValue: $0) }) {
      return (kind, "said by its front matter")
    }
    return (classification.kind, classification.reason)
  }

  /// What a file of data holds; nothing for one that is read as text.
  private func data(of document: SourceDocument, _ format: FileFormat) -> Staged<Node?> {
    guard document.kind.isParsedAsData, [.yaml, .json, .toml].contains(format) || document.isOwnersFile else {
      return Staged(nil)
    }
    return format == .toml ? TOML.read(document.source) : YAML.read(document.source)
  }

  private func frontMatter(_ source: SourceText, _ format: FileFormat, _ diagnostics: inout [Diagnostic]) -> Node? {
    guard format == .markdown || format == .text, let front = FrontMatter(of: source) else {
      return format == .yaml || format == .text ? LeadingComment.node(of: source) : nil
    }
    let parsed = YAML.read(source, range: front.yaml)
    diagnostics += parsed.diagnostics.map { softened($0, wasRecovered: true) }
    return parsed.value
  }

  /// A syntax error of data that a reader read nevertheless: the rest of the file was understood.
  private func softened(_ diagnostic: Diagnostic, wasRecovered: Bool) -> Diagnostic {
    guard wasRecovered, diagnostic.severity == .error else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.severity = .warning
    diagnostic.kind = .input
    diagnostic.notes.append(.init("the rest of the file was read"))
    return diagnostic
  }

  /// Says what was recognized and gave nothing, so that nothing is silently zero.
  private func account(for document: inout SourceDocument, _ data: Node?) {
    guard let expectation = document.kind.expectation, document.facts.total == 0, !onlyLabels(document, data) else {
      return
    }
    let ran = readers[document.kind, default: []].map(\.id)
    let by = ran.isEmpty ? "no reader reads this kind" : "looked for by \(ran.joined(separator: ", "))"
    document.facts.unread.append(Unread(line: 1, reason: "no \(expectation) found; \(by)"))
  }
}

/// Whether an OWNERS file was written to hold no owner, only labels or options.
private func onlyLabels(_ document: SourceDocument, _ data: Node?) -> Bool {
  guard document.kind == .owners, let data, data.isMapping else { return false }
  return data.entries.allSatisfy { Lexicon.people.ownersOptions.contains($0.key.string ?? "") }
}

extension SourceDocument {
  /// Whether this is an OWNERS or OWNERS_ALIASES file without extension, which is YAML.
  fileprivate var isOwnersFile: Bool { kind == .owners || kind == .ownersAliases }
}
