import Criteria
import Diagnostics
import Intake
import Markdown

/// The text of a first `sitegen.yaml`: what was found, and each guess with its reason beside it.
struct WorkspaceDraft {
  let communities: [Community]
  let criteria: [CriteriaSet]
  let tree: SourceTree
  /// Folder of the built site, where the schema of the file lies after the first build.
  static let schema = "site/schemas/sitegen.schema.json"

  var text: String {
    var lines = [
      "# yaml-language-server: $schema=\(Self.schema)",
      "# What cannot be seen from the documents. Each value is a guess with its reason: correct what is wrong, and remove",
      "# what says nothing new. `sitegen schema workspace` prints all keys; names are checked on every run.",
      "",
      "# Day of assessment; without it, today.",
      "# as_of: 2026-01-31",
      "# Public address of the site, for its sitemap and its page for wrong addresses.",
      "# base_url: https://example.org/",
      "", "communities:",
    ]
    for community in communities { lines += self.lines(community) }
    let vendored = vendoredFolders
    if !vendored.isEmpty {
      lines += ["", "# Copies of other projects, by the names of their folders. Remove the signs to leave them out:"]
      lines += ["# exclude:"] + vendored.map { "#   - \(Self.yaml("\($0)/**"))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ community: Community) -> [String] {
    let remotes = community.repositories.compactMap { GitRemote(of: $0.path, in: tree) }
    var lines = ["  - id: \(id(community))"]
    lines.append(Self.line("name", Self.yaml(community.name), nameReason(community, remotes)))
    let foundation = ForgeGuess.foundation(of: community, among: criteria)
    if let foundation {
      lines.append(Self.line("foundation", Self.yaml(foundation.name), "\(foundation.place) names it"))
    } else {
      let names = ForgeGuess.foundations(of: criteria).joined(separator: ", ")
      lines.append("    # foundation: \(names)  (one of them; no document names one)")
      lines.append("    # models: [\(community.models.joined(separator: ", "))]  (assumed until it is given)")
    }
    let sets = criteria.filter { set in
      foundation.map { $0.name == set.foundation } ?? community.models.contains(set.model)
    }
    let levels = sets.flatMap(\.levels).uniqued()
    if let held = ForgeGuess.level(of: community, foundation: foundation?.name, levels: levels) {
      lines.append(Self.line("holds", held.level.rawValue, "\(held.place) says so"))
    } else if !levels.isEmpty {
      lines.append(
        "    # holds: \(levels.map(\.rawValue).joined(separator: ", "))  (one of them; no document says which)")
    }
    if let applied = community.appliesFor, let application = community.application {
      lines.append(Self.line("applies_for", applied.rawValue, "\(application) applies for it"))
    } else if let last = levels.last {
      lines.append("    # applies_for: \(last)  (no application was found)")
    }
    lines.append("    repositories:")
    for repository in community.repositories { lines.append("      - \(entry(repository))") }
    let absent = ForgeGuess.linkedRepositories(of: community, remotes: remotes)
    if !absent.isEmpty {
      lines.append(
        "      # Linked, but not here. Clone them beside this one, run with --source on the folder of both, and add:")
      for (remote, count) in absent {
        lines.append("      # - {path: \(Self.yaml(remote.name)), url: \(remote.url)}  (\(count.counted("link")))")
      }
    }
    return lines
  }

  /// Its name as a folder; the id that it has is the name of the folder it was cloned to.
  private func id(_ community: Community) -> String {
    let names = (communities.count == 1 ? [Slugs.slug(community.name)] : []) + [community.id.lowercased()]
    return names.map { name in
      name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }.first { !$0.isEmpty } ?? "community"
  }

  private func entry(_ repository: Repository) -> String {
    var parts = ["path: \(repository.path.isEmpty ? "." : Self.yaml(repository.path))"]
    if let url = repository.url ?? GitRemote(of: repository.path, in: tree)?.url {
      parts.append("url: \(Self.yaml(url))")
    }
    if let branch = GitRemote.branch(of: repository.path, in: tree) { parts.append("branch: \(Self.yaml(branch))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private func nameReason(_ community: Community, _ remotes: [GitRemote]) -> String {
    if let remote = remotes.first { return "from \(remote.url) and the README" }
    return community.name == tree.name ? "the name of this folder" : "from the documents"
  }

  /// Outermost folders whose name says that other people's files are in them, and in which documents were read.
  private var vendoredFolders: [String] {
    let names: Set<String> = ["third_party", "third-party", "thirdparty", "vendor", "external", "_vendor"]
    return communities.flatMap(\.documents).compactMap { document -> String? in
      let parts = document.path.pathNames.dropLast()
      return parts.firstIndex { names.contains(String($0)) }.map { parts[...$0].joined(separator: "/") }
    }.uniqued()
  }

  private static func line(_ key: String, _ value: String, _ reason: String) -> String {
    let text = "    \(key): \(value)"
    return text + String(repeating: " ", count: max(2, 32 - text.count)) + "# \(DiagnosticText.printable(reason))"
  }

  /// A text as a YAML scalar of one line.
  static func yaml(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { $0.isASCIIAlphanumeric || ". _/-:".utf8.contains($0) }
    let starts = text.utf8.first?.isASCIILetter ?? false
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null"]
    if plain, starts, !text.hasSuffix(" "), !text.hasSuffix(":"),
      !text.contains(where: { $0 == ":" }) || text.hasPrefix("http"),
      !words.contains(text.lowercased())
    {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\x" + (digits.count < 2 ? "0" : "") + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
