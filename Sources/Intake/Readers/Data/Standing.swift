import Words

/// What a heading, column or file name says of the people below it.
struct Standing: Equatable {
  /// Whether they act today.
  var status: Person.Status
  /// Their role, lower case, singular; empty when a title says only that they are former.
  var role: String

  /// The role of somebody whose own entry names one: it is in front, since a maintainer who is also chair stays a
  /// maintainer.
  func role(with own: String?) -> String {
    guard let own = own?.lowercased() else { return role }
    let stays =
      Lexicon.people.lastingRoles.contains { role == $0 || role.hasSuffix(", \($0)") }
      || role.hasSuffix("committee member")
    return stays && !own.contains(role) ? "\(own), \(role)" : own
  }

  /// What a title says of those listed below it.
  enum Reading: Equatable {
    case people(Standing)
    /// A process or a rule: nobody is listed here.
    case process
    /// Nothing either way.
    case silent
  }

  /// Opens for the built-in words by which a title says something; most say nothing.
  private static let gate = {
    let words = Lexicon.builtIn.people
    // Maintainers, owners of code and core teams are among the words of roles and those that are no names.
    let sets = [words.former, words.processWords, words.processNouns, words.roleWords, words.notNames]
    let roles = (words.otherRoles + words.otherRolePairs).map(\.word)
    return ByteGate(words: words.leadWords + roles + sets.flatMap { $0 })
  }()

  static func reading(of title: String) -> Reading {
    if Lexicon.isBuiltIn, !gate.opens(for: title) { return .silent }
    let words = title.lowercaseWords
    guard !words.isEmpty, words.count <= 40 else { return .silent }
    let isMaintainer = words.contains { $0.hasPrefix("maintainer") } || hasPair(words, "core", "team")
    let lead = words.contains { Lexicon.people.leadWords.contains($0) }
    let ownsCode = hasPair(words, "code", "owners") || hasPair(words, "code", "owner")
    let other =
      Lexicon.people.otherRoles.first { words.contains($0.word) }?.meaning ?? pairedRole(words)
      ?? (ownsCode ? "code owner" : nil)
    if words.contains(where: Lexicon.people.former.contains) {
      return .people(Standing(status: .emeritus, role: isMaintainer ? "maintainer" : other ?? (lead ? "lead" : "")))
    }
    if words.count <= 8, isProcess(words) { return .process }
    if isMaintainer { return .people(ofThing(words) ?? .maintainer) }
    if let other { return .people(Standing(status: .other, role: other)) }
    return lead ? .people(Standing(status: .active, role: "lead")) : .silent
  }

  /// The standing of those who maintain a thing around the project, which a title names alone: "Calendar maintainers".
  private static func ofThing(_ words: [String]) -> Standing? {
    guard words.last?.hasPrefix("maintainer") == true, words.contains(where: Lexicon.people.maintainedThings.contains)
    else { return nil }
    let named = words.dropLast().filter { !Lexicon.people.plainHeadings.contains($0) }
    guard named.allSatisfy(Lexicon.people.maintainedThings.contains) else { return nil }
    return Standing(status: .other, role: "\(named.joined(separator: " ")) maintainer")
  }

  /// The same in a list of maintainers, where those of a thing are maintainers of a part.
  func inList(isStrict: Bool) -> Standing {
    isStrict || status != .other || !role.hasSuffix(" maintainer") ? self : .maintainer
  }

  private static func isProcess(_ words: [String]) -> Bool {
    if words.contains(where: Lexicon.people.processWords.contains) { return true }
    return words.indices.contains { index in
      guard Lexicon.people.processNouns.contains(words[index]) else { return false }
      guard index + 1 < words.count, !Lexicon.people.afterProcess.contains(words[index + 1]) else { return true }
      let last = words[words.count - 1]
      let listsPeople =
        last.hasPrefix("maintainer") || last == "team" || Lexicon.people.otherRoles.contains { $0.word == last }
      return words[index] != "policy" && !listsPeople
    }
  }

  /// The nearest title that says something decides, and its place; nil where the nearest is about a process.
  ///
  /// Whoever stands below a title of former people is one of them, unless a nearer title says that they act.
  static func nearest(of titles: [String], otherwise: Standing) -> (Standing, place: Int?)? {
    for (index, title) in titles.enumerated() {
      switch reading(of: title) {
      case .people(var standing):
        if standing.role.isEmpty { standing.role = otherwise.role }
        let acts = title.lowercaseWords.contains(where: Lexicon.people.acting.contains)
        if !acts, titles[(index + 1)...].contains(where: isOfFormerAlone) { standing.status = .emeritus }
        return (standing, index)
      case .process: return nil
      case .silent: continue
      }
    }
    return (otherwise, nil)
  }

  /// What those who speak for a part are where the title right above says that they vote: "Voting members".
  static func voting(for standing: Standing, below titles: ArraySlice<String>) -> Standing? {
    guard standing.role == "representative", let title = titles.first, case .people(let said) = reading(of: title),
      title.lowercaseWords.first == "voting", said.role == "member"
    else { return nil }
    return said
  }

  /// Whether a title is one of former people and of nobody else: "Emeritus", not "Maintainers and Emeritus".
  private static func isOfFormerAlone(_ title: String) -> Bool {
    guard case .people(let standing) = reading(of: title), standing.status == .emeritus else { return false }
    let words = title.lowercased().split { !$0.isLetter && !"&/".contains($0) }.map(String.init)
    return !words.contains { Lexicon.people.titleJoints.contains($0) || Lexicon.people.acting.contains($0) }
  }

  /// A role that two words name which say nothing alone: "Community managers".
  private static func pairedRole(_ words: [String]) -> String? {
    guard words.count > 1 else { return nil }
    let text = words.joined(separator: " ")
    return Lexicon.people.otherRolePairs.first { pair in
      // Few titles hold one; only these are taken apart.
      guard text.holds(pair.word) else { return false }
      let parts = pair.word.split(separator: " ").map(String.init)
      return parts.count == 2 && hasPair(words, parts[0], parts[1])
    }?.meaning
  }

  private static func hasPair(_ words: [String], _ first: String, _ second: String) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == first && $1 == second }
  }
}
