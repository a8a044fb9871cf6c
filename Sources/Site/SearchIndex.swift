import Diagnostics
import Templates

/// The index of the search page: a script with texts, and for each community its name, its folder and one row a thing that
/// can be found: number of the title, address below the folder (behind a slash: of the site), numbers of kind and text.
///
/// It is a script and not data, because a page opened from a folder on disk may load a script but fetch nothing.
enum SearchIndex {
  static let path = "assets/search-index.js"

  static func bytes(_ site: SiteModel) -> [UInt8] {
    var index = Rows()
    for page in site.pages.all {
      index.add(page.title, page.path, "page", page.text.headings.dropFirst().map(\.text).joined(separator: " · "))
    }
    index.endSection("")
    for community in site.communities {
      let name = community.community.name
      index.folder = "\(community.folder)/"
      index.add(name, "\(community.folder)/index.html", "community", community.community.summary)
      for criterion in community.models.flatMap(\.criteria) {
        index.add(criterion["id"].asString, criterion["page"].asString, "criterion", criterion["text"].asString)
      }
      for finding in community.findings {
        index.add(finding["message"].asString, finding["page"].asString, "finding", finding["rule"].asString)
      }
      for group in community.groups {
        index.add(group["name"].asString, group["page"].asString, "group", group["mission"].asString)
      }
      for row in community.meetings {
        let meeting = row["meeting"]
        let title = [row["group"].asString, meeting["description"].asString].compactMap(\.self).filter { !$0.isEmpty }
        let time = ["frequency", "day", "time", "time_zone"].compactMap { meeting[$0].asString }.filter { !$0.isEmpty }
        index.add(title.joined(separator: ": "), row["page"].asString, "meeting", time.joined(separator: ", "))
      }
      for adopter in community.adopters {
        index.add(adopter["name"].asString, adopter["place"]["page"].asString, "adopter", adopter["use_case"].asString)
      }
      for person in community.people where person["is_active"].isTruthy {
        let page = person["roles"].asList?.first?["place"]["page"].asString
        index.add(person["name"].asString ?? person["handle"].asString, page, "person", person["handle"].asString)
      }
      for entry in site.index.entries(of: community.number) {
        let headings = entry.headings.map(\.text).joined(separator: " · ")
        index.add(entry.document.title, entry.page, "document", "\(entry.document.path) \(headings)")
      }
      index.endSection(name)
    }
    return index.script
  }

  /// Rows by community, and their texts, each once: criteria and many findings are the same for all.
  private struct Rows {
    /// Longest text of one row, in Unicode scalars.
    private static let longestText = 200

    /// Folder of the community whose rows are added, with a slash at its end.
    var folder = ""
    private var texts: [String] = []
    private var numbers: [ByteKey: Int] = [:]
    private var rows: [JSONValue] = []
    private var sections: [JSONValue] = []

    mutating func add(_ title: String?, _ page: String?, _ kind: String, _ text: String?) {
      guard let title, !title.isEmpty, let page else { return }
      let text = String((text ?? "").unicodeScalars.prefix(Self.longestText))
      let below = page.utf8.starts(with: folder.utf8) ? String(page.utf8.dropFirst(folder.utf8.count)) : nil
      let address = below.map(Route.link) ?? "/" + Route.link(page)
      rows.append([number(of: title), .string(address), number(of: kind), number(of: text)])
    }

    mutating func endSection(_ name: String) {
      sections.append([.string(name), .string(Route.link(folder)), .array(rows)])
      rows = []
    }

    private mutating func number(of text: String) -> JSONValue {
      if let number = numbers[ByteKey(text)] { return .integer(number) }
      numbers[ByteKey(text)] = texts.count
      texts.append(text)
      return .integer(texts.count - 1)
    }

    var script: [UInt8] {
      let list = JSONWriter.bytes(.array(texts.map { .string($0) }), style: .compact)
      return Array("sitegenIndex(".utf8) + list + Array(",".utf8)
        + JSONWriter.bytes(.array(sections), style: .compact) + Array(");\n".utf8)
    }
  }
}
