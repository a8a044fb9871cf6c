import Testing

@testable import Assess

/// Sentences as people write them below a box, with the reading a careful reviewer gives them.
@Suite struct AnswerReadingTests {
  static let denied = [
    "Not documented.",
    "The process is not documented.",
    "The process is not documented yet.",
    "This is not yet documented",
    "The process isn't documented anywhere.",
    "The process isn’t formally documented.",
    "That has not been demonstrated.",
    "The ladder hasn't been written yet.",
    "Offboarding is not currently done.",
    "Not currently done, or hard to see.",
    "The project does not currently specify how reports are answered.",
    "The project doesn't define how leads are chosen.",
    "We do not have a documented release process.",
    "We don't have a roadmap.",
    "The team does not currently have this.",
    "The project does not have any add/remove process for components.",
    "The team has never published a schedule.",
    "No public meetings are currently set up.",
    "No regular meetings are held.",
    "No information is available on employers.",
    "There is no roadmap.",
    "There is currently no formal process for that.",
    "There are no public meetings at this time.",
    "The project has no security team.",
    "No process exists.",
    "No audit has been performed.",
    "None yet.",
    "Nothing is documented so far.",
    "The list lacks affiliations of its maintainers.",
    "The document still lacks roles.",
    "The affiliation column is missing.",
    "The guide is still missing.",
    "The process is undocumented.",
    "It is unclear who decides.",
    "The governance is incomplete.",
    "The project has yet to publish a policy.",
    "The roadmap is yet to be written.",
    "The page is no longer maintained.",
    "This is not in place.",
    "The list is not up to date.",
    "Roles are documented, but how they are removed is not.",
    "A second factor is not enforced.",
    "WIP",
    "Work on it is in progress.",
    "The self-assessment is currently under way.",
    "We plan to document this.",
    "The project will need to adopt the code of conduct.",
    "The process needs to be documented.",
    "To be documented.",
    "The foundation's code will be adopted; it will be adopted after acceptance.",
    "The ladder is being drafted.",
    "The project is planning to publish a schedule.",
    "The project doesn't clearly state how to obtain help.",
    "Meetings are not scheduled.",
    "This has not, so far, been done.",
  ]

  static let affirmed = [
    "The process is documented.",
    "See [the governance](GOVERNANCE.md).",
    "Not only documented but rehearsed twice a year.",
    "It is not only documented, but also demonstrated.",
    "The guide is no longer missing.",
    "Nothing is missing.",
    "Nothing is pending.",
    "No step is missing or pending.",
    "There are no known gaps in the process.",
    "There are no open findings.",
    "No vulnerabilities are known.",
    "No company has more than a third of the votes.",
    "No single vendor can decide alone.",
    "No maintainer can merge without a review.",
    "If the process is not documented, ask in the channel.",
    "If not documented otherwise, lazy consensus applies.",
    "Unless the list is not current, nobody needs to write.",
    "When a report is not complete, the team asks for more.",
    "Where a role is not defined, the charter applies.",
    "Is the process not documented?",
    "Until 2024 the path was not documented.",
    "The list was not maintained before the move; it is current now.",
    "The path was not yet documented until last spring, and had been missing.",
    "Members who have not been active are removed.",
    "Maintainers that do not meet the requirements become emeritus.",
    "Pull requests that are not documented are closed.",
    "Features which are not enabled by default are marked alpha.",
    "Do not publish the report before it is fixed.",
    "Please do not describe the problem in public.",
    "Reports must not be published before the fix.",
    "Approvers should not list themselves twice.",
    "The reviewer may not have the same employer.",
    "A release cannot be published by one person.",
    "Maintainers need not be listed twice.",
    "It does not require a signature.",
    "We do not have to publish the notes.",
    "The handbook answers “the process is not documented” with an example.",
    "The form asks \"is there no roadmap?\" and we link it.",
    "The tool does not provide orchestration of clusters.",
    "The engine does not implement a scheduler of its own.",
    "Issues are triaged; pull requests in progress are marked.",
    "Not documented here but in the handbook.",
    "The steps are not listed separately, they are part of the guide.",
    "There is no fee for membership.",
    "There are no additional requirements.",
    "No private channels exist.",
    "The security team will document the vulnerability in the advisory.",
    "The maintainers plan releases in public.",
    "Votes are pending for at least a week by rule.",
    "The team meets weekly, see the calendar, without exception.",
    "Every change needs to be documented in the changelog.",
    "The process was missing in 2022; it was written in 2023.",
  ]

  @Test(arguments: denied) func aDenialIsRead(_ sentence: String) {
    let reading = AnswerReading(sentence)
    #expect(reading.sense == .denied || reading.sense == .partly)
    #expect(sentence.contains(reading.words) && !reading.words.isEmpty)
  }

  @Test(arguments: affirmed) func whatAffirmsIsNoDenial(_ sentence: String) {
    let reading = AnswerReading(sentence)
    #expect(reading.sense == .affirmed, "\(reading.words)")
  }

  @Test(arguments: [
    "N/A", "N/A - met when the project was accepted.", "n/a: a single project", "NA", "Not applicable.",
    "This is not applicable to the project.", "Not relevant for us.", "None exist.", "None.",
    "No subprojects exist so far.", "The project has no subprojects.", "There are no subprojects.",
    "The project does not have any known subprojects. Repositories are listed in the README.",
    "We do not have subprojects.", "None at this time.", "The project does not have formally defined subprojects.",
    "The project does not currently have any formally defined subprojects.", "At this time, there are no subprojects.",
    "There are no formally defined subprojects.",
  ])
  func whatDoesNotApplyIsNoDenial(_ sentence: String) {
    #expect(AnswerReading(sentence, optional: ["subproject"]).sense == .notApplicable)
  }

  @Test(arguments: [
    "All repositories are listed in the README. There are no formally defined subprojects.",
    "The repositories are listed in the README. The project does not have formally defined subprojects.",
  ])
  func whatMayBeAbsentTakesNothingBackLaterOn(_ text: String) {
    #expect(AnswerReading(text, optional: ["subproject"]).sense == .affirmed)
    #expect(
      AnswerReading("The project does not have formally defined roles.", optional: ["subproject"]).sense == .denied)
  }

  @Test(arguments: [
    "- The guide is there, see [it](a.md).\n- The second factor is currently WIP.",
    "The roles are described in the charter. How they are removed is not documented.",
    "The ladder has four roles, see the page.\nThe offboarding has not been demonstrated.",
  ])
  func onePartOfSeveralIsPartly(_ text: String) { #expect(AnswerReading(text).sense == .partly) }

  @Test func theCriterionsOwnWordsSayNothing() {
    let own = "The governance is not documented by anybody outside."
    #expect(AnswerReading(own, quoted: [own]).sense == .affirmed)
    #expect(AnswerReading(own).sense == .denied)
  }

  @Test func theDecidingWordsAreThoseThatDeny() {
    #expect(
      AnswerReading("The leads are known, but no information is available on them.").words
        == "no information is available")
    #expect(
      AnswerReading("The project doesn’t currently specify who answers.").words == "doesn’t currently specify who")
  }

  @Test(arguments: [
    "The project does not have a dedicated security team. Triage is assigned to the core maintainers.",
    "While releases do not have a fixed cadence, they do occur every month or two.",
    "Although the project does not have a formal ladder, the roles are described in the charter.",
    "There is no explicit rule for patch releases. Though this is not required, a rule would help.",
  ])
  func whatFollowsMakesUpForADenial(_ text: String) { #expect(AnswerReading(text).sense == .affirmed) }

  @Test(arguments: [
    "The project does not have a dedicated security team. Reports are read by whoever finds them.",
    "The lifecycle is not formally documented. A light one could be inferred.",
    "While there is no roadmap, no plan is documented either.",
    "No release process is documented. Reviews are handled on the forge.",
  ])
  func aDenialStaysWhereNothingMakesUpForIt(_ text: String) { #expect(AnswerReading(text).sense != .affirmed) }

  @Test func aTermInQuotationMarksIsAWord() {
    #expect(AnswerReading("The project has no \"subprojects\".", optional: ["subproject"]).sense == .notApplicable)
    #expect(AnswerReading("The guide says \"there is no process\".").sense == .affirmed)
  }
}
