import Foundation
import TestSupport
import Testing

@Suite struct GenerateCommandTests {
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "sitegen").path(percentEncoded: false)

  private static let files = [
    "sitegen.yaml": """
    generate:
      templates: parts
      data: {groups: sigs.yaml, people: people.csv}
      files:
        - {template: list, output: list.md}
        - template: page
          output: "{{ group.dir }}/README.md"
          each: groups.sigs
          as: group
          keep: ["<!-- own -->", "<!-- end -->"]
        - {template: table, output: README.md, between: ["<!-- table -->", "<!-- /table -->"]}

    """,
    "sigs.yaml": "sigs:\n- {name: Docs, dir: sig-docs, time: \"09:00\", version: 1.10}\n- {name: Net, dir: sig-net}\n",
    "people.csv": "name,org\nAnn,Acme\n",
    "parts/list":
      "{% for group in groups.sigs %}* {{ group.name }} {{ group.time or '-' }} {{ group.version or '-' }}\n{% endfor %}",
    "parts/page": "# {{ group.name }}\n<!-- own -->\n{{ kept }}\n<!-- end -->\n",
    "parts/table": "{% for person in people %}| {{ person.name }} | {{ person.org }} |\n{% endfor %}",
    "README.md": "Before\n<!-- table -->\nold\n<!-- /table -->\nAfter\n",
    "sig-net/README.md": "# Old\n<!-- own -->\nwritten\nby hand\n<!-- end -->\n",
  ]

  private func withFiles(_ more: [String: String] = [:], _ body: (URL) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      for (path, text) in Self.files.merging(more, uniquingKeysWith: { $1 }) {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try await body(folder)
    }
  }

  private func text(_ path: String, in folder: URL) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  @Test func makesFilesOfDataAndKeepsWhatPeopleWrote() async throws {
    try await withFiles { folder in
      let before = try run(Self.program, ["generate", "--check"], in: folder)
      #expect(before.status == 1 && before.error.contains("run `sitegen generate` and commit"), "\(before.error)")
      #expect(String(decoding: before.output, as: UTF8.self).contains("-old\n+| Ann | Acme |\n"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "list.md").path()))
      #expect(try run(Self.program, ["generate"], in: folder).error == "4 files: 4 written, 0 as before\n")
      #expect(try text("list.md", in: folder) == "* Docs 09:00 1.10\n* Net - -\n")
      #expect(try text("sig-docs/README.md", in: folder) == "# Docs\n<!-- own -->\n\n<!-- end -->\n")
      #expect(try text("sig-net/README.md", in: folder) == "# Net\n<!-- own -->\nwritten\nby hand\n<!-- end -->\n")
      #expect(try text("README.md", in: folder) == "Before\n<!-- table -->\n| Ann | Acme |\n<!-- /table -->\nAfter\n")
      #expect(try run(Self.program, ["generate", "--check"], in: folder).status == 0)
      #expect(try run(Self.program, ["generate"], in: folder).error == "4 files: 0 written, 4 as before\n")
    }
  }

  @Test(arguments: [
    (["sig-net/README.md": "<!-- own -->\nby hand\n"], "sig-net/README.md has no line with `<!-- end -->`"),
    (["README.md": "Before\n"], "README.md has no line with `<!-- table -->`"),
    (["sigs.yaml": "sigs:\n- {name: A, dir: ../out}\n"], "`../out/README.md` is no path inside the source"),
    (["sigs.yaml": "sigs:\n- {name: A, dir: a}\n- {name: B, dir: a}\n"], "`a/README.md` is generated twice"),
    (["parts/page": "{{ group.nam }}\n"], "nam"), (["sigs.yaml": "sigs: [\n"], "sigs.yaml:"),
  ])
  func refusesWhatItCannotMake(change: [String: String], words: String) async throws {
    try await withFiles(change) { folder in
      let result = try run(Self.program, ["generate"], in: folder)
      #expect(result.status == 2 && result.error.contains(words), "\(result.error)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "list.md").path()))
    }
  }

  @Test func makesTwoPartsOfOneFile() async throws {
    let files = [
      "sitegen.yaml": """
      generate:
        templates: parts
        data: {groups: sigs.yaml, people: people.csv}
        files:
          - {template: table, output: README.md, between: ["<!-- table -->", "<!-- /table -->"]}
          - {template: list, output: README.md, between: ["<!-- list -->", "<!-- /list -->"]}

      """,
      "README.md": "<!-- table -->\n<!-- /table -->\nBetween\n<!-- list -->\nold\n<!-- /list -->\n",
    ]
    try await withFiles(files) { folder in
      let first = try run(Self.program, ["generate"], in: folder)
      #expect(first.error == "1 file: 1 written, 0 as before\n")
      let made =
        "<!-- table -->\n| Ann | Acme |\n<!-- /table -->\nBetween\n<!-- list -->\n* Docs 09:00 1.10\n* Net - -\n"
      #expect(try text("README.md", in: folder) == made + "<!-- /list -->\n")
      #expect(try run(Self.program, ["generate", "--check"], in: folder).status == 0)
    }
  }

  @Test func shipsTemplatesOfGroups() async throws {
    let files = [
      "sitegen.yaml": """
      generate:
        templates: mine/generate/groups
        data: {groups: sigs.yaml, words: words.yaml}
        files:
          - template: sig.md
            output: "{{ group.dir }}/README.md"
            each: groups.sigs
            as: group
            keep: ["<!-- BEGIN CUSTOM CONTENT -->", "<!-- END CUSTOM CONTENT -->"]
          - template: aliases
            output: OWNERS_ALIASES
            keep: ["## BEGIN CUSTOM CONTENT", "## END CUSTOM CONTENT"]

      """,
      "words.yaml": """
      {header: "<!-- made -->", chairs: They lead., chat: "https://chat.example/", issues: "https://issues.example/",
       definitions: "https://example.org/rules.md", organization: acme, liaison: Liaison}
      """,
      "sigs.yaml": """
      sigs:
      - dir: sig-net
        name: Net
        label: net
        leadership: {chairs: [{name: Zoe, github: zoe, company: Acme}, {name: Ann, github: ann}]}
        contact: {slack: net, mailing_list: "https://lists.example/net", liaison: {name: Bob, github: bob}}
        subprojects:
        - {name: dns, owners: ["https://raw.githubusercontent.com/acme/dns/main/OWNERS"]}

      """,
      "sig-net/README.md": "<!-- BEGIN CUSTOM CONTENT -->\nby hand\n<!-- END CUSTOM CONTENT -->\n",
    ]
    try await withFiles(files) { folder in
      #expect(
        try run(Self.program, ["templates", "export", "generate/groups", "--to", "mine"], in: folder).status == 0)
      #expect(try run(Self.program, ["generate"], in: folder).error == "2 files: 2 written, 0 as before\n")
      #expect(
        try text("OWNERS_ALIASES", in: folder)
          == "aliases:\n  sig-net-leads:\n    - ann\n    - zoe\n## BEGIN CUSTOM CONTENT\n\n## END CUSTOM CONTENT\n")
      let page = try text("sig-net/README.md", in: folder)
      for line in [
        "<!-- made -->\n# Net Special Interest Group\n",
        "They lead.\n\n* Zoe (**[@zoe](https://github.com/zoe)**), Acme\n",
        "- [Open Community Issues/PRs](https://issues.example/sig%2Fnet)\n- Liaison: Bob",
        "### dns\n- **Owners:**\n  - [acme/dns](https://github.com/acme/dns/blob/main/OWNERS)\n",
        "<!-- BEGIN CUSTOM CONTENT -->\nby hand\n<!-- END CUSTOM CONTENT -->\n",
      ] { #expect(page.contains(line), "\(line) in \(page)") }
    }
  }
}
