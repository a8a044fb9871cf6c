import Templates

/// One page before it is rendered. A reference, as lists of all pages are made of lists of them.
final class Page: Sendable {
  /// Path in the output.
  let path: String
  /// Template that renders it.
  let template: String
  /// Its title, without the name of the site.
  let title: String
  /// What its template sees beside what every page sees; made when the page is, so that it does not wait in memory.
  let context: @Sendable () -> [(String, Value)]
  /// Path of the input document whose text is the page's body.
  let document: String?
  /// Public address of the site, for a page that can leave it and therefore needs absolute links.
  let linksFrom: String?
  /// The list beside it, for a page of no community.
  let navigation: Value?
  /// Whether it is in the sitemap.
  let isListed: Bool

  init(
    path: String, template: String, title: String,
    context: @autoclosure @escaping @Sendable () -> [(String, Value)] = [], document: String? = nil,
    linksFrom: String? = nil, navigation: Value? = nil, isListed: Bool = true
  ) {
    self.path = path
    self.template = template
    self.title = title
    self.context = context
    self.document = document
    self.linksFrom = linksFrom
    self.navigation = navigation
    self.isListed = isListed
  }
}

/// A kind of page. Adding one is a file in `Pages`, a template and its line in `PageKind.all`.
enum PageKind: Sendable {
  /// Pages made from the whole site.
  case site(@Sendable (SiteModel) -> [Page])
  /// Pages made from each community.
  case community(@Sendable (SiteModel, CommunityModel) -> [Page])
}

extension CommunityModel {
  /// A page of the community in a folder of its own, made by the template of that name.
  func page(
    _ name: String, _ title: String, _ context: @autoclosure @escaping @Sendable () -> [(String, Value)]
  ) -> Page {
    Page(
      path: "\(folder)/\(name)/index.html", template: "\(name).html", title: "\(title): \(community.name)",
      context: context())
  }
}
