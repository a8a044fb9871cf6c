/// What a link seems to lead to, by the words of its address.
enum LinkKinds {
  /// Kind of document or page; nil when the address tells nothing.
  static func kind(of url: String) -> String? {
    let lower = url.lowercased()
    let letters = Folding.letters(LinkResolver.split(lower, at: "#").0)
    if letters.holds("codeofconduct") { return "code-of-conduct" }
    if lower.holds("bestpractices.coreinfrastructure.org") || lower.holds("bestpractices.dev") { return "badge" }
    if lower.holds("devstats.cncf.io") || lower.holds("insights.lfx") || lower.holds("insights.linuxfoundation") {
      return "statistics"
    }
    if letters.holds("audit") || letters.holds("securityreview") { return "audit" }
    if letters.hasSuffix("governancemd") { return "governance" }
    if letters.hasSuffix("roadmapmd") { return "roadmap" }
    if letters.hasSuffix("adoptersmd") { return "adopters" }
    return nil
  }

  /// Whether an address is that of a chat, mailing list or forum.
  static func isChannel(_ url: String) -> Bool {
    let lower = url.lowercased()
    let hosts = [
      "slack.com", "slack.", "groups.google.com", "discord.", "discord.com", "matrix.to", "zulipchat.com",
      "lists.", "gitter.im", "discourse.", "discuss.", "t.me/", "groups.io", "webchat.", "community.cncf.io",
    ]
    if hosts.contains(where: { lower.holds("//" + $0) || lower.holds("." + $0) }) { return true }
    return lower.holds("github.com/") && lower.holds("/discussions")
  }
}
