/// Words by which documents are recognized; `content/lexicon/documents.yaml` says what each list is for.
package final class DocumentWords: Sendable {
  package let names, wholeNames, folders, keys: [String: [String]]
  package let reviewNames, levelNames, formNames, proposalFolders, alumniNames, maintainerKeys, electionFolders,
    aboutLists, guideNames, formHeadings, mailHeaders, mailMarks, noteHeadings: [String]

  init(_ words: inout LexiconSection) {
    names = words.groups("names")
    wholeNames = words.groups("whole_names")
    folders = words.groups("folders")
    keys = words.groups("keys")
    reviewNames = words.list("review_names")
    levelNames = words.list("level_names")
    formNames = words.list("form_names")
    proposalFolders = words.list("proposal_folders")
    alumniNames = words.list("alumni_names")
    maintainerKeys = words.list("maintainer_keys")
    electionFolders = words.list("election_folders")
    aboutLists = words.list("about_lists")
    guideNames = words.list("guide_names")
    formHeadings = words.list("form_headings")
    mailHeaders = words.list("mail_headers")
    mailMarks = words.list("mail_marks")
    noteHeadings = words.list("note_headings")
  }
}
