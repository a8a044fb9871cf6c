import Markdown

extension Reader {
  /// Releases with their days: changelogs, tables of releases, schedules.
  static let releases = Reader(id: "releases", kinds: [.releases, .schedule]) { input, facts in
    let isSchedule = input.kind == .schedule
    if let document = input.markdown {
      facts.releases += ReleaseText(input.source, document, isSchedule: isSchedule).releases
    } else if let data = input.data {
      facts.releases += ReleaseSchedule(data, in: input.source).releases
    }
    return []
  }
}
