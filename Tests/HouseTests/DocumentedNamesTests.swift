import Foundation
import TestSupport
import Testing

/// What `docs/architecture.md` and CONTRIBUTING.md name exists: types, functions and files.
@Suite struct DocumentedNamesTests {
  /// Names that are declared somewhere in Sources.
  private static func declaredNames() throws -> Set<String> {
    let pattern = /\b(?:struct|enum|class|protocol|typealias|extension|func|case|var|let)\s+`?(\w+)/
    var names: Set<String> = ["init", "Sendable"]
    for path in swiftFiles(in: "Sources") {
      for match in try text(path).matches(of: pattern) { names.insert(String(match.output.1)) }
    }
    return names
  }

  /// What stands between backticks on a page, fenced blocks left out.
  private static func quoted(in page: String) throws -> [String] {
    var isFenced = false
    var quoted: [String] = []
    for line in try text(page).split(separator: "\n") {
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced, !line.hasPrefix("```") else { continue }
      quoted += line.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }
    return quoted
  }

  @Test(arguments: ["docs/architecture.md", "CONTRIBUTING.md"])
  func everyTypeAndFunctionExists(page: String) throws {
    let names = try Self.declaredNames()
    let code = try Self.quoted(in: page).filter { !$0.contains("/") && !$0.contains(" ") && !$0.contains("-") }
      .filter { $0.firstMatch(of: /^[A-Z]\w*(\.\w+)*(\(.*\))?$/) != nil || $0.hasSuffix(")") }
      .filter { $0.firstMatch(of: /\.(swift|md|yaml|html|json)$/) == nil }
    if page.hasPrefix("docs/") { #expect(code.count > 30) }
    for name in code {
      for part in name.prefix(while: { $0 != "(" }).split(separator: ".") {
        #expect(names.contains(String(part)), "\(page) names `\(name)`, which is not in Sources")
      }
    }
  }

  /// The labels of each function of a name in the files that hold a type.
  private static func labels(of function: Substring, in type: Substring) throws -> [[String]] {
    let holder = try Regex("\\b(?:struct|enum|class|extension|protocol) \(type)\\b")
    let declaration = try Regex("\\bfunc \(function)(?:<[^(]*>)?\\(")
    return try swiftFiles(in: "Sources").map(text).filter { $0.contains(holder) }.flatMap { code in
      code.matches(of: declaration).map { match in
        var depth = 1
        var parameters = [""]
        for character in code[match.range.upperBound...] {
          if "([{".contains(character) { depth += 1 }
          if ")]}".contains(character) { depth -= 1 }
          if depth == 0 { break }
          if depth == 1, character == "," {
            parameters.append("")
          } else {
            parameters[parameters.count - 1].append(character)
          }
        }
        return parameters.map { String($0.drop(while: \.isWhitespace).prefix { $0.isLetter || $0 == "_" }) }
      }
    }
  }

  /// `Type.function(_:label:)` names a function with these labels, which may have more that can be left out.
  @Test(arguments: ["docs/architecture.md", "CONTRIBUTING.md"])
  func everyFunctionHasTheLabelsThatAreGiven(page: String) throws {
    for name in try Self.quoted(in: page) {
      guard let (_, type, function, labels) = name.wholeMatch(of: /(\w+)\.(\w+)\((.*)\)/)?.output else { continue }
      let isThere = try Self.labels(of: function, in: type).contains { declared in
        var rest = labels.split(separator: ":").map(String.init)[...]
        for label in declared where label == rest.first { rest.removeFirst() }
        return rest.isEmpty
      }
      #expect(isThere, "\(page) names `\(name)`, which no function of Sources is called by")
    }
  }

  @Test(arguments: ["docs/architecture.md"])
  func everyPathExists(page: String) throws {
    let folders = ["Sources/", "Tests/", "docs/", "content/", "templates/", ".ci/"]
    for path in try Self.quoted(in: page) where folders.contains(where: path.hasPrefix) && !path.contains(" ") {
      let url = Shared.packageRoot.appending(path: path.replacing("/*.yaml", with: ""))
      #expect(FileManager.default.fileExists(atPath: url.path(percentEncoded: false)), "\(page) names \(path)")
    }
  }
}
