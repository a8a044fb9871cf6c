import Foundation

/// Things declared as `static let name = Type(…)` below a folder of the package that its list does not name: whoever adds
/// one must not forget its line.
public func unlisted(_ type: String, in folder: String, list: String = "All.swift") throws -> [String] {
  let root = Shared.packageRoot.appending(path: folder)
  let all = try String(contentsOf: root.appending(path: list), encoding: .utf8)
  let listed = Set(all.split { !$0.isLetter && !$0.isNumber }.map(String.init))
  let declared = try Shared.files(in: root, endings: [".swift"]).flatMap { file in
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "let"), words.count > place + 3, words[place + 2] == "=",
        words.prefix(place).contains("static"), words[place + 3].hasPrefix("\(type)(")
      else { return nil }
      return String(words[place + 1])
    }
  }
  // A test of nothing would pass for ever.
  return declared.isEmpty ? ["no \(type) in \(folder)"] : declared.filter { !listed.contains($0) }
}
