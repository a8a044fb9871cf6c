import Diagnostics
import Templates

/// The index of the search page: a script with texts, and for each community its name, its folder and one row a thing that
/// can be found: number of the title, address below the folder (behind a slash: of the site), numbers of kind and text.
///
/// It is a script and not data, because a page opened from a folder on disk may load a script but fetch nothing.
enum SearchIndex {
  static let path = "assets/search-index.js"

  static func bytes(_ site: SiteModel) -> [UInt8] {
    var index = Rows(room: site.index.entries.count)
    index.beginSection("", folder: "")
    for page in site.pages.all {
      index.add(page.title, page.path, "page", page.text.headings.dropFirst().map(\.text).joined(separator: " · "))
    }
    index.endSection()
    for community in site.communities {
      let name = community.community.name
      index.beginSection(name, folder: "\(community.folder)/")
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
        // No other row has the path of a document.
        index.add(
          entry.document.title, entry.page, "document", "\(entry.document.path) \(headings)", isOnlyHere: true)
      }
      index.endSection()
    }
    return index.finish()
  }

  /// Rows by community, and their texts, each once: criteria and many findings are the same for all. Both are kept as
  /// they are written, which takes the least room: a site has as many rows as pages, and more.
  private struct Rows {
    /// Longest text of one row, in Unicode scalars.
    private static let longestText = 200

    /// Folder of the community whose rows are added, with a slash at its end.
    private var folder = ""
    private var known = ByteTable()
    /// The number of each known text.
    private var numbers: [Int] = []
    private var count = 0
    /// The script with the texts so far.
    private var script = Array("sitegenIndex([".utf8)
    private var sections: [UInt8] = []

    /// - Parameter room: about how many rows there will be. Room that is not used costs nothing, but to move to a larger
    ///   one takes twice as much for a moment, when most is held.
    init(room: Int) { script.reserveCapacity(room * (Self.longestText + 160)) }

    mutating func beginSection(_ name: String, folder: String) {
      self.folder = folder
      if !sections.isEmpty { sections.append(UInt8(ascii: ",")) }
      sections.append(UInt8(ascii: "["))
      for text in [name, Route.link(folder)] {
        JSONWriter.append(.string(text), to: &sections)
        sections.append(UInt8(ascii: ","))
      }
      sections.append(UInt8(ascii: "["))
    }

    mutating func endSection() { sections += "]]".utf8 }

    /// - Parameter isOnlyHere: whether the text cannot be that of another row, and need not be remembered.
    mutating func add(_ title: String?, _ page: String?, _ kind: String, _ text: String?, isOnlyHere: Bool = false) {
      guard let title, !title.isEmpty, let page else { return }
      var text = text ?? ""
      if text.utf8.count > Self.longestText { text = String(text.unicodeScalars.prefix(Self.longestText)) }
      let below = page.utf8.starts(with: folder.utf8) ? String(page.utf8.dropFirst(folder.utf8.count)) : nil
      let address = below.map(Route.link) ?? "/" + Route.link(page)
      let (named, sort) = (number(of: title), number(of: kind))
      let told = isOnlyHere ? append(text) : number(of: text)
      if sections.last != UInt8(ascii: "[") { sections.append(UInt8(ascii: ",")) }
      sections += "[\(named),".utf8
      JSONWriter.append(.string(address), to: &sections)
      sections += ",\(sort),\(told)]".utf8
    }

    private mutating func number(of text: String) -> Int {
      let (isNew, place) = known.insert(text)
      if isNew { numbers.append(append(text)) }
      return numbers[place]
    }

    /// Adds a text; gives its number.
    private mutating func append(_ text: String) -> Int {
      if count > 0 { script.append(UInt8(ascii: ",")) }
      JSONWriter.append(.string(text), to: &script)
      defer { count += 1 }
      return count
    }

    /// The whole script.
    mutating func finish() -> [UInt8] {
      script += "],[".utf8
      script += sections
      script += "]);\n".utf8
      return script
    }
  }
}
