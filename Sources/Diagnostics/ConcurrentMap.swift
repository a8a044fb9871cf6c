extension Array where Element: Sendable {
  /// Maps in parallel on `width` tasks at most; the order of results is the order of elements.
  ///
  /// Work is cut into chunks of about `count / (64 * width)`: few enough for a task each to cost nothing, and small
  /// enough that no task is left with a large one while the others are done.
  public func concurrentMap<Result: Sendable>(
    width: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard width > 1, count > 1 else { return map(transform) }
    return await inChunks(of: Swift.max(1, count / (64 * width)), width: width) { $0.map(transform) }
  }

  /// The same where some elements are much more work than others: each is a task of its own, and those that cost most
  /// begin first, so that none is left over at the end. Parts of one may be tasks, too.
  public func concurrentMap<Result: Sendable>(
    width: Int, cost: (Element) -> Int, _ transform: @escaping @Sendable (Element) async -> Result
  ) async -> [Result] {
    guard width > 1, count > 1 else { return await mapInTurn(transform) }
    let costs = map(cost)
    let order = indices.sorted { costs[$0] != costs[$1] ? costs[$0] > costs[$1] : $0 < $1 }
    let results = await order.map { self[$0] }.inChunks(of: 1, width: width) { await $0.mapInTurn(transform) }
    return zip(order, results).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// How much of a width the parts of each element may take: a single one takes it all; several take it by being several.
  public func share(of width: Int) -> Int { count == 1 ? width : 1 }

  /// The results of all chunks, `width` of them at a time.
  private func inChunks<Result: Sendable>(
    of size: Int, width: Int, _ transform: @escaping @Sendable (ArraySlice<Element>) async -> [Result]
  ) async -> [Result] {
    let chunks = stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      var results = [[Result]](repeating: [], count: chunks.count)
      var next = 0
      func start() {
        guard next < chunks.count else { return }
        let index = next
        let chunk = chunks[index]
        next += 1
        group.addTask { (index, await transform(chunk)) }
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

extension Sequence {
  /// Maps one element after the other, waiting for each.
  fileprivate func mapInTurn<Result>(_ transform: (Element) async -> Result) async -> [Result] {
    var results: [Result] = []
    for element in self { results.append(await transform(element)) }
    return results
  }
}
