internal import Diagnostics

/// The help line for a name that is nearly another one; empty if none is near.
func near(_ word: String, _ names: some Sequence<String>) -> [String] {
  Suggestion.nearest(to: word, among: names).map { ["did you mean `\($0)`?"] } ?? []
}
