import Diagnostics
import Intake
import Markdown

/// What there is to see of a criterion: the claim and the evidence it rests on, each with a fingerprint that white space
/// and the order of other lines do not change.
struct ReviewedEvidence {
  /// A part of a file: a row, a paragraph, a section, or all of it.
  struct Part {
    let fingerprint: String
    let location: Location
  }

  /// The claim; nil when the documents make none.
  let claim: Part?
  /// Files that the verdict or the claim's links name, by path, with the parts meant, in the order of the file.
  let files: [(path: String, parts: [Part])]

  init(_ assessment: CriterionAssessment, in data: CommunityData) {
    claim = assessment.item.map { item in
      let lines = [item] + assessment.children
      let parts = lines.flatMap { line in
        [line.state.rawValue, line.text, line.evidenceText, line.issueReference.map { "#\($0)" } ?? ""]
          + line.links.map(\.destination)
      }
      return Part(fingerprint: Fingerprint.ofText(parts), location: item.location)
    }
    var ranges: [String: Set<ClosedRange<Int>>] = [:]
    func add(_ path: String, _ lines: (SourceDocument) -> ClosedRange<Int>) {
      guard let document = data.document(path), document.kind != .unsupported else { return }
      ranges[path, default: []].insert(lines(document))
    }
    let links = ([assessment.item].compactMap { $0 } + assessment.children).flatMap(\.links)
    if let path = assessment.item?.location.path {
      for link in links {
        guard case .local(let target, let fragment) = data.resolver.target(of: link.destination, in: path),
          target != path
        else { continue }
        add(target) { $0.section(fragment) ?? $0.body }
      }
    }
    for cite in assessment.cites where cite.path != assessment.item?.location.path {
      add(cite.path) { $0.part(at: cite.line) }
    }
    files = ranges.map { path, lines in
      let document = data.document(path)
      // All of a file covers its parts.
      let whole = document.map(\.body)
      let kept = whole.map { lines.contains($0) ? [$0] : Array(lines) } ?? []
      let sorted = kept.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      return (path, sorted.compactMap { lines in document.map { Part($0, lines) } })
    }.sortedByBytes(of: \.path)
  }
}

extension ReviewedEvidence.Part {
  init(_ document: SourceDocument, _ lines: ClosedRange<Int>) {
    fingerprint = Fingerprint.ofText([lines.map(document.source.lineText).joined(separator: "\n")])
    location = document.source.location(line: lines.lowerBound)
  }
}

extension SourceDocument {
  /// All its lines but those of its front matter.
  fileprivate var body: ClosedRange<Int> {
    let front = markdown == nil ? 0 : FrontMatter(of: source)?.lineCount ?? 0
    return min(front + 1, source.lineCount)...source.lineCount
  }

  /// The section a fragment names: its heading and all below it; nil when there is no such heading.
  fileprivate func section(_ fragment: String?) -> ClosedRange<Int>? {
    guard let fragment, let headings = markdown?.headings,
      let index = headings.firstIndex(where: { $0.anchor == fragment.lowercased() })
    else { return nil }
    return section(headings[index], before: headings[(index + 1)...])
  }

  private func section(_ heading: Heading, before later: ArraySlice<Heading>) -> ClosedRange<Int> {
    let end = later.first { $0.level <= heading.level }.map { $0.line - 1 } ?? source.lineCount
    return heading.line...max(heading.line, end)
  }

  /// What a cited line stands for. In Markdown: its table row, else its section under a heading, else its paragraph; at
  /// the first line, all of the file. In data: the line with all that is indented deeper below it.
  fileprivate func part(at line: Int) -> ClosedRange<Int> {
    guard let markdown else { return record(at: line) }
    if line <= body.lowerBound { return body }
    if let index = markdown.headings.firstIndex(where: { $0.line == line }) {
      return section(markdown.headings[index], before: markdown.headings[(index + 1)...])
    }
    let leaf = markdown.allBlocks.last { block in
      switch block.kind {
      case .paragraph, .row, .code, .html: block.lines.contains(line)
      default: false
      }
    }
    return leaf?.lines ?? line...line
  }

  private func record(at line: Int) -> ClosedRange<Int> {
    guard line <= source.lineCount, let indentation = indentation(of: line) else { return line...line }
    var end = line
    var next = line + 1
    while next <= source.lineCount {
      if let deeper = self.indentation(of: next) {
        guard deeper > indentation else { break }
        end = next
      }
      next += 1
    }
    return line...end
  }

  /// White space before a line's text; nil for a blank line.
  private func indentation(of line: Int) -> Int? {
    let bytes = source[line: line]
    let blank = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
    return blank == bytes.count ? nil : blank
  }
}
