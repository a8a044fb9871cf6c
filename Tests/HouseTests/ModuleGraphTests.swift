import Foundation
import TestSupport
import Testing

/// The imports in the files of a module, what Package.swift declares for it and the picture in the README are one thing
/// said three times.
@Suite struct ModuleGraphTests {
  /// Modules of the toolchain, which nobody declares.
  private static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization", "PackagePlugin",
  ]

  /// What Package.swift declares: the names listed for each target that `library` or `.executableTarget` makes.
  private func declared() throws -> [String: Set<String>] {
    let manifest = try text("Package.swift")
    var targets: [String: Set<String>] = [:]
    for start in ["library(", ".executableTarget("] {
      for part in manifest.components(separatedBy: "    \(start)").dropFirst() {
        let call = String(part[..<end(of: part)]).components(separatedBy: "plugins:")[0]
        let plain = call.replacing(/\.product\(name: ("\w+"), package: "[^"]+"\)/) { $0.output.1 }
        let names = plain.matches(of: /"([\w-]+)"/).map { String($0.output.1) }
        if let name = names.first, name != "embed-defaults" { targets[name] = Set(names.dropFirst()) }
      }
    }
    return targets
  }

  /// Where the call whose inside begins here is closed.
  private func end(of text: String) -> String.Index {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return text.endIndex
  }

  /// What the files of a module import, the toolchain's modules left out.
  private func imports(of module: String) throws -> Set<String> {
    let pattern = /^(?:@\w+ |public |package |internal |private |fileprivate )*import (?:struct |enum |func )?(\w+)/
    let found = try swiftFiles(in: "Sources/\(module)").flatMap { path in
      try text(path).split(separator: "\n").compactMap { $0.firstMatch(of: pattern).map { String($0.output.1) } }
    }
    return Set(found).subtracting(Self.toolchain)
  }

  /// The picture: a line `Module → imports` each, in its order; a line without an arrow goes on with the one above.
  private func picture() throws -> [(module: String, imports: Set<String>)] {
    let parts = try text("README.md").components(separatedBy: "with what each imports:\n\n```\n")
    let block = try #require(parts.last?.components(separatedBy: "```").first)
    var modules: [(module: String, imports: Set<String>)] = []
    for line in block.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words.count > 1, words[1] == "→" {
        modules.append((words[0], Set(words.dropFirst(2))))
      } else if !modules.isEmpty {
        modules[modules.count - 1].imports.formUnion(words)
      }
    }
    return modules
  }

  @Test func everyModuleImportsWhatPackageSwiftDeclares() throws {
    let declared = try declared()
    #expect(declared.count >= 12)
    for (module, names) in declared.sorted(by: { $0.key < $1.key }) {
      #expect(try imports(of: module).sorted() == names.sorted(), "\(module): imports against Package.swift")
    }
  }

  @Test func thePictureOfTheReadmeShowsEveryImport() throws {
    let picture = try picture()
    #expect(Set(picture.map(\.module)) == Set(try declared().keys))
    for (module, names) in picture {
      #expect(try imports(of: module).sorted() == names.sorted(), "\(module): imports against README.md")
    }
  }

  @Test func nothingInThePicturePointsUp() throws {
    let picture = try picture()
    let modules = picture.map(\.module)
    for (index, line) in picture.enumerated() {
      #expect(line.imports.isDisjoint(with: modules[...index]), "\(line.module) imports a module above it")
    }
  }
}
