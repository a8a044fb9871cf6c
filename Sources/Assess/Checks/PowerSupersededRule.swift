import Diagnostics
import Intake

extension Rule {
  static let powerSupersededRule = Rule(
    id: "power/superseded-rule",
    summary: "a limit for organizations that a later sentence of the same document has replaced is still written first",
    why: "A reader who stops at the first sentence takes the old limit for the rule.",
    howToFix: "take the old sentence out, or say in it until when it held",
    examples: [
      Example(
        [
          "STEERING.md": PowerSamples.committee(most: "two").marked("No more")
            + "\nStarting with the 2025 election, no more than one seat of the steering committee may be held by"
            + " members of the same company.\n"
        ],
        finds: ["at most 2 seats was replaced from 2025 on: at most 1 seat"]),
      Example(["STEERING.md": PowerSamples.committee(most: "two")], finds: []),
    ]
  ) { data, rule in
    data.view.power.bodies.compactMap { body in
      guard let (old, new, year) = data.supersededCap(in: body) else { return nil }
      return rule.finding(
        .note, "\(old.words) was replaced from \(year) on: \(new.words)", key: "\(body.name) \(old.limit)",
        at: [.init(.claim, old.location), .init(.fact, new.location)], confidence: .medium)
    }
  }
}

extension CommunityData {
  /// A limit with the later one of the same document that has replaced it, as that one's words and a past year say.
  func supersededCap(in body: BodyPower) -> (old: OrganizationCap, new: OrganizationCap, year: Int)? {
    for new in body.contradictoryCaps {
      guard let document = document(new.location.path) else { continue }
      let old = body.caps.first {
        $0.kind == new.kind && $0.limit != new.limit && $0.location.path == new.location.path
          && $0.location.line < new.location.line
      }
      // The year may be in the line above or below the limit, in the same sentence.
      let lines = (max(1, new.location.line - 1)...min(document.source.lineCount, new.location.line + 1))
        .map { document.source.lineText($0) }
      guard let old, let year = Self.yearOfBeginning(in: lines.joined(separator: " ")), year <= asOf.year else {
        continue
      }
      return (old, new, year)
    }
    return nil
  }

  /// The year behind "starting", "beginning", "from", "effective" or "as of".
  private static func yearOfBeginning(in text: String) -> Int? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    for (index, word) in words.enumerated() {
      guard word.utf8.count == 4, let year = Int(word), (2000...2100).contains(year) else { continue }
      let before = words[max(0, index - 5)..<index]
      if before.contains(where: { ["starting", "beginning", "from", "effective", "since"].contains($0) }) {
        return year
      }
    }
    return nil
  }
}
