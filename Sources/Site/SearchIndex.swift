import Diagnostics
import Templates

/// The index of the search page: a script with one row a thing that can be found.
///
/// It is a script and not data, because a page opened from a folder on disk may load a script but fetch nothing.
enum SearchIndex {
  /// Longest text of one row, in Unicode scalars.
  private static let longestText = 200

  static let path = "assets/search-index.js"

  static func bytes(_ site: SiteModel) -> [UInt8] {
    var rows: [JSONValue] = []
    func add(_ title: String?, _ page: String?, _ kind: String, _ place: String, _ text: String? = nil) {
      guard let title, !title.isEmpty, let page else { return }
      let text = String(String.UnicodeScalarView((text ?? "").unicodeScalars.prefix(longestText)))
      rows.append([.string(title), .string(Route.link(page)), .string(kind), .string(place), .string(text)])
    }
    for page in site.pages.all {
      add(page.title, page.path, "page", "", page.text.headings.dropFirst().map(\.text).joined(separator: " · "))
    }
    for community in site.communities {
      let name = community.community.name
      let folder = community.folder
      add(name, "\(folder)/index.html", "community", "", community.community.summary)
      for criterion in community.models.flatMap(\.criteria) {
        let id = criterion["id"].asString
        add(id, criterion["page"].asString, "criterion", name, criterion["text"].asString)
      }
      for finding in community.findings {
        add(finding["message"].asString, finding["page"].asString, "finding", name, finding["rule"].asString)
      }
      for group in community.groups {
        add(group["name"].asString, group["page"].asString, "group", name, group["mission"].asString)
      }
      for row in community.meetings {
        let meeting = row["meeting"]
        let title = [row["group"].asString, meeting["description"].asString].compactMap(\.self).filter { !$0.isEmpty }
        let time = ["frequency", "day", "time", "time_zone"].compactMap { meeting[$0].asString }.filter { !$0.isEmpty }
        add(title.joined(separator: ": "), row["page"].asString, "meeting", name, time.joined(separator: ", "))
      }
      for adopter in community.adopters {
        add(adopter["name"].asString, adopter["place"]["page"].asString, "adopter", name, adopter["use_case"].asString)
      }
      for person in community.people where person["is_active"].isTruthy {
        let page = person["roles"].asList?.first?["place"]["page"].asString
        add(person["name"].asString ?? person["handle"].asString, page, "person", name, person["handle"].asString)
      }
      for entry in site.index.entries(of: community.number) {
        let headings = entry.headings.map(\.text).joined(separator: " · ")
        add(entry.document.title, entry.page, "document", name, "\(entry.document.path) \(headings)")
      }
    }
    return Array("sitegenIndex(".utf8) + JSONWriter.bytes(.array(rows), style: .compact) + Array(");\n".utf8)
  }
}
