import Foundation

/// The examples of the pages in `docs`, which are tests, too: data is read from the page itself, and of Swift the tests
/// hold a twin that is compiled and run.
public enum Documentation {
  /// The fenced blocks of a language in a page, those for a named file among them, each line with its newline.
  public static func blocks(_ language: String, in page: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: Shared.packageRoot.appending(path: page)), as: UTF8.self)
    var blocks: [String] = []
    var open: (text: String, indent: Int, isWanted: Bool)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let bare = line.dropFirst(indent)
      if let block = open {
        if bare == "```" {
          if block.isWanted { blocks.append(block.text) }
          open = nil
        } else {
          open?.text += line.dropFirst(min(indent, block.indent)) + "\n"
        }
      } else if bare.hasPrefix("```") {
        open = ("", indent, bare == "```\(language)" || bare.hasPrefix("```\(language) "))
      }
    }
    return blocks
  }

  /// Whether the Swift files below a folder of this package hold a block, whatever its indentation, imports and
  /// commas at the ends of lines.
  public static func isCompiled(_ block: String, in folder: String) throws -> Bool {
    func plain(_ text: String) -> String {
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("import ") }
        .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
        .joined(separator: "\n")
    }
    let files = Shared.files(in: Shared.packageRoot.appending(path: folder), endings: [".swift"])
    return try files.contains { file in
      plain(String(decoding: try Data(contentsOf: file), as: UTF8.self)).contains(plain(block))
    }
  }
}
