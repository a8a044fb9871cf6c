import Criteria
import Diagnostics
import Intake
import Words

extension Rule {
  static let documentOtherProject = Rule(
    id: "document/other-project",
    summary: "another project's name left in copied text",
    why: "Text taken from another project's document makes the reader doubt whether the rest was written for this one.",
    howToFix: "use this project's name, and check the paragraph for anything else that was copied",
    examples: [
      Example(
        [
          "sitegen.yaml":
            "communities:\n- {id: example, name: Example, repositories: [{path: example}]}\n- {id: falcon, name: Falcon, repositories: [{path: falcon}]}\n",
          "falcon/README.md": "# Falcon\n",
          "example/self-assessment.md":
            "# Example Security Self-assessment\n\nExample is a tool.\n\nThis is the security assessment for the ↓Falcon project.\n\nExample signs what it ships. Example has a threat model.\n",
        ],
        finds: ["the text says “assessment for the Falcon project”, but the document is about Example"]),
      Example([
        "sitegen.yaml":
          "communities:\n- {id: example, name: Example, repositories: [{path: example}]}\n- {id: falcon, name: Falcon, repositories: [{path: falcon}]}\n",
        "falcon/README.md": "# Falcon\n",
        "example/self-assessment.md":
          "# Example Security Self-assessment\n\nExample is a tool that integrates with Falcon.\n\nAn assessment of Example was made for users of the Falcon project.\n\nExample signs what it ships.\n",
      ]),
    ]
  ) { data, rule in
    let kinds: [DocumentKind] = [.dueDiligence, .technicalReview, .securityAssessment, .review]
    return data.ownDocuments.filter { kinds.contains($0.kind) }.flatMap { document -> [Finding] in
      let blocks = Prose.all(in: document)
      let text = blocks.map(\.text).joined(separator: "\n")
      let own = ProperNames.count(data.community.name, in: text)
      guard own >= 3 else { return [] }
      // Whoever works with a project names it again and again; what was left over occurs once or twice.
      let suspects = data.otherProjects.lazy.map(\.text).filter { name in
        guard text.holds(name), ProperNames.isDistinct(name) else { return false }
        let count = ProperNames.count(name, in: text)
        return (1...2).contains(count) && own >= 3 * count
      }
      return suspects.compactMap { name -> Finding? in
        for block in blocks where block.text.holds(name) {
          guard let phrase = ProperNames.framed(name, in: block.text) else { continue }
          return rule.finding(
            .note, "the text says “\(phrase)”, but the document is about \(data.community.name)", key: name,
            at: [.init(.claim, block.location(of: name)), .init(.related, document.source.location(line: 1))],
            confidence: .medium, expected: data.community.name, actual: name)
        }
        return nil
      }
    }
  }
}

/// Names of projects in running text.
private enum ProperNames {
  /// Whether a name is one that running text does not use for something else: it begins with a capital letter or holds
  /// one, and is no general word of governance.
  static func isDistinct(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count <= 2 && Folding.letters(name).utf8.count >= 4 && name.contains(where: \.isUppercase)
      && !Lexicon.findings.generalNames.contains { name.lowercased().holds($0) }
  }

  /// How often a name occurs as whole words, spelled exactly so.
  static func count(_ name: String, in text: String) -> Int { ranges(of: name, in: text).count }

  /// The phrase by which a text says that it is about the project: "assessment for the X project", "X Graduation
  /// Application".
  static func framed(_ name: String, in text: String) -> String? {
    let subjects = Lexicon.findings.subjects
    let forms = Lexicon.findings.forms
    for range in ranges(of: name, in: text) {
      let before = text[..<range.lowerBound].split(separator: " ").suffix(3)
      let after = text[range.upperBound...].split(separator: " ").prefix(2)
      let frame = before.map { $0.lowercased() }
      let isProject = after.first.map { Folding.letters(String($0)) == "project" } ?? false
      if isProject, frame.last == "the", frame.count == 3, ["for", "of"].contains(frame[1]),
        subjects.contains(Folding.letters(frame[0])) || subjects.contains(frame[0])
      {
        return (before + [text[range], "project"]).joined(separator: " ")
      }
      if after.count == 2, forms.contains(String(after[0])),
        subjects.contains(where: { Folding.letters(String(after[1])) == $0 })
      {
        return ([text[range]] + after).joined(separator: " ")
      }
    }
    return nil
  }

  private static func ranges(of name: String, in text: String) -> [Range<String.Index>] {
    name.places(in: text).filter { range in
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !isWord(before) && !isWord(after)
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_" || character == "/"
  }
}
