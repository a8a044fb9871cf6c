import Words
import Diagnostics
import Markdown

extension Reader {
  /// Regular meetings that documents tell of in tables, sentences and labelled lines.
  static let meetingPage = Reader(id: "meetings-text", kinds: [.meetings, .readme, .contributing, .governance]) {
    input, facts in
    guard input.data == nil else { return [] }
    var page = MeetingPage(source: input.source, isMinutes: input.kind == .meetings)
    page.read(input.regions)
    facts.meetings += page.meetings
    return []
  }
}

/// Reads the meetings of one document.
private struct MeetingPage {
  let source: SourceText
  /// Whether the document tells of single meetings too, so that only what repeats counts.
  let isMinutes: Bool
  private(set) var meetings: [Group.Meeting] = []

  /// Most meetings of a document: more are minutes.
  private static let most = 100
  /// Most words of a sentence that tells when people meet.
  private static let mostWords = 45
  /// Opens for the words that tell a day of the week or how often: a sentence without any tells of no meeting.
  private static let tellsWhen = ByteGate(
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "week", "biweek", "fortnight", "every")
  /// Opens for the words by which a text speaks of meetings.
  private static let isAbout = ByteGate("office", "meet", "call", "sync")
  /// Longest paragraph that is searched, in characters of UTF-8.
  private static let longest = 4_000

  mutating func read(_ regions: [Region]) {
    var start = meetings.count
    var headings: [String] = []
    var links = MeetingLinks()
    for region in regions where meetings.count < Self.most {
      if region.headings != headings {
        links.complete(&meetings, from: start)
        (start, headings, links) = (meetings.count, region.headings, MeetingLinks())
      }
      func isAboutMeetings() -> Bool {
        region.headings.suffix(2).contains(where: Self.isAboutMeetings)
          || region.introduction.map(Self.isAboutMeetings) ?? false
      }
      switch region.block.kind {
      case .table: meetings += MeetingTable.meetings(in: region.block, source)
      case .paragraph: take(region.block, titles: { region.headings }, &links, isAbout: isAboutMeetings)
      case .list: take(list: region.block, titles: { region.headings }, isAbout: isAboutMeetings, &links)
      default: break
      }
    }
    links.complete(&meetings, from: start)
  }

  private mutating func take(
    _ paragraph: Block, titles: () -> [String], _ links: inout MeetingLinks, isAbout: () -> Bool
  ) {
    links.add(paragraph)
    // Most tell of none: their lines are not taken apart.
    if paragraph.isPlainText, !Self.tellsWhen.opens(for: paragraph.plainText) { return }
    for line in MeetingLine.lines(of: paragraph.inlines) {
      guard line.text.utf8.count <= Self.longest, Self.tellsWhen.opens(for: line.text) else { continue }
      for sentence in line.sentences where Self.tellsWhen.opens(for: sentence) {
        if Self.isAboutMeetings(sentence) || isAbout() { take(sentence, line, titles: titles) }
      }
    }
  }

  /// Bullets; what stands below a bullet belongs to it.
  private mutating func take(
    list: Block, titles: () -> [String], isAbout isAboutMeetings: () -> Bool, _ links: inout MeetingLinks,
    depth: Int = 0
  ) {
    guard depth < 6 else { return }
    for item in list.children where meetings.count < Self.most {
      let start = meetings.count
      let children = item.children
      guard let first = children.first else { continue }
      lazy var text = first.inlines.plainText.blanksFolded
      func isAbout() -> Bool { text.utf8.count < 200 && Self.isAboutMeetings(text) || isAboutMeetings() }
      take(first, titles: titles, &links, isAbout: isAbout)
      let isFirst = meetings.count == start
      var own = MeetingLinks()
      for nested in children.dropFirst() {
        guard case .list = nested.kind else { continue }
        func ownTitles() -> [String] {
          let isTitle = isFirst && !text.isEmpty && Self.words(text) <= 20
          return isTitle ? titles() + [text.trimmed(of: [":", " "])] : titles()
        }
        take(list: nested, titles: ownTitles, isAbout: isAbout, &own, depth: depth + 1)
      }
      own.complete(&meetings, from: start)
    }
  }

  private static func words(_ text: String) -> Int {
    var (count, isInWord) = (0, false)
    for byte in text.utf8 {
      if byte != 0x20, !isInWord { count += 1 }
      isInWord = byte != 0x20
    }
    return count
  }

  private mutating func take(_ sentence: String, _ line: MeetingLine, titles: () -> [String]) {
    guard Self.words(sentence) <= Self.mostWords else { return }
    if isMinutes, MeetingClock.times(in: sentence).isEmpty { return }
    let time = MeetingTime(sentence: sentence)
    let hasTime = time.start != nil || time.problem(with: .time) == MeetingTime.severalTimes
    let isRegular = time.recurrence != nil
    let isTold = time.weekdays.isEmpty ? hasTime && isRegular && time.zone != nil : hasTime || isRegular
    // A day with its year is one meeting, not a series.
    guard isTold, isMinutes ? isRegular && hasTime : isRegular || time.firstDay == nil else { return }
    let title = titles().last { !$0.isEmpty } ?? ""
    meetings.append(
      Group.Meeting(
        told: sentence, title: title, url: line.links.first { MeetingLinks.isRoom($0) },
        location: source.location(line: line.number)))
  }

  /// Whether a title or sentence speaks of meetings.
  static func isAboutMeetings(_ text: String) -> Bool {
    guard isAbout.opens(for: text) else { return false }
    let words = text.lowercaseWords
    if zip(words, words.dropFirst()).contains(where: { $0 == "office" && $1 == "hours" }) { return true }
    return words.contains { Lexicon.groups.meetingWords.contains($0) }
  }
}

extension MeetingTime {
  /// What is said where a sentence names times that are not the same.
  static let severalTimes = "several times are given"
}

extension Group.Meeting {
  /// A meeting told in words: `Planning: every Tuesday at 9:00 UTC` has its own name, else it has the title's.
  init(told text: String, title: String, url: String?, location: Location) {
    var description = title
    var when = text.trimmed(of: [" ", "*", "-", ":"])
    if let colon = when.firstRange(ofBytes: ": ") {
      let label = when[..<colon.lowerBound]
      let rest = String(when[colon.upperBound...])
      if label.split(separator: " ").count <= 8, !label.contains(where: \.isNumber),
        !MeetingTime(sentence: rest).weekdays.isEmpty
      {
        when = rest
        if MeetingColumn.recognize(String(label)) == nil { description = String(label) }
      }
    }
    self.init(description: description, time: when, url: url, location: location)
  }
}

/// A line of a paragraph: what stands between forced breaks.
private struct MeetingLine {
  private(set) var text = ""
  private var isBlank = true
  private(set) var links: [String] = []
  private(set) var number: Int

  private init(at line: Int) { number = line }

  static func lines(of inlines: [Inline]) -> [MeetingLine] {
    var lines = [MeetingLine(at: inlines.first?.line ?? 1)]
    func add(_ inlines: [Inline], depth: Int) {
      guard depth < 50 else { return }
      for inline in inlines {
        let last = lines.count - 1
        if lines[last].isBlank { lines[last].number = inline.line }
        switch inline.kind {
        case .text(let part), .code(let part):
          lines[last].text += part
          // Asked of the part alone: blanks of many pictures in a row were looked at again with each.
          lines[last].isBlank = lines[last].isBlank && part.allSatisfy(\.isWhitespace)
        case .softBreak: lines[last].text += " "
        case .lineBreak: lines.append(MeetingLine(at: inline.line))
        case .html(let tag):
          if tag.lowercased().hasPrefix("<br") { lines.append(MeetingLine(at: inline.line)) }
        case .link(let destination, _):
          lines[last].links.append(destination)
          add(inline.children, depth: depth + 1)
        case .emphasis, .strong, .strikethrough: add(inline.children, depth: depth + 1)
        case .image, .footnoteReference: break
        }
      }
    }
    add(inlines, depth: 0)
    for index in lines.indices { lines[index].text = lines[index].text.blanksFolded }
    return lines.filter { !$0.text.isEmpty || !$0.links.isEmpty }
  }

  /// The text cut where a sentence ends: a full stop, a blank and a capital.
  var sentences: [String] {
    var sentences: [String] = []
    var (start, search) = (text.startIndex, text.startIndex)
    while let stop = text.utf8[search...].firstIndex(of: UInt8(ascii: ".")) {
      search = text.utf8.index(after: stop)
      guard search < text.endIndex, text.utf8[search] == UInt8(ascii: " ") else { continue }
      search = text.utf8.index(after: search)
      guard search < text.endIndex, text[search].isUppercase,
        !text[start..<stop].utf8.suffix(2).elementsEqual(".m".utf8)
      else { continue }
      sentences.append(String(text[start..<stop]))
      start = search
    }
    return sentences + [String(text[start...])]
  }
}

/// Links about the meetings of one part of a document, of which they are read only where it tells of meetings.
private struct MeetingLinks {
  private var paragraphs: [Block] = []
  private var room: String?
  private var notes: String?
  private var recordings: String?
  /// Opens for the words that tell what a link leads to.
  private static let tellsWhat = ByteGate("notes", "agenda", "minutes", "recording", "youtube", "zoom", "join")

  mutating func add(_ paragraph: Block) { paragraphs.append(paragraph) }

  /// Takes the links of a line that says what they are.
  private mutating func take(_ line: MeetingLine) {
    guard
      let link = line.links.first
        ?? (line.text.holds("://") ? line.text.split(separator: " ").first { $0.holds("://") }.map(String.init) : nil)
    else { return }
    guard Self.tellsWhat.opens(for: line.text) || Self.isRoom(link) else { return }
    let words = line.text.lowercaseWords(most: 12).prefix(12)
    func has(_ any: String...) -> Bool { any.contains { words.contains($0) } }
    if has("notes", "agenda", "minutes") {
      notes = notes ?? link
    } else if has("recordings", "recording", "youtube") {
      recordings = recordings ?? link
    } else if Self.isRoom(link) || has("zoom", "join") {
      room = room ?? link
    }
  }

  /// Fills what the meetings from an index on lack.
  mutating func complete(_ meetings: inout [Group.Meeting], from start: Int) {
    guard start < meetings.count else { return }
    for paragraph in paragraphs { for line in MeetingLine.lines(of: paragraph.inlines) { take(line) } }
    for index in meetings.indices.dropFirst(start) {
      meetings[index].url = meetings[index].url ?? room
      meetings[index].archiveURL = meetings[index].archiveURL ?? notes
      meetings[index].recordingsURL = meetings[index].recordingsURL ?? recordings
    }
  }

  /// Whether an address is where people meet.
  static func isRoom(_ link: String) -> Bool {
    let address = link.lowercased()
    return Lexicon.groups.rooms.contains { address.holds($0) }
  }
}
