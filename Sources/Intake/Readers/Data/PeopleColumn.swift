/// Columns of lists of people.
enum PeopleColumn: Hashable {
  case name, handle, organization, domain, role, status, email, location

  /// The meaning of a heading given as lower-case words; nil for an unknown heading.
  static func recognize(_ heading: String) -> PeopleColumn? {
    if let exact = exact[heading] { return exact }
    let words = heading.split(separator: " ").map(String.init)
    if words.contains("github") || words.contains("gitlab") || words.contains("username") || words.contains("handle") {
      let namesAccount =
        words.contains("username") || words.contains("handle") || words.contains("id") || words.contains("login")
      // `GitHub Role`, `GitHub Team`: a place on the code host, no account.
      if !namesAccount, let place = words.first(where: isPlaceOfHost) {
        return place.hasPrefix("repo") ? .domain : nil
      }
      return words.contains("email") ? .email : .handle
    }
    if words.contains("employer") || words.contains("affiliation") || words.contains("company")
      || words.contains("organization") || words.contains("organisation") || words.contains("affiliations")
    {
      return .organization
    }
    if words.contains("email") || words.contains("mail") { return .email }
    if words.contains("name") { return .name }
    if words.contains("responsibilities") || words.contains("responsibility") || words.contains("area")
      || words.contains("areas") || words.contains("expertise") || words.contains("focus") || words.contains("scope")
    {
      return .domain
    }
    if words.contains("role") || words.contains("roles") { return .role }
    if words.contains("maintainer") || words.contains("maintainers") { return .name }
    return nil
  }

  private static func isPlaceOfHost(_ word: String) -> Bool {
    word.hasPrefix("role") || word.hasPrefix("team") || word.hasPrefix("group") || word.hasPrefix("permission")
      || word.hasPrefix("repo") || word.hasPrefix("org") || word.hasPrefix("project") || word.hasPrefix("issue")
      || word.hasPrefix("label") || word == "access" || word == "rights" || word == "level"
  }

  private static let exact: [String: PeopleColumn] = [
    "name": .name, "names": .name, "maintainer": .name, "maintainers": .name, "member": .name, "members": .name,
    "owner": .name, "owners": .name, "person": .name, "people": .name, "who": .name, "alumni": .name, "alumnus": .name,
    "approver": .name, "approvers": .name, "committer": .name, "committers": .name, "reviewer": .name,
    "reviewers": .name, "contributor": .name, "contributors": .name, "contact": .name, "lead": .name, "leads": .name,
    "chair": .name, "chairs": .name, "releaser": .name, "releasers": .name, "triager": .name, "triagers": .name,
    "facilitator": .name, "facilitators": .name, "emeritus": .name, "full name": .name, "emeritus chair": .name,
    "author": .name,
    "user": .handle, "id": .handle, "profile": .handle, "account": .handle, "login": .handle, "nick": .handle,
    "nickname": .handle, "gh": .handle, "git hub": .handle, "user name": .handle, "githubhandle": .handle,
    "githubid": .handle, "github": .handle,
    "org": .organization, "orgs": .organization, "employer": .organization, "vendor": .organization,
    "works for": .organization, "firm": .organization, "institution": .organization, "sponsor": .organization,
    "domain": .domain, "component": .domain, "components": .domain, "subproject": .domain, "sub project": .domain,
    "repository": .domain, "repositories": .domain, "repo": .domain, "repos": .domain, "module": .domain,
    "project": .domain, "projects": .domain, "package": .domain, "feature": .domain, "topic": .domain, "tag": .domain,
    "title": .role, "type": .role, "position": .role, "level": .role, "function": .role, "project roles": .role,
    "status": .status, "state": .status, "active": .status,
    "e mail": .email, "mail": .email, "emails": .email,
    "location": .location, "country": .location, "region": .location, "timezone": .location, "time zone": .location,
    "tz": .location, "city": .location,
  ]
}
