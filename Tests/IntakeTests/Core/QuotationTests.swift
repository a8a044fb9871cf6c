import Diagnostics
import Intake
import Testing

/// Documents are quoted by whole sentences.
@Suite struct QuotationTests {
  private static let text = """
    # Governance

    First things come first. If the maintainers cannot decide an issue, it is resolved by a
    supermajority of the maintainers with a fallback on lazy consensus after three
    weeks. The rest follows.

    1. An entry that is
       wrapped, too. It ends.
    2. Another one.

    | a | b |

    """

  @Test(arguments: [
    (1, "# Governance"),
    (
      4,
      "If the maintainers cannot decide an issue, it is resolved by a supermajority of the maintainers with a fallback "
        + "on lazy consensus after three weeks."
    ),
    (5, "The rest follows."), (7, "An entry that is wrapped, too."), (9, "Another one."), (11, "| a | b |"),
  ])
  func quotesTheSentencesOfALine(line: Int, expected: String) {
    #expect(Quotation.passage(of: line, in: SourceText(path: "a.md", text: Self.text)) == expected)
  }

  @Test func cutsBetweenWords() {
    #expect(Quotation.short("with an outdated view", most: 14) == "with an …")
    #expect(Quotation.short("short", most: 14) == "short")
  }
}
