import Markdown
import Words

/// People whom a sentence lists: "The lead maintainers are [Ann](…), [Bob](…) and [Cid](…)."
enum PeopleSentence {
  /// The people of a paragraph's sentences, each with a link to the account. `titled` is the standing of those whom the
  /// paragraph lists without a word, where a title says it.
  static func people(in paragraph: Block, titled: Standing?, _ context: PeopleContext) -> [Person] {
    let inlines = paragraph.inlines
    // Most paragraphs link no account, or one.
    guard inlines.count(where: { account(of: $0) != nil }) > 1 else { return [] }
    var people: [Person] = []
    var run: [(name: String, handle: String, line: Int)] = []
    // What stands before the links, from the beginning of the sentence.
    var lead = ""
    func close(before rest: String) {
      defer { run = [] }
      // "[Ann](…) and [Bob](…) left" lists nobody.
      guard rest.blanksFolded.isEmpty || rest.hasPrefix("."), run.count > 1,
        let standing = standing(after: lead, titled: titled)
      else { return }
      var context = context
      context.standing = standing
      people += run.compactMap { name, handle, line in
        var person = PersonLine(text: name)
        person.handles = [handle]
        return context.person(person, at: line)
      }
    }
    for inline in inlines {
      if let handle = account(of: inline) {
        let name = inline.children.plainText.blanksFolded
        if PersonName.isLikely(name) {
          run.append((name, handle, inline.line))
          continue
        }
      }
      let text = [inline].plainText
      if !run.isEmpty {
        if text.lowercaseWords.allSatisfy({ $0 == "and" }), !text.holds(".") { continue }
        close(before: text)
        lead = ""
      }
      lead += text.isEmpty ? " " : text
      if let stop = lead.ranges(of: ". ").last { lead = String(lead[stop.upperBound...]) }
      if lead.hasSuffix(".") { lead = "" }
    }
    close(before: "")
    return people
  }

  /// The account that a link leads to.
  private static func account(of inline: Inline) -> String? {
    guard case .link(let destination, _) = inline.kind else { return nil }
    return Account.handle(ofProfile: destination)
  }

  /// Who those are that follow some words: "Our maintainers are"; by a title alone where there are none.
  private static func standing(after lead: String, titled: Standing?) -> Standing? {
    let lead = lead.blanksFolded
    guard !lead.isEmpty else { return titled }
    let words = lead.lowercaseWords
    guard words.count <= 8, let verb = words.last, Lexicon.people.listingVerbs.contains(verb),
      case .people(var standing) = Standing.reading(of: words.dropLast().joined(separator: " ")),
      standing.status != .other
    else { return nil }
    if standing.role.isEmpty { standing.role = "maintainer" }
    return standing
  }
}
