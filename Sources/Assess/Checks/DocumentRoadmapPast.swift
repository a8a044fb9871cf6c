import Diagnostics
import Intake

extension Rule {
  static let documentRoadmapPast = Rule(
    id: "document/roadmap-past",
    summary: "a roadmap that only covers past years",
    why: "A roadmap shows where the project is going; this one shows where it has been.",
    howToFix: "write what is planned now, or link the place where plans are kept",
    examples: [
      Example(
        ["ROADMAP.md": "# Roadmap\n\n## 2022\n\n* Snapshots\n\n↓## 2023\n\n* Migration\n"],
        finds: ["the latest year in the roadmap is 2023"]),
      Example(["ROADMAP.md": "# Roadmap\n\n## 2022\n\n* Snapshots\n\n## 2026\n\n* Migration\n"]),
      Example(["roadmap-2019.md": "# Roadmap\n\n## 2019\n\n* Snapshots\n"]),
      Example(["ROADMAP.md": "# Roadmap\n\n## Next\n\n* Snapshots\n\nSince 2019 it has grown.\n"]),
    ]
  ) { data, rule in
    data.documents(of: .roadmap).filter { $0.foreignSubject == nil }.compactMap { document -> Finding? in
      // "roadmap-2024.md" is the roadmap of that year, and whole.
      guard years(in: String(document.path.fileStem)).isEmpty else { return nil }
      let headings = (document.markdown?.headings ?? []).flatMap { heading in
        years(in: heading.text).map { ($0, heading.line) }
      }
      let anywhere = document.source.lines(holding: .digit).flatMap { years(in: document.source.lineText($0)) }
      guard let newest = headings.max(by: { $0.0 < $1.0 }), let last = anywhere.max(), last <= newest.0,
        newest.0 + 1 < data.asOf.year
      else { return nil }
      return rule.finding(
        .note, "the latest year in the roadmap is \(newest.0)", key: "year",
        at: [.init(.claim, document.source.location(line: newest.1))], confidence: .medium, actual: "\(newest.0)")
    }
  }

  /// Years from 2000 on that stand as words of their own.
  private static func years(in text: String) -> [Int] {
    text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.compactMap { word in
      guard word.utf8.count == 4, let year = Int(word), (2000...2099).contains(year) else { return nil }
      return year
    }
  }
}
