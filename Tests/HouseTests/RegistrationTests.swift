import Foundation
import TestSupport
import Testing

/// Everything that is registered by a line in an `All.swift` has its line there.
@Suite struct RegistrationTests {
  /// A kind of thing: the type of its declarations and the folder that holds them.
  struct Registry: Sendable, CustomTestStringConvertible {
    let type: String
    let folder: String
    /// Fewer than these means that this test no longer finds the declarations.
    let fewest: Int
    var testDescription: String { type }
  }

  @Test(arguments: [
    Registry(type: "Rule", folder: "Sources/Assess/Checks", fewest: 80),
    Registry(type: "Reader", folder: "Sources/Intake/Readers", fewest: 20),
    Registry(type: "Reporter", folder: "Sources/Report/Reporters", fewest: 9),
    Registry(type: "PageKind", folder: "Sources/Site/Pages", fewest: 20),
  ])
  func everyDeclarationIsListed(registry: Registry) throws {
    let files = swiftFiles(in: registry.folder)
    let lists = try files.filter { $0.hasSuffix("All.swift") }.map { try text($0) }.joined()
    let words = Set(lists.split { !($0.isLetter || $0.isNumber || $0 == "_") })
    let pattern = try Regex("^  (?:public )?static let (\\w+)(?:: \(registry.type))? = \(registry.type)[ ({.]")
    var count = 0
    for path in files {
      for line in try text(path).split(separator: "\n") {
        guard let name = try pattern.firstMatch(in: line)?[1].substring else { continue }
        count += 1
        #expect(words.contains(name), "\(path): add .\(name) to the All.swift beside it")
      }
    }
    #expect(count >= registry.fewest)
  }

  /// A rule has one name: its id `groups/no-leads` is `.groupsNoLeads` in `GroupsNoLeads.swift`.
  @Test func everyRuleIsNamedAfterItsID() throws {
    for path in swiftFiles(in: "Sources/Assess") {
      let lines = try text(path).split(separator: "\n")
      for (index, line) in lines.enumerated() where line.hasPrefix("  static let ") && line.hasSuffix(" = Rule(") {
        let id = String(lines[index + 1].split(separator: "\"")[1])
        let name = id.split { $0 == "/" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        #expect(line == "  static let \(name.prefix(1).lowercased())\(name.dropFirst()) = Rule(", "\(path)")
        #expect(path == "Sources/Assess/Checks/\(name).swift", "\(id)")
      }
    }
  }
}
