import Words
import Markdown
import StructuredData

/// What one line, bullet or cell says of a person: the parser shared by bullets, plain lines, table cells and comments.
///
/// Understood are the orders real lists use: `Name (Organization) [@handle](link) (role)`,
/// `Name <mail> ([handle](link))`, `Name, Organization <mail> (github: @handle, slack: …)`, `Name <mail> @handle: domain`,
/// `@handle - Organization, role`.
struct PersonLine {
  /// Name as written; empty when there is none.
  var name = ""
  /// Accounts named, in order; the first is the person's.
  var handles: [String] = []
  /// Organization as written.
  var organization: String?
  /// What stands after a colon.
  var domain: String?
  /// A role in brackets or after the organization, lower case.
  var role: String?
  /// The last day of a term in brackets: "(term ending February 2026)".
  var termEnd: CalendarDate?
  /// Whether an e-mail address stands in the line.
  var hasEmail = false
  /// Whether an account is named by a link or by `@`, not by a word in brackets.
  private(set) var hasMarkedHandle = false
  /// Bold text, which is a name where an account stands before it.
  private var bold = ""
  /// Whether a link that shows the account itself stands before everything else, as in lists sorted by account.
  private var beginsWithAccountLink = false

  /// The person's account.
  var handle: String? { handles.first }

  /// Whether the line names a person beyond doubt: an account or an address, and nothing that cannot be a name.
  var isCertain: Bool {
    (handle != nil || (hasEmail && !name.isEmpty)) && (name.isEmpty || PersonName.isPossible(name))
  }

  /// Whether the line could be a person by its name alone.
  var isPossible: Bool { isCertain || PersonName.isLikely(name) }

  private init() {}

  /// Reads a line of inline content; one that is longer than any person's names nobody.
  init(_ inlines: [Inline]) {
    var text = flat(inlines)
    guard text.utf8.count <= IntakeLimits.personBytes else {
      self = PersonLine()
      return
    }
    text = taking(accountsAndAddressesOf: text)
    hasMarkedHandle = !handles.isEmpty
    text = taking(bracketsOf: text)
    take(rest: text)
  }

  /// Reads plain text.
  init(text: String) { self.init([Inline(text: text, line: 1)]) }

  /// The line with a domain said elsewhere, unless it names one itself.
  func with(domain: String?) -> PersonLine {
    var line = self
    line.domain = self.domain ?? domain
    return line
  }

  // MARK: Links

  /// Deepest markup that is read, against hostile input.
  private static let deepest = 50

  private mutating func flat(_ inlines: [Inline], depth: Int = 0) -> String {
    guard depth < Self.deepest else { return "" }
    var text = ""
    for inline in inlines {
      switch inline.kind {
      case .text(let part), .code(let part): text += part
      // What stands below a name and its bracket is said of them: `Ada Example (@ada)`, `project lead`.
      case .softBreak: text += text.utf8.last == UInt8(ascii: ")") ? ", " : " "
      case .lineBreak: text += ", "
      case .html(let tag): if tag.lowercased().hasPrefix("<br") { text += ", " }
      case .strong:
        let part = flat(inline.children, depth: depth + 1)
        if bold.isEmpty, !handles.isEmpty { bold = part.blanksFolded }
        text += part
      case .emphasis, .strikethrough: text += flat(inline.children, depth: depth + 1)
      case .link(let destination, _): text += linkText(inline.children.plainText.blanksFolded, destination, after: text)
      case .image, .footnoteReference: break
      }
    }
    return text
  }

  /// What remains of a link's text once its account or address is taken.
  private mutating func linkText(_ text: String, _ destination: String, after before: String) -> String {
    if destination.hasPrefix("mailto:") || Account.isEmail(destination) {
      hasEmail = true
      return Account.isEmail(text) ? " " : text
    }
    guard let profile = Account.handle(ofProfile: destination) else {
      // A link to a page that takes donations says nothing of the person.
      return text.holds("://") || destination.holds("/sponsors/") ? " " : text
    }
    // The account shown wins over the address behind it: addresses are copied from the line above.
    if text.hasPrefix("@"), let shown = Account.handle(text) {
      handles.append(shown)
      return " "
    }
    // A second profile link is the organization's.
    if let handle { return text.lowercased() == handle.lowercased() ? " " : text }
    if text.lowercased() == profile.lowercased() || text.lowercased().hasSuffix("@\(profile.lowercased())") {
      beginsWithAccountLink = !before.contains { $0.isLetter }
      handles.append(profile.lowercased() == text.lowercased() ? text : profile)
      return " "
    }
    handles.append(profile)
    if text.holds("://") { return " " }
    let namedBefore = before.contains { $0.isLetter }
    return namedBefore && Account.isHandle(text) ? " " : Self.withoutOtherNames(text)
  }

  /// The text of a link to a person without the bracket between the name and that of the account: `Ada (Ada) (@ada)` is
  /// another name, since an employer stands outside of the link to the person.
  private static func withoutOtherNames(_ text: String) -> String {
    guard let account = text.firstRange(ofBytes: "(@"), let open = text.firstIndex(of: "("), open < account.lowerBound,
      let close = text[..<account.lowerBound].lastIndex(of: ")"), open < close
    else { return text }
    let inside = text[text.index(after: open)..<close]
    let isSaid = PersonRole.isRole(inside.blanksFolded) || PersonRole.isPronouns(inside.blanksFolded)
    return isSaid ? text : String(text[..<open] + text[account.lowerBound...])
  }

  // MARK: Accounts and addresses in the text

  private mutating func taking(accountsAndAddressesOf text: String) -> String {
    guard text.holds(byte: UInt8(ascii: "@")) else { return text }
    var kept: [Substring] = []
    for word in Self.unglued(text) {
      guard word.holds(byte: UInt8(ascii: "@")) else {
        kept.append(word)
        continue
      }
      let core = word.trimmed(of: Self.around)
      let start = word.firstRange(ofBytes: core)
      let (before, after) = start.map { (word[..<$0.lowerBound], word[$0.upperBound...]) } ?? ("", "")
      if core.hasPrefix("@"), let handle = Account.handle(core) {
        handles.append(handle)
        kept.append(before.filter { $0 == "(" } + after.filter { ",;:).".contains($0) })
      } else if Account.isEmail(core.hasPrefix("mailto:") ? String(core.dropFirst(7)) : core) {
        hasEmail = true
        kept.append(before.filter { $0 == "(" } + after.filter { ",;:)".contains($0) })
      } else if let (name, employer) = Self.employed(core), organization == nil {
        organization = employer
        kept.append(name[...])
      } else {
        kept.append(word)
      }
    }
    return kept.joined(separator: " ")
  }

  /// The words of a text, an account parted from the bracket that follows it at once: `@account(docs, site)`.
  private static func unglued(_ text: String) -> [Substring] {
    text.split(separator: " ", omittingEmptySubsequences: false).flatMap { word -> [Substring] in
      guard word.hasPrefix("@"), let open = word.firstIndex(of: "("), isHandle(word[..<open]) else { return [word] }
      return [word[..<open], word[open...]]
    }
  }

  private static func isHandle(_ word: Substring) -> Bool { Account.isHandle(word.dropFirst()) }

  /// A name with its employer behind an `@` (`Ada Example@Acme`).
  private static func employed(_ word: String) -> (name: String, employer: String)? {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first?.isLetter == true, parts[1].first?.isLetter == true,
      !parts[1].holds(".")
    else { return nil }
    return (String(parts[0]), String(parts[1]))
  }

  private static let around: [Unicode.Scalar] = [
    "(", ")", "<", ">", "[", "]", ",", ";", ":", ".", "\"", "'", "`", "*", "|", "（", "）",
  ]

  // MARK: Brackets

  private mutating func taking(bracketsOf text: String) -> String {
    let isSquare = Self.hasSquareBracket(text)
    guard isSquare || text.holds(byte: UInt8(ascii: "(")) || text.holds("（") else { return text }
    var outside = ""
    var inside = ""
    var depth = 0
    for index in text.indices {
      let character = text[index]
      switch character {
      case "(", "（",
        "[" where isSquare:
        depth += 1
        if depth > 1 { inside.append(character) }
      case ")" where depth > 0, "）" where depth > 0, "]" where depth > 0 && isSquare:
        depth -= 1
        if depth == 0, Self.isNickname(inside, after: outside, before: text[text.index(after: index)...]) {
          outside += "(\(inside))"
          inside = ""
        } else if depth == 0 {
          take(bracket: inside, isFirst: !outside.contains { $0.isLetter })
          inside = ""
          outside += " "
        } else {
          inside.append(character)
        }
      default:
        if depth > 0 { inside.append(character) } else { outside.append(character) }
      }
    }
    return outside + inside
  }

  /// Whether square brackets hold words of letters behind a name, as round ones do elsewhere: `Ada Example [Acme]`.
  private static func hasSquareBracket(_ text: String) -> Bool {
    guard text.holds(byte: UInt8(ascii: "[")), let open = text.firstIndex(of: "["), let close = text.lastIndex(of: "]"),
      open < close, text[..<open].contains(where: \.isLetter)
    else { return false }
    let inside = text[text.index(after: open)..<close]
    return inside.first?.isLetter == true && !inside.contains { ":@/[]".contains($0) }
  }

  /// Whether a bracket stands between a first and a last name: `Zoe (Zee) Example`, not `Zoe Example (Acme) Lead`.
  private static func isNickname(_ inside: String, after outside: String, before rest: Substring) -> Bool {
    // Nobody has so long a first name; a list of people has a bracket for each.
    guard outside.utf8.count <= 100 else { return false }
    func isNamePart(_ text: some StringProtocol) -> Bool {
      text.first.map { $0.isLetter && !$0.isLowercase } == true
        && text.allSatisfy { $0.isLetter || "-'’.".contains($0) }
    }
    let before = outside.split(separator: " ")
    let behind = rest.prefix { !",;:()<>|–—".contains($0) }.split(separator: " ").prefix { $0 != "-" }
    return before.count == 1 && before.allSatisfy(isNamePart) && isNamePart(inside)
      && (1...2).contains(behind.count) && behind.allSatisfy(isNamePart)
      && !PersonRole.isRole(behind.joined(separator: " "))
  }

  private mutating func take(bracket: String, isFirst: Bool) {
    for part in bracket.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      if let colon = part.firstIndex(of: ":") {
        let label = part[..<colon].blanksFolded.lowercased()
        let value = part[part.index(after: colon)...].blanksFolded
        if label.hasPrefix("git") || label == "gh", handles.isEmpty, let handle = Account.handle(value) {
          handles.append(handle)
        }
        continue
      }
      let text = part.blanksFolded.trimmed(of: Self.separators)
      guard !text.isEmpty, !PersonRole.isPronouns(text), !isAboutAccount(text) else { continue }
      if PersonRole.isRole(text) {
        role = role ?? text.lowercased()
      } else if text.contains(where: \.isNumber),
        !text.contains(where: { $0.isLetter && $0.isUppercase }) || isDate(text)
      {
        if handles.isEmpty, Account.isHandle(text), text.contains(where: \.isLetter), !isDay(text) {
          handles.append(text)
        }
        termEnd = termEnd ?? Term.end(in: text)
      } else if handles.isEmpty, Account.isHandle(text), text.first?.isLowercase == true || text.holds("-") {
        handles.append(text)
      } else if isFirst, handles.count == 1, PersonName.isLikely(text) {
        name = name.isEmpty ? text : name
      } else if organization == nil, !MeetingZone.isZone(text) {
        organization = text
      }
    }
  }

  /// Whether words only say of an account that it is another one of the same person.
  private func isAboutAccount(_ text: String) -> Bool {
    !handles.isEmpty && text.lowercaseWords.allSatisfy(Lexicon.people.otherAccountWords.contains)
  }

  /// Whether a text is a day of a month: `22nd`.
  private func isDay(_ text: String) -> Bool {
    let digits = text.prefix { $0.isNumber }.count
    let ending = text.dropFirst(digits)
    return (1...2).contains(digits) && ending.count == 2 && ending.allSatisfy(\.isLetter)
  }

  private func isDate(_ text: String) -> Bool {
    text.filter(\.isNumber).count >= 4
  }

  // MARK: What remains

  private static let separators: [Unicode.Scalar] = [
    " ", ",", ";", ":", ".", "-", "–", "—", "|", "/", "<", ">", "(", ")", "\u{A0}", "*", "\"", "`",
  ]

  /// Splits what remains into name, organization, role and domain.
  private mutating func take(rest text: String) {
    var text = text.blanksFolded
    if name.isEmpty, !handles.isEmpty {
      let behind = text.trimmed(of: Self.separators)
      let isDashed = text.first.map { "-–—".contains($0) } == true
      if behind.utf8.count < text.utf8.count, namesPerson(behind, isDashed: isDashed) { text = behind }
    }
    let (head, separator, tail) = Self.split(text)
    if separator == ":" {
      let value = tail.trimmed(of: Self.separators)
      // `storage: @account` names what the account looks after.
      if value.isEmpty, !handles.isEmpty, !PersonName.isLikely(head) {
        domain = head
        return
      }
      setName(head)
      domain = value.isEmpty ? nil : value
      return
    }
    if name.isEmpty { setName(head) }
    let parts = tail.split(separator: ",").map(\.blanksFolded).filter { !$0.trimmed(of: Self.separators).isEmpty }
    for (index, part) in parts.enumerated() {
      take(part: part, before: index + 1 < parts.count ? parts[index + 1] : nil)
    }
  }

  /// Whether what follows an account begins with the person's name, not with an employer (`@account - Acme Group`): it
  /// is bold, resembles the account, comes with an address, or the line begins with a link that shows the account.
  private func namesPerson(_ text: String, isDashed: Bool) -> Bool {
    let head = Self.split(text).head.blanksFolded
    if !bold.isEmpty { return bold.hasPrefix(head) && PersonName.isPossible(head) }
    guard PersonName.isLikely(head), !OrganizationSuffix.ends(head) else { return false }
    if handle.map({ PersonName.resembles(head, account: $0) }) == true { return isDashed || hasEmail }
    return isDashed && (hasEmail || beginsWithAccountLink)
  }

  /// Takes one of the parts behind the name; `next` is the part behind it.
  private mutating func take(part: String, before next: String?) {
    let text = part.trimmed(of: Self.separators)
    // "1 July 2025 to 30 June 2027"
    if text.first?.isNumber == true, let end = Term.last(in: text, isEnd: false) {
      termEnd = termEnd ?? end
    } else if PersonRole.isRole(text) {
      role = role ?? text.lowercased()
    } else if let organization, OrganizationSuffix.isSuffix(text) {
      self.organization = "\(organization), \(part)"
    } else if name.isEmpty, !handles.isEmpty,
      organization != nil || next.map({ !OrganizationSuffix.isSuffix($0) }) == true && PersonName.isLikely(text)
    {
      name = text
    } else if MeetingZone.isZone(text) {
      return
    } else if organization == nil, text.split(separator: " ").count <= 6 {
      organization = text
    } else if domain == nil, !text.contains(where: \.isNumber) {
      domain = text
    }
  }

  private mutating func setName(_ text: String) {
    let trimmed = text.trimmed(of: [" ", ",", ";", ":", "-", "–", "—", "|", "<", ">", "*", "\"", "`", "\u{A0}"])
    if !Placeholder.isPlaceholder(trimmed) { name = trimmed }
  }

  private static func canSeparate(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"), 0xE2: true
    default: false
    }
  }

  /// The text before the first comma, colon or dash, that mark, and the text behind it.
  private static func split(_ text: String) -> (head: String, separator: Character, tail: String) {
    guard text.utf8.contains(where: canSeparate) else { return (text, " ", "") }
    var previous: Character = " "
    for index in text.indices {
      let character = text[index]
      let next = text.index(after: index)
      let nextIsBlank = next == text.endIndex || text[next] == " "
      switch character {
      case ",", ";", "|": return (String(text[..<index]), ",", String(text[next...]))
      case ":" where nextIsBlank: return (String(text[..<index]), ":", String(text[next...]))
      case "-", "–", "—":
        if previous == " ", nextIsBlank { return (String(text[..<index]), "-", String(text[next...])) }
      default: break
      }
      previous = character
    }
    return (text, " ", "")
  }
}
