/// Gives a value up in a task of its own: to free the rows of all checks, a hundred thousand small pieces, takes as long
/// as to judge a tenth of a community, and nobody waits for it.
public func letGo<Value: Sendable>(_ value: consuming Value) {
  let value = value
  Task.detached { withExtendedLifetime(value) {} }
}
