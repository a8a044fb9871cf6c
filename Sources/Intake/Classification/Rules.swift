extension Classifier {
  /// Every rule; the first that gives a reason decides. What the text itself says stands before what the name says.
  static let rules: [ClassificationRule] =
    markup + reviews + applications + people + groups + policies + activity + rest

  /// Files no reader can parse, and mail.
  private static let markup: [ClassificationRule] = [
    ClassificationRule(.unsupported) { file in
      guard case .foreign(let name) = file.format else { return nil }
      return "\(name) is not read"
    },
    ClassificationRule(.mail) { MailSigns.reason($0.source, isHTML: $0.format == .html) },
    ClassificationRule(.unsupported) { $0.format == .html ? "HTML that is no mail is not read" : nil },
  ]

  /// Documents of reviewers, and unfilled templates: never an application.
  private static let reviews: [ClassificationRule] = [
    ClassificationRule(.review) { file in
      guard isText(file), file.application != nil || file.checkedCriteria >= fewestCriteria else {
        return nil
      }
      return file.isTemplate ? "unfilled template of a due-diligence document" : nil
    },
    ClassificationRule(.review) { titled($0, .review, "a reviewer's document") },
    ClassificationRule(.technicalReview) { titled($0, .technicalReview, "a technical review") },
    ClassificationRule(.securityAssessment) { titled($0, .securityAssessment, "a security assessment") },
    .inFolder(.review, ["governance_review", "governance_reviews", "adopter_interviews"]),
    .inFolder(.technicalReview, ["tech_review", "technical_review"]),
    .inFolder(.securityAssessment, ["security_assessment", "security_assessments", "security_assesment"]),
    ClassificationRule(.review) { file in
      let words = ["governance_review", "adopter_interview", "archive_review", "annual_review"]
      let isAnnual = file.has(word: "annual") && file.stem.contains { $0.isNumber }
      guard isText(file), !isGuide(file), isAnnual || words.contains(where: { file.has(word: $0) }) else { return nil }
      return "name"
    },
    .named(.technicalReview, words: ["technical_review", "tech_review", "gtr"]),
    .named(
      .securityAssessment,
      words: ["self_assessment", "security_assessment", "joint_review", "threat_model", "security_audit"]),
  ]

  /// Applications and due-diligence documents.
  private static let applications: [ClassificationRule] = [
    ClassificationRule(.dueDiligence) { file in
      guard isText(file), file.checkedCriteria >= fewestCriteria else { return nil }
      return "check boxes that name \(file.checkedCriteria) criteria"
    },
    ClassificationRule(.dueDiligence) { file in
      guard file.page != nil || file.headings.count >= 3 || file.checkedCriteria > 0 else { return nil }
      return titled(file, .application, "an application")
    },
    ClassificationRule(.dueDiligence) { file in
      guard isText(file), !isGuide(file), let heading = file.headings.first(where: isFormHeading) else { return nil }
      return "heading “\(heading)” of an application form"
    },
    ClassificationRule(.dueDiligence) { file in
      guard isText(file), !isGuide(file), !file.isTemplate else { return nil }
      let levels = ["incubation", "incubating", "graduation", "sandbox"]
      let forms = ["proposal", "application", "dd"]
      let named = levels.contains { file.has(word: $0) } && forms.contains { file.has(word: $0) }
      return named || file.has(word: "due_diligence") ? "name" : nil
    },
  ]

  /// Lists of people and of adopters.
  private static let people: [ClassificationRule] = [
    ClassificationRule(.page) { isText($0) && $0.isTemplate ? "template" : nil },
    ClassificationRule(.page) { file in
      // What is proposed or told in an article names things without being them.
      let folders: Set<String> = [
        "blog", "design", "enhancements", "guide", "guides", "keps", "posts", "proposal", "proposals", "tutorials",
      ]
      guard file.format == .markdown, file.stem != "readme", let folder = file.folders.first(where: folders.contains)
      else { return nil }
      return "in a folder \(folder)"
    },
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
    .named(.imported, [.yaml, .json], words: ["security_insights", "clomonitor", ".clomonitor", "scorecard"]),
    .inFolder(.imported, [".project"], [.yaml]),
    .keyed(.imported, "maturity_log", "schema_version"),
    exactly(.codeowners, "codeowners"),
    exactly(.ownersAliases, "owners_aliases"),
    exactly(.owners, "owners"),
    ClassificationRule(.alumni) { file in
      let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
      let words = ["alumni", "emeritus", "emeriti"]
      return formats.contains(file.format) && words.contains { file.has(word: $0) } && !isAbout(file) ? "name" : nil
    },
    ClassificationRule(.maintainers) { file in
      let words = ["maintainers", "emeriti", "emeritus"]
      guard file.format == .yaml, file.keys.contains("maintainers"), file.keys.allSatisfy(words.contains) else {
        return nil
      }
      return "key `maintainers` at its top level"
    },
    .named(.groups, [.yaml], words: ["project_maintainers", "maintainer_groups", "workgroup"]),
    .named(
      .maintainers, [.markdown, .text, .csv], stems: ["owners", "reviewers", "approvers", "core_team", "committers"]),
    ClassificationRule(.maintainers) { file in
      let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
      return formats.contains(file.format) && file.has(word: "maintainers") && !isAbout(file) ? "name" : nil
    },
    .named(.adopters, [.markdown, .text], stems: ["users", "end_users", "production_users"], words: ["users_list"]),
    ClassificationRule(.adopters) { file in
      let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
      return formats.contains(file.format) && file.has(word: "adopters") && !isAbout(file) ? "name" : nil
    },
    .inFolder(.adopters, ["adopters"], [.yaml]),
  ]

  /// Groups, as data or as lists.
  private static let groups: [ClassificationRule] = [
    .named(
      .groups, [.yaml],
      stems: ["sigs", "wgs", "tags", "workstreams", "workinggroups", "working_groups", "teams", "org", "people"]),
    .inFolder(.groups, ["peribolos"], [.yaml]),
    .keyed(.groups, "sigs", "workinggroups", "orgs", "maintainerGroups", "workstreams"),
    .keyed(.adopters, "adopters"),
    .keyed(.alumni, "alumni", "emeriti"),
    .named(
      .groups, [.markdown],
      stems: ["sigs", "sig_list", "sigs_wgs", "wgs", "working_groups", "workgroups", "special_interest_groups"]),
    .named(.charter, [.markdown, .text], words: ["charter"]),
  ]

  /// Policies a community sets itself.
  private static let policies: [ClassificationRule] = [
    .named(.securityContacts, [.markdown, .text, .yaml], words: ["security_contacts"]),
    .named(
      .securityPolicy, stems: ["security", "vmt"],
      words: [
        "security_policy", "security_process", "security_release_process", "security_response", "security_team",
        "security_groups", "security_report", "reporting_security", "vulnerability", "vulnerabilities", "disclosure",
        "private_distributors_list",
      ]),
    .named(.codeOfConduct, words: ["code_of_conduct", "conduct", "coc"]),
    .named(
      .contributing,
      words: ["contributing", "contribute", "contributor_guide", "contributors_guide", "contribution_guide", "hacking"]),
    .named(
      .membership,
      stems: ["roles", "members", "teams", "community_roles", "contributor_roles"],
      words: ["membership", "ladder", "contributor_ladder", "becoming_a_maintainer"]),
    .named(.roadmap, words: ["roadmap", "roadmaps"]),
    .named(.schedule, [.markdown, .yaml], stems: ["schedule", "release_schedule"]),
    .named(
      .releases,
      stems: ["versioning"],
      words: ["release", "releases", "releasing", "changelog", "support_matrix", "release_notes", "upcoming_changes"]),
    .inFolder(.releases, ["releases"], [.markdown]),
    ClassificationRule(.election) { file in
      let formats: [FileFormat] = [.markdown, .text, .yaml, .csv]
      guard formats.contains(file.format) else { return nil }
      if file.has(word: "election") || file.has(word: "elections") { return "name" }
      return file.folders.contains { ["election", "elections", "votes"].contains($0) }
        ? "in a folder of elections" : nil
    },
    .named(
      .governance, [.markdown, .text],
      words: [
        "governance", "steering_committee", "technical_committee", "oversight_committee", "technical_steering",
        "bylaws",
        "decision_making",
      ]),
    .named(.license, words: ["license", "licence", "copying"]),
    .named(.architecture, words: ["architecture"]),
    .named(.readme, words: ["readme"]),
    .inFolder(.governance, ["governance"], [.markdown]),
  ]

  /// What a community did and will do.
  private static let activity: [ClassificationRule] = [
    ClassificationRule(.thread) { file in
      file.page?.kind == .issue ? "a saved issue page" : nil
    },
    .named(.thread, words: ["thread", "discussion"]),
    .named(
      .notes,
      words: ["post_mortem", "postmortem", "retrospective", "recap", "activities", "status_report"]),
    .named(.meetings, words: ["minutes", "meeting", "meetings", "meeting_notes", "office_hours"]),
    .inFolder(.meetings, ["meetings", "meeting_notes", "sync_meetings", "minutes"]),
    .inFolder(.notes, ["notes", "statusreports", "status_reports"]),
    .named(.notes, words: ["notes"]),
    ClassificationRule(.notes) { NotesSigns.reason($0) },
  ]

  /// Everything else.
  private static let rest: [ClassificationRule] = [
    ClassificationRule(.page) { $0.format == .markdown ? "Markdown" : nil },
    ClassificationRule(.page) { $0.format == .text && NotesSigns.isProse($0.source) ? "text in sentences" : nil },
    ClassificationRule(.data) { _ in "no form that is known" },
  ]

  /// Fewest criteria among a text's check boxes that make it a checklist document.
  private static let fewestCriteria = 4

  private static func isText(_ file: Candidate) -> Bool { file.format == .markdown || file.format == .text }

  /// Files of this name without extension, or with one of YAML.
  private static func exactly(_ kind: DocumentKind, _ stem: String) -> ClassificationRule {
    ClassificationRule(kind) { file in
      file.stem == stem && (file.format == .text || file.format == .yaml) ? "name" : nil
    }
  }

  private static func titled(_ file: Candidate, _ kind: ApplicationTitle.Kind, _ what: String) -> String? {
    guard isText(file), !file.isTemplate, !isGuide(file), file.application?.kind == kind else {
      return nil
    }
    return "title of \(what): “\(file.title.prefix(80))”"
  }

  /// Whether a document is about people of a list, not the list.
  private static func isAbout(_ file: Candidate) -> Bool {
    let words = ["becoming", "election", "guidance", "guide", "how", "move", "onboarding", "policy", "process"]
    return words.contains { file.has(word: $0) } || file.folders.contains { $0 == "votes" }
  }

  /// Whether a document tells others how to apply or to review.
  private static func isGuide(_ file: Candidate) -> Bool {
    let words = ["guide", "guidelines", "handbook", "process", "template", "questions", "schedule", "criteria"]
    return words.contains { file.has(word: $0) }
  }

  /// Whether a heading is one of the forms that foundations gave out.
  private static func isFormHeading(_ heading: String) -> Bool {
    let heading = heading.lowercased()
    return [
      "graduation state criteria", "graduation stage criteria", "incubation stage criteria",
      "incubation state criteria",
      "incubating stage criteria", "cncf graduation criteria", "alignment with the cncf mission",
      "alignment with cncf mission", "application level assertion",
    ].contains { heading.holds($0) }
  }
}
