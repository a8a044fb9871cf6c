/// Why a history is unknown, in words.
struct HistoryUnavailable: Error {
  let reason: String
  let help: String?
  /// Whether it is so for every repository.
  let concernsAll: Bool
  /// Whether all of it lies there, and only a setting of the user keeps it from being read.
  let isChoice: Bool
  init(_ reason: String, help: String? = nil, concernsAll: Bool = false, isChoice: Bool = false) {
    self.reason = reason
    self.help = help
    self.concernsAll = concernsAll
    self.isChoice = isChoice
  }
}
