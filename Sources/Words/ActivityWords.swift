/// Words of notes, mails, threads, roadmaps and releases; `content/lexicon/activity.yaml` says what each list is for.
package final class ActivityWords: Sendable {
  package let actionHeadings, requestHeadings, decisionHeadings, decisions, decisionLabels, undecided, asks, noAsk,
    askOpenings, askLabels, noRequest, statement, eventHeadings, eventWaiting, eventAnswered, eventDone, eventPlanned,
    eventDateLabels, refusals, refusalReasons, feedbackHeadings, roadmapTerms, roadmapPlans, roadmapAnnouncements,
    roadmapGuides, roadmapFurniture, chatter, nothing, releaseDayLabels, releasePlans: Phrases
  package let eventWords, notEvents, groupOpenings, groupEndings, roadmapStatusColumns, roadmapMilestoneColumns,
    roadmapTitleColumns, roadmapDayColumns: Set<String>
  package let shortStates, states, stateSigns: [String: String]

  init(_ words: inout LexiconSection) {
    actionHeadings = words.phrases("action_headings")
    requestHeadings = words.phrases("request_headings")
    decisionHeadings = words.phrases("decision_headings")
    decisions = words.phrases("decisions")
    decisionLabels = words.phrases("decision_labels")
    undecided = words.phrases("undecided")
    asks = words.phrases("asks")
    noAsk = words.phrases("no_ask")
    askOpenings = words.phrases("ask_openings")
    askLabels = words.phrases("ask_labels")
    noRequest = words.phrases("no_request")
    statement = words.phrases("statement")
    eventHeadings = words.phrases("event_headings")
    eventWords = words.set("event_words")
    notEvents = words.set("not_events")
    eventWaiting = words.phrases("event_waiting")
    eventAnswered = words.phrases("event_answered")
    eventDone = words.phrases("event_done")
    eventPlanned = words.phrases("event_planned")
    eventDateLabels = words.phrases("event_date_labels")
    refusals = words.phrases("refusals")
    refusalReasons = words.phrases("refusal_reasons")
    feedbackHeadings = words.phrases("feedback_headings")
    groupOpenings = words.set("group_openings")
    groupEndings = words.set("group_endings")
    roadmapTerms = words.phrases("roadmap_terms")
    roadmapPlans = words.phrases("roadmap_plans")
    roadmapAnnouncements = words.phrases("roadmap_announcements")
    roadmapGuides = words.phrases("roadmap_guides")
    roadmapFurniture = words.phrases("roadmap_furniture")
    roadmapStatusColumns = words.set("roadmap_status_columns")
    roadmapMilestoneColumns = words.set("roadmap_milestone_columns")
    roadmapTitleColumns = words.set("roadmap_title_columns")
    roadmapDayColumns = words.set("roadmap_day_columns")
    chatter = words.phrases("chatter")
    nothing = words.phrases("nothing")
    shortStates = words.meanings("short_states")
    states = words.meanings("states")
    stateSigns = words.meanings("state_signs")
    releaseDayLabels = words.phrases("release_day_labels")
    releasePlans = words.phrases("release_plans")
  }
}
