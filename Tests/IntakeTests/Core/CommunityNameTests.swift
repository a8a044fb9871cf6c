import Testing

@testable import Intake

/// What a community is called where nobody says it.
@Suite struct CommunityNameTests {
  private func name(_ files: [String: String], folder: String = "communty-tmp") async -> String? {
    let tree = SourceTree.memory(files, name: folder)
    // The configuration of a checkout is no file of the tree, but can be asked for.
    let read = await PortfolioReader.read(tree, workspace: WorkspaceConfiguration(), criteria: [])
    return read.value.communities.first?.name
  }

  private func config(_ urls: (name: String, url: String)...) -> String {
    "[core]\n\tbare = false\n"
      + urls.map { "[remote \"\($0.name)\"]\n\turl = \($0.url)\n\tfetch = +refs\n" }.joined()
  }

  @Test func comesFromTheRemoteBeforeTheFolder() async {
    let readme = "# Acme Rockets\n\nText.\n"
    #expect(
      await name([".git/config": config(("origin", "git@github.com:acme/rockets.git")), "README.md": readme])
        == "rockets")
    #expect(
      await name([
        ".git/config": config(
          ("origin", "https://u:secret@github.com/me/fork"), ("upstream", "https://github.com/acmerockets/community")),
        "README.md": readme,
      ]) == "Acme Rockets", "a generic name of a repository gives way to its owner, spelled as the title does")
    let rules = config(("origin", "https://github.com/rockets/project-governance"))
    #expect(await name([".git/config": rules, "README.md": "# Governance of the project\n"]) == "rockets")
    let account = config(("origin", "https://github.com/rockets-io/community"))
    #expect(await name([".git/config": account, "README.md": "# Rockets Community\n"]) == "Rockets")
    #expect(await name(["README.md": "# Rockets: an engine\n"], folder: "rockets") == "Rockets")
    #expect(await name(["README.md": "# Welcome to the Rockets community!\n"], folder: "community") == "Rockets")
    #expect(await name(["README.md": "# Notes on engines\n"]) == "communty-tmp")
  }

  @Test func isSpelledAsProseSpellsIt() async {
    let text = "ACME rockets fly. Acme Rockets are safe. See acme-rockets/docs, `acme-rockets`. Use acme-rockets."
    #expect(
      await name(["GOVERNANCE.md": text + " Acme Rockets! (Acme Rockets)\n"], folder: "acme-rockets") == "Acme Rockets")
    #expect(
      await name(["GOVERNANCE.md": "Acme Rockets\n"], folder: "acme-rockets") == "acme-rockets", "once is no habit")
  }

  @Test func takesRemotesApart() {
    for address in ["https://example.org/a/b.git", "ssh://git@example.org:22/a/b", "git@example.org:a/b.git"] {
      let remote = GitRemote(address: address)
      #expect(remote?.url == "https://example.org/a/b" && remote?.owner == "a" && remote?.name == "b", "\(address)")
    }
    for address in ["/srv/git/a/b.git", "../b", "file:///srv/a/b", "https://example.org", ""] {
      #expect(GitRemote(address: address) == nil, "\(address)")
    }
  }
}
