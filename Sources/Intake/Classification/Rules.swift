import Diagnostics
import StructuredData
import Words

extension Classifier {
  /// Every rule; the first that gives a reason decides. What the text itself says stands before what the name says.
  static func rules(_ words: DocumentWords, _ readers: [Reader]) -> [ClassificationRule] {
    markup(words) + reviews(words) + applications(words) + drafts(words) + readers.flatMap(\.recognizes)
      + people(words) + groups(words) + policies(words) + activity(words) + rest
  }

  /// Files no reader can parse, and mail.
  private static func markup(_ words: DocumentWords) -> [ClassificationRule] {
    [
      ClassificationRule(.unsupported) { file in
        guard case .foreign(let name) = file.format else { return nil }
        return "\(name) is not read"
      },
      ClassificationRule(.mail) { MailSigns.reason($0.source, isHTML: $0.format == .html, words) },
      ClassificationRule(.unsupported) { $0.format == .html ? "HTML that is no mail is not read" : nil },
      ClassificationRule(.data) { file in
        // "{{- range .Values.schedules }}": what a program fills in is no data yet.
        let isTemplate = file.format == .yaml && file.folders.contains("templates") && file.source.text.holds("{{")
        return isTemplate ? "a template of data" : nil
      },
      foreign(.page, words, isText),
      foreign(.data, words) { !isText($0) },
    ]
  }

  /// What lies among other people's code, or is a sample.
  private static func foreign(
    _ kind: DocumentKind, _ words: DocumentWords, _ isOfFormat: @escaping @Sendable (Candidate) -> Bool
  ) -> ClassificationRule {
    ClassificationRule(kind) { file in
      guard let folder = file.library ?? file.folders.first(where: words.foreignFolders.contains), isOfFormat(file)
      else { return nil }
      return "in a folder \(folder), which holds nothing of the community's own"
    }
  }

  /// Documents of reviewers, and unfilled templates: never an application.
  private static func reviews(_ words: DocumentWords) -> [ClassificationRule] {
    [
      ClassificationRule(.review) { file in
        guard isText(file), file.application != nil || file.checkedCriteria >= fewestCriteria else {
          return nil
        }
        return file.isTemplate ? "unfilled template of a due-diligence document" : nil
      },
      ClassificationRule(.review) { titled($0, .review, "a reviewer's document", words) },
      ClassificationRule(.technicalReview) { titled($0, .technicalReview, "a technical review", words) },
      ClassificationRule(.securityAssessment) { titled($0, .securityAssessment, "a security assessment", words) },
      .inFolder(.review, by: "review", words),
      .inFolder(.technicalReview, by: "technical_review", words),
      .inFolder(.securityAssessment, by: "security_assessment", words),
      ClassificationRule(.review) { file in
        let isAnnual = file.has(word: "annual") && file.stem.contains { $0.isNumber }
        let isNamed = isAnnual || words.reviewNames.contains { file.has(word: $0) }
        return isText(file) && !isGuide(file, words) && isNamed ? "name" : nil
      },
      .named(.technicalReview, by: "technical_review", words),
      .named(.securityAssessment, by: "security_assessment", words),
    ]
  }

  /// Applications and due-diligence documents.
  private static func applications(_ words: DocumentWords) -> [ClassificationRule] {
    [
      ClassificationRule(.dueDiligence) { file in
        guard isText(file), file.checkedCriteria >= fewestCriteria else { return nil }
        return "check boxes that name \(file.checkedCriteria) criteria"
      },
      ClassificationRule(.dueDiligence) { file in
        guard file.page != nil || file.headings.count >= 3 || file.checkedCriteria > 0 else { return nil }
        return titled(file, .application, "an application", words)
      },
      ClassificationRule(.dueDiligence) { file in
        guard isText(file), !isGuide(file, words),
          let heading = file.headings.first(where: { isFormHeading($0, words) })
        else { return nil }
        return "heading “\(heading)” of an application form"
      },
      ClassificationRule(.dueDiligence) { file in
        guard isText(file), !isGuide(file, words), !file.isTemplate else { return nil }
        let levels = words.levelNames
        let forms = words.formNames
        let named = levels.contains { file.has(word: $0) } && forms.contains { file.has(word: $0) }
        return named || file.has(word: "due_diligence") ? "name" : nil
      },
    ]
  }

  /// What names things without being them.
  private static func drafts(_ words: DocumentWords) -> [ClassificationRule] {
    [
      ClassificationRule(.page) { isText($0) && $0.isTemplate ? "template" : nil },
      ClassificationRule(.page) { file in
        let isNamed = words.agentFiles.contains(file.stem) || file.folders.contains(where: words.agentFolders.contains)
        return isNamed && isText(file) ? "instructions to programs that write code" : nil
      },
      ClassificationRule(.page) { file in
        // What is proposed or told in an article names things without being them.
        let folders = words.proposalFolders
        guard file.format == .markdown, file.stem != "readme", let folder = file.folders.first(where: folders.contains)
        else { return nil }
        return "in a folder \(folder)"
      },
      ClassificationRule(.page) { file in
        // Notes are of their day wherever they are kept.
        let notes = (words.folders["meetings"] ?? []) + (words.folders["notes"] ?? [])
        guard isText(file), !file.folders.contains(where: notes.contains),
          let folder = file.folders.first(where: { Lexicon.findings.isArchive($0) })
        else { return nil }
        return "in a folder \(folder), where nothing is in force any more"
      },
    ]
  }

  /// What other tools wrote, lists of people and of adopters.
  private static func people(_ words: DocumentWords) -> [ClassificationRule] {
    [
      ClassificationRule(.imported) { file in
        guard file.format == .csv, file.has(word: "project_maintainers") else { return nil }
        return "name of a foundation's list of maintainers"
      },
      ClassificationRule(.imported) { file in
        guard file.format == .json, IssuesExport.isLikely(file.source) else { return nil }
        return "a list of issues with number and title"
      },
      ClassificationRule(.imported) { file in
        guard file.format == .json, file.stem.holds("issue") else { return nil }
        return "name of an export of issues"
      },
      ClassificationRule(.imported) { file in
        guard file.format == .json else { return nil }
        return ImportSigns.reason(file.source)
      },
      .named(.imported, [.yaml, .json], by: "imported", words),
      .inFolder(.imported, [.yaml], by: "imported", words),
      .keyed(.imported, by: "imported", words),
      ClassificationRule(.alumni) { file in
        let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
        let isNamed = words.alumniNames.contains { file.has(word: $0) }
        return formats.contains(file.format) && isNamed && !isAbout(file, words) ? "name" : nil
      },
      ClassificationRule(.maintainers) { file in
        guard file.format == .yaml, file.keys.contains("maintainers"),
          file.keys.allSatisfy(words.maintainerKeys.contains)
        else { return nil }
        return "key `maintainers` at its top level"
      },
      .named(.groups, [.yaml], by: "groups", words),
      .named(.maintainers, [.markdown, .text, .csv], by: "maintainers", words),
      ClassificationRule(.maintainers) { file in
        let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
        // A workflow that checks the list is none, nor is one team of a folder that has a file for each.
        // "maintainer.md" below a title for all of them is their list, too.
        let isOne = file.stem == "maintainer" && file.headings.first?.lowercaseWords.contains("maintainers") == true
        return formats.contains(file.format) && (file.has(word: "maintainers") || isOne) && !file.keys.contains("jobs")
          && !isAbout(file, words) && teamFolder(of: file, words) == nil ? "name" : nil
      },
      .named(.adopters, [.markdown, .text], by: "adopters", words),
      ClassificationRule(.adopters) { file in
        let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
        return formats.contains(file.format) && file.has(word: "adopters") && !isAbout(file, words) ? "name" : nil
      },
      .inFolder(.adopters, [.yaml], by: "adopters", words),
    ]
  }

  /// Groups, as data or as lists.
  private static func groups(_ words: DocumentWords) -> [ClassificationRule] {
    [
      ClassificationRule(.groups) { file in
        teamFolder(of: file, words).map { "TOML in a folder \($0)" }
      },
      .named(.groups, [.yaml], by: "groups_data", words),
      .inFolder(.groups, [.yaml], by: "groups", words),
      .keyed(.groups, by: "groups", words),
      ClassificationRule(.data) { file in
        // An ecosystem or offers of support may be kept in the same form as adopters.
        let word = words.besideAdopters.first { file.has(word: $0) }
        guard file.format == .yaml, let word, file.keys.contains(where: (words.keys["adopters"] ?? []).contains)
        else { return nil }
        return "named for \(word), whatever its keys"
      },
      .keyed(.adopters, by: "adopters", words),
      .keyed(.alumni, by: "alumni", words),
      .named(.groups, [.markdown], by: "groups_list", words),
      .named(.charter, [.markdown, .text], by: "charter", words),
    ]
  }

  /// Policies a community sets itself.
  private static func policies(_ words: DocumentWords) -> [ClassificationRule] {
    let policy = ClassificationRule.named(.securityPolicy, by: "security_policy", words)
    let product = words.names["product_policies"] ?? []
    return [
      .named(.securityContacts, [.markdown, .text, .yaml], by: "security_contacts", words),
      ClassificationRule(.securityPolicy) { file in
        // The policies that a product enforces are none of the community.
        policy.reason(file).flatMap { reason in product.contains { file.has(word: $0) } ? nil : reason }
      },
      .named(.codeOfConduct, by: "code_of_conduct", words),
      .named(.contributing, by: "contributing", words),
      .named(.membership, by: "membership", words),
      .named(.roadmap, by: "roadmap", words),
      .named(.schedule, [.markdown, .yaml], by: "schedule", words),
      .named(.releases, by: "releases", words),
      .inFolder(.releases, [.markdown], by: "releases", words),
      ClassificationRule(.election) { file in
        let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
        guard formats.contains(file.format) else { return nil }
        // How programs choose a leader among themselves is no election.
        let isNamed = (words.names["election"] ?? []).contains { file.has(word: $0) }
        if isNamed, !file.has(word: "leader_election") { return "name" }
        let isWhole = words.wholeNames["election"]?.contains(file.stem) == true
        if isWhole || file.stem.hasPrefix("candidate_") { return "name" }
        return file.folders.contains(where: words.electionFolders.contains) ? "in a folder of elections" : nil
      },
      .named(.governance, [.markdown, .text], by: "governance", words),
      .named(.license, by: "license", words),
      .named(.architecture, by: "architecture", words),
      ClassificationRule(.meetings) { file in
        // The page of a folder that holds the notes of one day.
        guard file.stem == "readme", isText(file), let day = file.folders.last,
          CalendarDate(iso: day.split(separator: "_").joined(separator: "-")) != nil,
          let folder = file.folders.last(where: (words.folders["meetings"] ?? []).contains)
        else { return nil }
        return "the page of a day in a folder \(folder)"
      },
      .named(.readme, by: "readme", words),
      ClassificationRule(.meetings) { file in
        // Minutes that a community keeps beside its governance are what was said, not what holds.
        guard isText(file), let rules = file.folders.firstIndex(where: (words.folders["governance"] ?? []).contains)
        else { return nil }
        let meetings = words.folders["meetings"] ?? []
        if let folder = file.folders[(rules + 1)...].first(where: meetings.contains) { return "in a folder \(folder)" }
        let isNamed = (words.names["meetings"] ?? []).contains { file.has(word: $0) }
        return isNamed && file.stem.contains(where: \.isNumber) ? "name of a meeting" : nil
      },
      ClassificationRule(.notes) { file in
        // What was said or decided on one day is no rule.
        let folders = words.folders["governance"] ?? []
        guard isText(file), file.folders.contains(where: folders.contains), holdsDay(file.stem) else { return nil }
        return "named by a day, in a folder of governance"
      },
      .inFolder(.governance, [.markdown], by: "governance", words),
    ]
  }

  /// What a community did and will do.
  private static func activity(_ words: DocumentWords) -> [ClassificationRule] {
    [
      ClassificationRule(.thread) { file in
        file.page?.kind == .issue ? "a saved issue page" : nil
      },
      .named(.thread, by: "thread", words),
      .named(.notes, by: "notes", words),
      .named(.meetings, by: "meetings", words),
      .inFolder(.meetings, by: "meetings", words),
      .inFolder(.notes, by: "notes", words),
      .named(.notes, by: "other_notes", words),
      ClassificationRule(.notes) { NotesSigns.reason($0, words) },
    ]
  }

  /// Everything else.
  private static var rest: [ClassificationRule] {
    [
      ClassificationRule(.page) { $0.markup },
      ClassificationRule(.page) { $0.format == .text && NotesSigns.isProse($0.source) ? "text in sentences" : nil },
      ClassificationRule(.data) { _ in "no form that is known" },
    ]
  }

  /// Fewest criteria among a text's check boxes that make it a checklist document.
  private static let fewestCriteria = 4

  private static func isText(_ file: Candidate) -> Bool { file.format == .markdown || file.format == .text }

  /// Whether a name holds a day: `council_2026_10_05`.
  private static func holdsDay(_ stem: String) -> Bool {
    let words = stem.split(separator: "_")
    return words.count > 2
      && words.indices.dropLast(2).contains { CalendarDate(iso: words[$0...($0 + 2)].joined(separator: "-")) != nil }
  }

  private static func titled(
    _ file: Candidate, _ kind: ApplicationTitle.Kind, _ what: String, _ words: DocumentWords
  ) -> String? {
    guard isText(file), !file.isTemplate, !isGuide(file, words), file.application?.kind == kind else {
      return nil
    }
    return "title of \(what): “\(file.title.prefix(80))”"
  }

  /// The folder of a file that holds one team, where there is a file for each.
  private static func teamFolder(of file: Candidate, _ words: DocumentWords) -> String? {
    guard file.isTOML, let folder = file.folders.last, words.teamFolders.contains(folder) else { return nil }
    return folder
  }

  /// Whether a document is about people of a list, not the list.
  private static func isAbout(_ file: Candidate, _ words: DocumentWords) -> Bool {
    words.aboutLists.contains { file.has(word: $0) } || file.folders.contains { $0 == "votes" }
  }

  /// Whether a document tells others how to apply or to review.
  private static func isGuide(_ file: Candidate, _ words: DocumentWords) -> Bool {
    words.guideNames.contains { file.has(word: $0) }
  }

  /// Whether a heading is one of the forms that foundations gave out.
  private static func isFormHeading(_ heading: String, _ words: DocumentWords) -> Bool {
    words.formHeadings.occur(in: heading.lowercased())
  }
}
