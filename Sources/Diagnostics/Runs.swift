extension StringProtocol {
  /// The runs of letters in a text.
  public var runsOfLetters: [Substring] { runs(of: \.isLetter, \.isASCIILetter) }

  /// The runs of letters and numbers in a text.
  public var runsOfLettersAndNumbers: [Substring] { runs(of: { $0.isLetter || $0.isNumber }, \.isASCIIAlphanumeric) }

  /// Whether a letter or number occurs.
  public var hasLetterOrNumber: Bool {
    utf8.contains(where: \.isASCIIAlphanumeric) || contains { $0.isLetter || $0.isNumber }
  }

  /// By bytes where all are ASCII: to ask Unicode's tables for each character takes ten times as long.
  private func runs(of isPart: (Character) -> Bool, _ isPartASCII: (UInt8) -> Bool) -> [Substring] {
    let text = Substring(self)
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.split { !isPart($0) } }
    return text.utf8.split { !isPartASCII($0) }.map { Substring($0) }
  }
}
