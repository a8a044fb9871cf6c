import Diagnostics
import Testing

@testable import Intake

/// Adopters, one a line: `name | type | since | level | url | use case`, `-` for what is not given.
private func adopters(_ text: String, path: String = "ADOPTERS.md") -> [String] {
  facts(text, kind: .adopters, path: path).facts.adopters.map {
    [$0.name, $0.type ?? "-", $0.since ?? "-", $0.level ?? "-", $0.url ?? "-", $0.useCase ?? "-"].joined(
      separator: " | ")
  }
}

@Suite struct AdopterTableTests {
  @Test func readsEveryColumn() {
    let text = """
      | Type | Name | Since | Website | Use-Case |
      |:-|:-|:-|:-|:-|
      | End-user| Acme | 2023 | [link](https://acme.example) | Runs it. |
      | Vendor | Initech, Inc. | | [link](https://initech.example) | |
      | Vendor | TBD | | | |
      | Vendor | _(Add your organization here)_ | | | |
      """
    #expect(
      adopters(text) == [
        "Acme | End-user | 2023 | - | https://acme.example | Runs it.",
        "Initech, Inc. | Vendor | - | - | https://initech.example | -",
      ])
  }

  @Test func takesOrganizationsWhereAnotherColumnNamesPersons() {
    let text = """
      | Name | Company | Use case | Contact |
      |---|---|---|---|
      | Ada Example | Acme | Scans clusters | a@example.org |
      """
    #expect(adopters(text) == ["Acme | - | - | - | - | Scans clusters"])
  }

  @Test func takesNoLabelOfALinkForAUseCase() {
    let text = """
      | Organization | Usecase | Details |
      |---|---|---|
      | [Acme](https://acme.example) | Tests in CI | [Our story](acme.md) |

      | Company | Notes |
      |---|---|
      | [Initech](https://initech.example) | [Website](https://initech.example/x) |
      | Hooli | [Chaos in workflows](https://hooli.example) |
      """
    #expect(
      adopters(text) == [
        "Acme | - | - | - | https://acme.example | Tests in CI", "Initech | - | - | - | https://initech.example | -",
        "Hooli | - | - | - | - | Chaos in workflows",
      ])
  }

  @Test func readsLogosBadgesMarksAndMissingCells() {
    let text = """
      | Organization | Status | More Information
      | ------------ | ---------| ---------------|
      | [<img src="a.png" alt="Acme &amp; Sons Logo" width="10"> ](https://acme.example) | ![testing](https://img.example/-production-blue) |
      | Initech* | Production | [link](https://initech.example) |
      """
    #expect(
      adopters(text) == [
        "Acme & Sons | - | - | testing | https://acme.example | -",
        "Initech | - | - | Production | https://initech.example | -",
      ])
  }

  @Test func passesOverPointersTypesAndIndividuals() {
    let text = """
      ## Adopters of parts

      | Component | Adopter List |
      |---|---|
      | Engine | [`ADOPTERS.md`](https://github.com/acme/engine/blob/main/ADOPTERS.md) |

      ## End users

      | Organization | Use case |
      |---|---|
        [Acme](https://acme.example/) | Runs it

      ## Vendors

      Organization | Use case
      --- | ---
      Initech | Ships it

      ## Individuals

      | Name | GitHub |
      |---|---|
      | Ada Example | @ada-ex |

      ## Adopter Types

      | Name | Meaning |
      |---|---|
      | Vendor | ships it |
      """
    #expect(
      adopters(text) == [
        "Acme | End users | - | - | https://acme.example/ | Runs it", "Initech | Vendors | - | - | - | Ships it",
      ])
  }
}

@Suite struct AdopterListTests {
  @Test func readsBulletsAndLeavesNestedOnes() {
    let text = """
      # Adopters

      ## Updating this list

      1. [Open a PR](https://github.com/acme/engine/pulls)
      2. Send an email

      ## Engine Adopters

      * Acme
        * Official site: [en](https://acme.example)
      * [Initech (International
        Technology)](https://initech.example) runs *many* of them.
      * [Umbrella](umbrella.example) - ships it
      """
    #expect(
      adopters(text) == [
        "Acme | - | - | - | https://acme.example | -",
        "Initech (International Technology) | - | - | - | https://initech.example | runs many of them.",
        "Umbrella | - | - | - | umbrella.example | ships it",
      ])
  }

  @Test func readsBoldLinksBeforeTheirBulletsAndLogos() {
    let text = """
      # Adopters

      <a href="https://acme.example"><img alt="acme.example" src="a.svg"></a>
      ## Success Stories

      **[Acme][1]**\u{20}\u{20}
      Acme restores everything.
      - Part one

      **[Initech][2]**<br>
      Initech, too.

      [1]: https://acme.example
      [2]: https://initech.example
      """
    #expect(
      adopters(text) == [
        "Acme | Success Stories | - | - | https://acme.example | Acme restores everything.",
        "Initech | Success Stories | - | - | https://initech.example | Initech, too.",
      ])
  }

  @Test func readsLogosWhereNothingElseIs() {
    let text = """
      # Adopters

      <a href="https://acme.example"><img alt="Acme logo" src="a.svg"></a>
      <img src="b.svg" alt='Initech'>

      ## Stories

      + It makes adding hardware easy, and needs no development
      """
    #expect(adopters(text).map { $0.prefix { $0 != " " } } == ["Acme", "Initech"])
  }

  @Test func readsAHeadingWithLabelsForEach() {
    let text = """
      ## Acme

      - *Application*: Everything
      - *Launched*: Feb. 2014
      - *Cluster Size*: 5 members

      ## initech.example

      - *Application*: Some
      - *Launched*: May 2015
      """
    #expect(
      adopters(text) == ["Acme | - | Feb. 2014 | - | - | Everything", "initech.example | - | May 2015 | - | - | Some"])
  }

  @Test func readsLabelledLinesByTheirLegend() {
    let text = """
      Adding yourself
      ---------------

          N: Name of user
          D: Description
          L: Link (optional)

      Example entry:

          * N: Example User

      Users
      -----

          * N: Acme | Labs
            D: Acme runs it
            L: https://acme.example/a, https://acme.example/b

          * N: Initech
            D：Initech, too

          * N: Hooli
      """
    #expect(
      adopters(text) == [
        "Acme | Labs | - | - | - | https://acme.example/a | Acme runs it", "Initech | - | - | - | - | Initech, too",
        "Hooli | - | - | - | - | -",
      ])
  }

  @Test func findsNobodyBehindAPointer() {
    #expect(adopters("# Adopters\n\nSee [the list](https://acme.example/adopters).\n") == [])
    #expect(adopters("# Adopters\n\n- [Engine](https://github.com/acme/engine/blob/main/ADOPTERS.md)\n") == [])
  }
}

/// Lists in more than one form.
@Suite struct AdopterFormsTests {
  private let table = "\n# Users\n\n| Name | Company | Use |\n|---|---|---|\n| Ada Example | Acme | tests |\n"

  @Test func companiesInBulletsStandBesideATable() {
    let bullets = """
      # Adopters

      # Well-known companies

      Companies that speak of it (in alphabetical order):
      * Hooli uses it in training [link](https://hooli.example/)
      * Initech: spoke of it [video](https://initech.example/)

      """
    #expect(
      adopters(bullets + table) == [
        "Acme | - | - | - | - | tests",
        "Hooli | Well-known companies | - | - | https://hooli.example/ | it in training link",
        "Initech | Well-known companies | - | - | https://initech.example/ | spoke of it video",
      ])
  }

  /// A list by industry or by size names them again, with a rank or a number.
  @Test func aSecondListOfTheSameAddsNobody() {
    let text = """
      # Adopters

      ## Companies

      | Company | Industry |
      |---|---|
      | Acme Rockets | Energy |
      | Blue Bank | Finance |

      ## By Industry

      ### Energy (2 companies)

      - Acme Rockets (Rank 1)
      - Cog Works (Rank 3)

      ### Large companies

      - Blue Bank (since 2024)
      - Cog Works (Rank 3)

      """
    #expect(adopters(text).map { $0.prefix { $0 != "|" } } == ["Acme Rockets ", "Blue Bank ", "Cog Works "])
  }

  @Test func bulletsAboutTheTableAreNone() {
    let steps = "# Adopters\n\n- Fork it\n- Add your company to the table\n"
    #expect(adopters(steps + table) == ["Acme | - | - | - | - | tests"])
    let notes = "# Adopters\n\n## Notes\n\n- Acme: the first\n- Hooli: asked for it\n"
    #expect(adopters(notes + table) == ["Acme | - | - | - | - | tests"])
  }

  @Test func bulletsBesideATableThatWaitsForTheFirstAreNone() {
    let blank = """
      # Adopters

      | Organization | Level | Use case |
      |---|---|---|
      | _(Add your organization here)_ | | |

      ## Need help?

      - [Documentation](https://docs.example)
      - [Chat](https://chat.example)
      """
    #expect(adopters(blank) == [])
  }
}

@Suite struct AdopterDataTests {
  @Test func readsCompaniesBelowAMap() {
    let text = """
      adopters:
        project: Engine
        companies:
          - name: Acme
            url: https://acme.example
          - name: Initech
      """
    #expect(
      adopters(text, path: "adopters.yaml") == [
        "Acme | - | - | - | https://acme.example | -", "Initech | - | - | - | - | -",
      ])
  }

  @Test func readsAListOfMapsWithLinks() {
    let text = "- name: Acme\n  links:\n    - https://acme.example\n  since: 2021\n- organization: Initech\n"
    #expect(
      adopters(text, path: "adopters.yml") == [
        "Acme | - | 2021 | - | https://acme.example | -", "Initech | - | - | - | - | -",
      ])
  }
}
