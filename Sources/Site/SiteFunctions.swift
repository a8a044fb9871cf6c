import Diagnostics
import Markdown
import Templates

/// What templates of a site can do beside the language: `url_for`, `asset`, `relative_url`, `markdown`, `pieces`
/// and `cells`.
enum SiteFunctions {
  /// The functions and filters, for loading templates of a site.
  static let extensions = TemplateExtensions(
    filters: [
      "relative_url": { value, _, _, context throws(ValueError) in try relative(value, "", context) },
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
    functions: [
      "url_for": { positional, _, context throws(ValueError) in try relative(positional.first ?? .none, "", context) },
      "asset": { positional, _, context throws(ValueError) in
        try relative(positional.first ?? .none, "assets/", context)
      },
    ])

  /// The relative URL of a path of the output, as seen from the page being rendered.
  private static func relative(_ value: Value, _ folder: String, _ context: CallContext) throws(ValueError) -> Value {
    guard let target = value.asString else {
      throw ValueError("a page is needed, as a string like \"index.html\"", kind: .type)
    }
    // A page that is not part of the site names the site's public address instead of a path of its own.
    if LinkTarget.isSafeAddress(context.page) { return .string(context.page + Route.link(folder + target)) }
    return .string(Route.relative(folder + target, from: context.page))
  }
}
