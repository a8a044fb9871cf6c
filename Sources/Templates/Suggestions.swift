internal import Diagnostics

/// The help line for a name that is nearly another one; empty if none is near.
func near(_ word: String, _ names: some Sequence<String>) -> [String] {
  [Suggestion.meant(word, among: names)].compactMap { $0 }
}

extension Registry {
  /// The help line for a test that there is not: the one that was meant, else all, for people know them by other names.
  func help(forTest name: String) -> [String] {
    let near = near(name, tests.keys)
    return near.isEmpty ? ["there are: \(tests.keys.sorted().joined(separator: ", "))"] : near
  }
}
