extension Reader {
  /// Every reader, in the order they read a file.
  public static let all: [Reader] = [.dueDiligence, .claims]
}
