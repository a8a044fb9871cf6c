import Diagnostics
import Markdown
import StructuredData

extension Reader {
  /// Notes, mails and minutes: events, actions, decisions, feedback, groups, status items, the document's date.
  static let notes = Reader(id: "notes", kinds: [.notes, .mail, .meetings]) { input, facts in
    guard let outline = NoteOutline(of: input, &facts) else { return [] }
    let dates = NoteDates(outline)
    let link = input.matchers.link
    // Events, feedback and groups are spoken of on the day of the document, whoever states it.
    let day = dates.document ?? input.frontMatter?["date"]?.date
    facts.date = facts.date ?? dates.document
    facts.events += EventRules().events(in: outline, day: day)
    // Guides to meetings are full of "please" and bear no day, unlike minutes: only their lists are asks.
    let isGuide = input.kind == .meetings && dates.document == nil
    // Minutes tell what was said and what stands on the agenda: only what is marked as an action is one.
    let items = ActionItems(
      outline, current: dates.current, readsProse: !isGuide, wantsMarks: input.kind == .meetings, link: link)
    facts.actions += bounded(items.actions, &facts)
    facts.decisions += bounded(items.decisions, &facts)
    let statusItems = bounded(StatusItems.items(in: outline, current: dates.current), &facts)
    facts.statusItems += statusItems
    facts.roadmapItems += statusItems.map { RoadmapItem(text: $0.text, marker: $0.marker, location: $0.location) }
    if input.kind != .meetings {
      facts.feedback += FeedbackRules().feedback(in: outline, day: day, link: link)
      facts.groups += GroupMentions().groups(in: outline)
    }
    if input.kind == .mail { facts.sections += outline.sections }
    return outline.mojibakeNote.map { [$0] } ?? []
  }

  /// The first items, as many as are shown; what is left out is said.
  private static func bounded<Item>(_ items: [Item], _ facts: inout Facts) -> [Item] {
    let most = IntakeLimits.noteItems
    guard items.count > most else { return items }
    facts.unread.append(Unread(line: 1, reason: "\(items.count) items of a kind; only the first \(most) are read"))
    return Array(items.prefix(most))
  }

  /// Threads: reviewers' remarks below an application, saved as a page or kept as notes.
  static let thread = Reader(id: "thread", kinds: [.thread, .dueDiligence, .review]) { input, facts in
    let comments: [ThreadComments.Comment]
    if let page = input.page {
      comments = ThreadComments.comments(of: page, in: input.source)
      facts.date = facts.date ?? page.date
    } else if input.kind == .thread, let markdown = input.markdown {
      comments = ThreadComments.comments(in: NoteOutline(markdown, in: input.source))
    } else {
      return []
    }
    facts.feedback += ThreadComments.feedback(
      in: comments, link: input.matchers.link)
    return []
  }
}

extension NoteOutline {
  /// The outline of a reader's input: HTML, else Markdown, which plain text is a case of.
  init?(of input: ReaderInput, _ facts: inout Facts) {
    if let html = input.html {
      if input.source.byteCount > IntakeLimits.htmlBytes {
        facts.unread.append(Unread(line: input.source.lineCount, reason: "HTML beyond 1 MB is not read"))
      }
      self.init(html, in: input.source)
    } else if input.page != nil {
      return nil
    } else {
      self.init(input.markdown ?? GFM.document(input.source).value, in: input.source)
    }
    if input.kind == .mail, let end = lines.firstIndex(where: { Self.opensForwardedMail($0.text) }) {
      self.init(Array(lines[..<end]))
    }
  }

  private static func opensForwardedMail(_ text: String) -> Bool {
    text.hasPrefix("-----Original Message-----") || text.hasPrefix("Begin forwarded message:")
  }

  /// Headings and topic labels that have text below or beside them.
  var sections: [Section] {
    lines.indices.compactMap { index in
      let line = lines[index]
      if let level = line.headingLevel {
        guard !section(of: index).isEmpty else { return nil }
        return Section(heading: line.text, level: min(level, 6), state: .answered, location: line.location)
      }
      guard let label = line.label else { return nil }
      let level = headings[index].last.flatMap { lines[$0].headingLevel } ?? 1
      return Section(heading: label, level: min(level + 1, 6), state: .answered, location: line.location)
    }
  }

  /// One note for all text that was mended.
  var mojibakeNote: Diagnostic? {
    guard let first = lines.first(where: \.isMended) else { return nil }
    return Diagnostic(
      "text/mojibake", .note, at: first.location,
      "text was saved in the wrong encoding: `\(first.text)` is what it says",
      help: "save the file as UTF-8; it is shown mended")
  }
}
