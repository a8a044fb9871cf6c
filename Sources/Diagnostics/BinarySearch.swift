extension RandomAccessCollection where Index == Int {
  /// The first index whose element belongs to the second part of a list, whose elements are all behind those of the first;
  /// the end where there is none.
  @inlinable
  public func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
