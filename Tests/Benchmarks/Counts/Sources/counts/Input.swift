import Diagnostics

/// Makes texts by random numbers of its own: the same on every machine.
struct Input {
  private var seed: UInt64 = 1
  private let letters = [
    "river", "stone", "cloud", "harbor", "window", "garden", "letter", "engine", "bridge", "market",
  ]

  private mutating func random(_ below: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % below
  }

  mutating func words(_ count: Int) -> String {
    var words: [String] = []
    for _ in 0..<count {
      let word = letters[random(letters.count)]
      switch random(20) {
      case 0: words.append("**\(word)**")
      case 1: words.append("`\(word)`")
      case 2: words.append("[\(word)](../\(word)/page-\(random(100)).md#part)")
      default: words.append(word)
      }
    }
    return words.joined(separator: " ")
  }

  /// A text of everything that documents are made of.
  mutating func markdown(sections: Int) -> SourceText {
    var parts = ["# Page"]
    for number in 0..<sections {
      parts += ["## Section \(number)", words(80) + "."]
      var items: [String] = []
      for item in 0..<5 { items.append("- \(item): \(words(12))") }
      parts.append(items.joined(separator: "\n"))
      if number % 3 == 0 {
        var rows = ["| a | b | c |", "|---|---|---|"]
        for _ in 0..<8 { rows.append("| \(words(1)) | \(words(2)) | \(words(3)) |") }
        parts.append(rows.joined(separator: "\n"))
      }
      if number % 4 == 0 { parts += ["> " + words(30), "```swift\n" + words(30) + "\n```"] }
    }
    return SourceText(path: "page.md", text: parts.joined(separator: "\n\n") + "\n")
  }
}
