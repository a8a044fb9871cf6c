/// Columns, labels and keys of lists of adopters.
enum AdopterColumn: Hashable {
  case name, type, since, level, url, useCase, contact, logo

  /// The meaning of a heading given as lower-case words; nil for an unknown one.
  static func recognize(_ heading: String) -> AdopterColumn? {
    if let exact = exact[heading] { return exact }
    let words = Set(heading.split(separator: " ").map(String.init))
    for (column, known) in byWord where !words.isDisjoint(with: known) { return column }
    return nil
  }

  /// Words that decide where they stand in a longer heading, the stronger first.
  private static let byWord: KeyValuePairs<AdopterColumn, Set<String>> = [
    .logo: ["logo", "logos"],
    .useCase: [
      "usage", "use", "usecase", "usecases", "workload", "workloads", "case", "cases", "description", "product",
      "purpose", "story", "details", "how", "statement", "statements", "testimonial", "testimonials", "quote",
      "remarks",
      "about", "why", "background", "feedback",
    ],
    .contact: ["contact", "contacts", "email", "slack", "github", "person"],
    .since: ["since", "date", "year"],
    .level: ["status", "stage", "maturity", "level", "environment"],
    .url: [
      "website", "url", "repository", "repo", "link", "links", "homepage", "information", "reference", "references",
    ],
    .type: ["type", "category"],
    .name: [
      "organization", "organisation", "organizations", "organisations", "company", "companies", "adopter", "adopters",
      "institution", "name", "customer",
    ],
  ]

  private static let exact: [String: AdopterColumn] = [
    "org": .name, "user": .name, "users": .name, "end user": .name, "end users": .name, "vendor": .name,
    "vendors": .name,
    "who": .name, "customer": .name, "customers": .name, "distribution": .name, "provider": .name, "integration": .name,
    "company name": .name, "adopter name": .name, "organization name": .name, "name of organization": .name,
    "kind": .type, "class": .type, "user type": .type, "adopter type": .type, "type of adopter": .type,
    "when": .since, "started": .since, "launched": .since, "adopted": .since, "adoption date": .since,
    "in production": .level, "production": .level, "phase": .level, "adoption level": .level, "adoption": .level,
    "site": .url, "web": .url, "web site": .url, "home page": .url, "more info": .url, "learn more": .url, "blog": .url,
    "notes": .useCase, "note": .useCase, "comments": .useCase, "comment": .useCase, "scenario": .useCase,
    "scenarios": .useCase, "application": .useCase, "project": .useCase, "solution": .useCase, "summary": .useCase,
  ]
}
