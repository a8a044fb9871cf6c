import Diagnostics
import Intake

extension Rule {
  static let adoptersIndependence = Rule(
    id: "adopters/independence",
    summary: "adopters that employ maintainers",
    why: "An organization that employs maintainers does not count as an independent adopter.",
    howToFix: "name other adopters for the interviews, or say which of these are not independent",
    examples: [
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "ADOPTERS.md": Samples.adopters + "↓| Vendor | Acme | 2020 | https://acme.example | product |\n",
        ],
        finds: ["1 of 3 adopters employs maintainers: Acme"]),
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "ADOPTERS.md": Samples.adopters + "↓| Vendor | Acme | 2020 | https://acme.example | product |\n"
            + "| End-user | Acme | 2020 | https://acme.example | own cloud |\n",
        ],
        finds: ["1 of 3 different adopters employs maintainers: Acme"]),
      Example(["MAINTAINERS.md": Samples.maintainers, "ADOPTERS.md": Samples.adopters]),
      Example(
        [
          "MAINTAINERS.md": Samples.maintainers,
          "ADOPTERS.md": "# Adopters\n\n↓* [Acme's Rocket Platform](https://rocket.example) runs on it.\n"
            + "* [Acme Anvil](https://anvil.example) is somebody else's.\n* [Umbrella](https://umbrella.example) uses it.\n",
        ],
        finds: ["1 of 3 adopters employs maintainers: Acme's Rocket Platform"]),
    ]
  ) { data, rule in
    let own = data.adopters.filter { data.view.employsMaintainers($0.name, at: $0.url) }
    guard !own.isEmpty else { return [] }
    // Who uses and sells it has two rows.
    let names = data.community.organizations
    func count(_ adopters: [Adopter]) -> Int { Set(adopters.map { names.identity(of: $0.name) }).count }
    let all = count(data.adopters)
    let adopters = all < data.adopters.count ? "\(all) different adopters" : "\(all) adopters"
    return [
      rule.finding(
        .note,
        "\(count(own)) of \(adopters) \(count(own) == 1 ? "employs" : "employ") maintainers: "
          + Rows.list(own.map(\.name).uniqued()),
        key: "employers", at: own.map { .init(.fact, $0.location) })
    ]
  }
}
