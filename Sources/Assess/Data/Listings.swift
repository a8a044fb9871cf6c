import Diagnostics
import Intake

/// One row or entry that names a person, wherever it is.
struct Listing {
  let name: String
  let handle: String?
  let organization: String?
  let location: Location
}

extension CommunityData {
  /// Every row of the community's lists of people and group data that names a person who acts: the list of maintainers
  /// first, then by path. What others wrote down is no listing.
  var listings: [Listing] {
    var listings: [Listing] = []
    // Rows as they stand: a joined person may have taken the organization from the very file that is compared.
    if hasMaintainerList {
      for row in community.maintainers.flatMap(\.listings) where row.status == .active {
        listings.append(
          Listing(name: row.name, handle: row.handle, organization: row.organization, location: row.location))
      }
    }
    let kinds: Set<DocumentKind> = [.maintainers, .membership, .governance]
    for document in community.ownDocuments
    where kinds.contains(document.kind) && document.path != maintainers.first?.location.path {
      for person in document.facts.people where person.status == .active {
        listings.append(
          Listing(
            name: person.name, handle: person.handle, organization: person.organization, location: person.location))
      }
    }
    for lead in dataGroups.flatMap(\.allLeads) where lead.role != "emeritus" {
      listings.append(
        Listing(name: lead.name, handle: lead.handle, organization: lead.organization, location: lead.location))
    }
    return listings
  }
}
