/// Why a history is unknown, in words.
struct HistoryUnavailable: Error {
  let reason: String
  let help: String?
  /// Whether it is so for every repository.
  let concernsAll: Bool
  init(_ reason: String, help: String? = nil, concernsAll: Bool = false) {
    self.reason = reason
    self.help = help
    self.concernsAll = concernsAll
  }
}
