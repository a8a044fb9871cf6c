package import Diagnostics

/// Words by which documents are recognized; `content/lexicon/documents.yaml` says what each list is for.
package final class DocumentWords: Sendable, Decodable {
  package let names, wholeNames, folders, keys: [String: [String]]
  package let reviewNames, levelNames, formNames, proposalFolders, foreignFolders, libraryFolders, vendorFolders,
    besideAdopters,
    teamFolders, alumniNames, maintainerKeys, electionFolders, aboutLists, guideNames, mailHeaders, mailMarks: [String]
  package let formHeadings, noteHeadings, partOpenings: ByteStrings
  package let abbreviations, plainFiles, machineFiles, repositoryFiles, codeExtensions, vendoredFolders,
    genericFolders, titleFrames, accountEndings, agentFiles, agentFolders: Set<String>
  package let issueStates, pageHead, pageFoot: [String]
}
