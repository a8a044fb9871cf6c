import Foundation
import TestSupport
import Testing

@testable import Templates

/// The cases of `../shared/template-conformance`: what Jinja2 and MiniJinja agree on, and what was decided where they
/// do not.
@Suite struct ConformanceTests {
  @Test(.enabled(if: Shared.has("template-conformance"), "needs ../shared"))
  func rendersEveryCaseAsTheOracles() throws {
    var count = 0
    for file in Shared.files(in: Shared.url("template-conformance"), endings: [".json"]) {
      for item in try Value(json: Array(Data(contentsOf: file))).asList ?? [] {
        check(item)
        count += 1
      }
    }
    #expect(count >= 1798)
  }

  private func check(_ item: Value) {
    let name = item["name"].text
    guard item["source"].isUndefined else {
      checkContexts(item, name)
      return
    }
    let templates = item["templates"].asMap
    let sources = zip(templates?.shape.keys ?? [], templates?.values ?? []).map { key, text in
      TemplateSource(name: key.text, displayPath: key.text, bytes: Array(text.text.utf8))
    }
    var options = TemplateOptions()
    options.undefined = item["options"]["undefined"].asString.flatMap(UndefinedBehavior.init) ?? .semiStrict
    options.trimBlocks = item["options"]["trim_blocks"].asBool ?? false
    options.lstripBlocks = item["options"]["lstrip_blocks"].asBool ?? false
    options.keepTrailingNewline = item["options"]["keep_trailing_newline"].asBool ?? false
    let library = TemplateLibrary.load(sources, options: options).library
    let (wanted, error) = (item["expected"].asString, item["error"])
    do throws(TemplateError) {
      let bytes = try library.render(item["main"].text, context: item["context"])
      if let wanted {
        #expect(bytes == Array(wanted.utf8), "\(name): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
      #expect(error.isUndefined, "\(name): an error is missing")
    } catch let found {
      #expect(wanted == nil, "\(name): \(found.render())")
      guard !error.isUndefined else { return }
      #expect(found.location.path == error["template"].asString, "\(name): \(found.render())")
      #expect(found.location.line == error["line"].asInt, "\(name): \(found.render())")
      guard let stack = error["stack"].asList else { return }
      let steps = [found.location] + found.stack.map(\.location)
      let shown = steps.reversed().map { "\($0.path):\($0.line)" }
      #expect(shown == stack.map { "\($0["template"].text):\($0["line"].text)" }, "\(name): \(found.render())")
    }
  }

  /// The oracle is Go's html/template: it names a context for each output, or rejects the template.
  private func checkContexts(_ item: Value, _ name: String) {
    let bytes = Array(item["source"].text.utf8)
    let body = TemplateParser.parse(bytes, TemplateOptions()).body
    let template = CompiledTemplate(name: "main.html", displayPath: "main.html", bytes: bytes, escapes: true)
    var checker = HTMLContextChecker([.init(template, body)])
    let errors = checker.check(0)
    let accepted: Set<HTMLContext> = [.text, .characterData, .attribute, .urlStart, .urlPath, .urlQuery, .srcset]
    if let contexts = item["contexts"].asList {
      #expect(checker.contexts.map(\.rawValue) == contexts.map(\.text), "\(name)")
      #expect(errors.isEmpty == checker.contexts.allSatisfy(accepted.contains), "\(name): \(errors)")
    } else {
      #expect(!errors.isEmpty, "\(name) must be rejected: \(item["reject"].text)")
    }
  }
}
