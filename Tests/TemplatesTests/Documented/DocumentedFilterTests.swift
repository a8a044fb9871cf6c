import Diagnostics
import TestSupport
import Testing

@testable import Templates

/// The filter that `docs/adding-a-filter.md` shows.
private let documented: [FilterSpec] = [
  FilterSpec(
    text: "initials", "the first letters of the words, in upper case",
    [LanguageExample("{{ 'ann example' | initials }}", "AE")]
  ) { text in
    text.split(separator: " ").map { $0.prefix(1) }.joined().uppercased()
  }
]

@Suite struct DocumentedFilterTests {
  @Test func theFilterOfThePageIsTheOneThatRuns() throws {
    let blocks = try Documentation.blocks("swift", in: "docs/adding-a-filter.md")
    #expect(blocks.count == 1)
    #expect(try blocks.allSatisfy { try Documentation.isCompiled($0, in: "Tests/TemplatesTests/Documented") })
  }

  @Test func itsExamplePrintsWhatItSays() throws {
    for filter in documented {
      var registry = Registry.builtin
      registry.filters[filter.name] = filter
      for example in filter.examples {
        let source = TemplateSource(name: "a.txt", displayPath: "a.txt", bytes: Array(example.template.utf8))
        let loader = Loader([source], TemplateOptions(), registry)
        #expect(loader.errors == [])
        var sink = ByteSink(capacity: 64)
        _ = try loader.program.run(0, registry, TemplateOptions(), .empty, nil, &sink)
        #expect(sink.withBytes { String(decoding: $0, as: UTF8.self) } == example.output)
      }
    }
  }
}
