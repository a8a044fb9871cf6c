/// Words of groups and their meetings; `content/lexicon/groups.yaml` says what each list is for.
package final class GroupWords: Sendable, Decodable {
  package let leadKeys, generatedKeys, ownersFiles, handleKeys, organizationKeys, meetingKeys, zoneKeys, dayKeys,
    timeKeys, frequencyKeys, recordingKeys, folderKeys, charterKeys, subprojectKeys, roomKeys,
    noteKeys, channelKeys, mailKeys, titleKeys, missionKeys, leadFields, rooms: [String]
  package let roles, lists, kinds: [String: String]
  package let nouns, keys, meetingWords, meetingLinks, listHeadings, beforeGroups: Set<String>
  package let accounts: [LexiconFile.Meaning]
  package let columns, parts: WordGroups
  package let titleKinds: WordMeanings
}
