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
    // Rows as they stand: a joined person may have taken the organization from the very file that is compared.
    let listed =
      hasMaintainerList
      ? community.maintainers.flatMap { $0.listings.filter { $0.status == .active } }.map {
        Listing(name: $0.name, handle: $0.handle, organization: $0.organization, location: $0.location)
      } : []
    let people = community.ownDocuments.filter {
      [.maintainers, .membership, .governance].contains($0.kind) && $0.path != maintainers.first?.location.path
    }.flatMap(\.facts.people).filter { $0.status == .active }.map {
      Listing(name: $0.name, handle: $0.handle, organization: $0.organization, location: $0.location)
    }
    let leads = dataGroups.flatMap { $0.leads + $0.subprojects.flatMap(\.leads) }.filter { $0.role != "emeritus" }.map {
      Listing(name: $0.name, handle: $0.handle, organization: $0.organization, location: $0.location)
    }
    return listed + people + leads
  }
}
