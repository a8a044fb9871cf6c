import Words

/// Finds phrases in the words of a sentence.
extension WordPhrases {
  /// Number of words of the longest phrase that begins at a place and ends before `end`; 0 for none.
  func length(at index: Int, in words: [DecisionWord], before end: Int? = nil) -> Int {
    let end = min(end ?? words.count, words.count)
    guard index >= 0, index < end else { return 0 }
    return words.withUnsafeBufferPointer { length(at: index, in: $0, before: end) }
  }

  /// The same for a place before the end.
  private func length(at index: Int, in words: UnsafeBufferPointer<DecisionWord>, before end: Int) -> Int {
    guard words[index].begins.contains(number) else { return 0 }
    // By place: to take each phrase and word out of its list costs more than to compare it.
    return phrases.withUnsafeBufferPointer { phrases in
      var longest = 0
      for phrase in phrases.indices {
        let count = phrases[phrase].count
        guard count > longest, index + count <= end, phrases[phrase][0].matches(words[index].text) else { continue }
        if (1..<count).allSatisfy({ phrases[phrase][$0].matches(words[index + $0].text) }) { longest = count }
      }
      return longest
    }
  }

  /// Where one of them ends that ends right before a place; nil for none.
  func ends(before index: Int, in words: [DecisionWord]) -> Bool {
    phrases.contains { phrase in
      index >= phrase.count
        && phrase.indices.allSatisfy { phrase[$0].matches(words[index - phrase.count + $0].text) }
    }
  }

  /// Every occurrence from one place to another, which may lie outside of the words.
  func ranges(in words: [DecisionWord], from start: Int = 0, to end: Int? = nil) -> [Range<Int>] {
    let start = max(start, 0)
    let end = min(end ?? words.count, words.count)
    guard start < end else { return [] }
    return words.withUnsafeBufferPointer { words in
      var ranges: [Range<Int>] = []
      for index in start..<end {
        guard words[index].ahead.contains(number) else { break }
        let length = length(at: index, in: words, before: end)
        if length > 0 { ranges.append(index..<(index + length)) }
      }
      return ranges
    }
  }

  /// Whether one occurs from one place to another.
  func occur(in words: [DecisionWord], from start: Int = 0, to end: Int? = nil) -> Bool {
    let start = max(start, 0)
    let end = min(end ?? words.count, words.count)
    guard start < end else { return false }
    return words.withUnsafeBufferPointer { words in
      for index in start..<end {
        guard words[index].ahead.contains(number) else { return false }
        if length(at: index, in: words, before: end) > 0 { return true }
      }
      return false
    }
  }

  /// Whether a sentence begins with one of them.
  func begins(_ words: [DecisionWord]) -> Bool { length(at: 0, in: words) > 0 }
}
