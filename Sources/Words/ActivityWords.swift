/// Words of notes, mails, threads, roadmaps and releases; `content/lexicon/activity.yaml` says what each list is for.
package final class ActivityWords: Sendable, Decodable {
  package let actionHeadings, requestHeadings, decisionHeadings, decisions, decisionLabels, undecided, asks, noAsk,
    askOpenings, askLabels, noRequest, statement, eventHeadings, eventWaiting, eventAnswered, eventDone, eventPlanned,
    eventDateLabels, refusals, refusalReasons, feedbackHeadings, roadmapTerms, roadmapPlans, roadmapAnnouncements,
    roadmapGuides, roadmapFurniture, chatter, nothing, releaseDayLabels, releasePlans: Phrases
  package let eventWords, notEvents, groupOpenings, groupEndings, roadmapStatusColumns, roadmapMilestoneColumns,
    roadmapTitleColumns, roadmapDayColumns: Set<String>
  package let shortStates, states, stateSigns: [String: String]
  package let groupKinds: [LexiconFile.Meaning]
  package let dateLabels: Phrases
  package let meetingTitles, releaseActions, bots, programWords, roadmapReleaseColumns: Set<String>
  package let dayKeys, titleKeys, versionKeys, releaseDayKeys, commentVerbs, previews, eventEndings: [String]
  package let releaseColumns: [String: String]
}
