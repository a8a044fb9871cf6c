extension Array where Element: Sendable {
  /// Maps in parallel on `width` tasks at most; the order of results is the order of elements.
  ///
  /// Work is cut into chunks of about `count / (16 * width)`: few enough for a task each to cost nothing, and small
  /// enough that no task is left with a large one while the others are done.
  public func concurrentMap<Result: Sendable>(
    width: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    guard width > 1, count > 1 else { return map(transform) }
    let size = Swift.max(1, count / (16 * width))
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
