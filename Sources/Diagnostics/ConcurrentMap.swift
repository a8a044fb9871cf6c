extension Array where Element: Sendable {
  /// Maps in parallel on `width` tasks at most; the order of results is the order of elements.
  ///
  /// Work is cut into chunks of about `count / (64 * width)`: few enough for a task each to cost nothing, and small
  /// enough that no task is left with a large one while the others are done.
  public func concurrentMap<Result: Sendable>(
    width: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    await concurrentMap(width: width, size: Swift.max(1, count / (64 * width)), transform)
  }

  /// The same where some elements are much more work than others: each is a task of its own, and those that cost most
  /// begin first, so that none is left over at the end.
  public func concurrentMap<Result: Sendable>(
    width: Int, cost: (Element) -> Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard width > 1, count > 1 else { return map(transform) }
    let costs = map(cost)
    let order = indices.sorted { costs[$0] != costs[$1] ? costs[$0] > costs[$1] : $0 < $1 }
    let results = await order.map { self[$0] }.concurrentMap(width: width, size: 1, transform)
    return zip(order, results).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func concurrentMap<Result: Sendable>(
    width: Int, size: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard width > 1, count > 1 else { return map(transform) }
    let chunks = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      var results = [[Result]](repeating: [], count: chunks.count)
      var next = 0
      func start() {
        guard next < chunks.count else { return }
        let index = next
        let chunk = chunks[index]
        next += 1
        group.addTask { (index, chunk.map(transform)) }
      }
      for _ in 0..<width { start() }
      while let (index, part) = await group.next() {
        results[index] = part
        start()
      }
      return results.flatMap { $0 }
    }
  }
}
