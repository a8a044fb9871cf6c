import Diagnostics
import Markdown
import Templates

/// What templates of a site can do beside the language: `url_for`, `asset`, `relative_url`, `markdown`, `pieces`
/// and `cells`.
enum SiteFunctions {
  /// The functions and filters, for loading templates of a site.
  static let extensions = TemplateExtensions(
    filters: [
      "relative_url": { value, _, _, context throws(ValueError) in
        guard let target = value.asString else { throw ValueError(pageNeeded, kind: .type) }
        return .string(relative(target, context))
      },
      "markdown": { value, _, _, _ throws(ValueError) in
        guard let text = value.asString else { throw ValueError("`markdown` needs a string", kind: .type) }
        let renderer = HTMLRenderer(headingOffset: 3, hasAnchors: false) { destination in
          destination.utf8.first == UInt8(ascii: "#") ? .none : .standalone(destination)
        }
        let document = GFM.document(SourceText(path: "", text: text)).value
        return .safe(String(decoding: renderer.render(document).html, as: UTF8.self))
      },
      "pieces": { value, _, _, _ throws(ValueError) in
        guard let text = value.asString else { throw ValueError("`pieces` needs a string", kind: .type) }
        return .list(TextPieces.pieces(of: text))
      },
      "cells": { value, _, _, _ throws(ValueError) in
        guard let text = value.asString else { throw ValueError("`cells` needs a string", kind: .type) }
        return .list(TextPieces.cells(of: text))
      },
    ],
    textFunctions: [
      "url_for": .init(need: pageNeeded) { relative($0, $1) },
      "asset": .init(need: pageNeeded) { relative("assets/" + $0, $1) },
    ])

  private static let pageNeeded = "a page is needed, as a string like \"index.html\""

  /// The relative URL of a path of the output, as seen from the page being rendered. A page that is not part of the site
  /// names the site's public address instead of a path of its own.
  private static func relative(_ target: String, _ context: CallContext) -> String {
    LinkTarget.isSafeAddress(context.page)
      ? context.page + Route.link(target) : Route.relative(target, from: context.page)
  }
}
