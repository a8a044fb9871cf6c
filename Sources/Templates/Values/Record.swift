/// The keys of a map in templates, each with where its value comes from, so that keys and values cannot drift apart.
///
/// `Context` is what the values need beside the item itself; `Void` when that is nothing. The shape is made once, and a
/// value is an array over it.
///
///     static let adopter = Record<Adopter, Void> {
///       $0.text("name", \.name)
///       $0.number("year") { $0.year }
///     }
public struct Record<Item, Context>: Sendable {
  /// Where the value of a key comes from.
  public typealias Source = @Sendable (Item, Context) -> Value

  /// The keys in their order.
  public let keys: [String]
  private let shape: RecordShape
  private let sources: [Source]

  /// A record with the fields that `build` adds. A key that comes twice is a mistake in the program.
  public init(_ build: (inout Fields) -> Void) {
    var fields = Fields()
    build(&fields)
    keys = fields.keys
    shape = RecordShape(keys: fields.keys)
    sources = fields.sources
    precondition(shape.keys.count == sources.count, "a key comes twice: \(fields.keys)")
  }

  /// The item as a template sees it.
  public func value(_ item: Item, _ context: Context) -> Value {
    .record(shape, sources.map { $0(item, context) })
  }

  /// The item with the values of some keys; those of the others are none and nobody works them out.
  public func value(_ item: Item, _ context: Context, only isAsked: [Bool]) -> Value {
    .record(shape, zip(sources, isAsked).map { $1 ? $0(item, context) : .none })
  }

  /// Fields being put together.
  public struct Fields {
    fileprivate var keys: [String] = []
    fileprivate var sources: [Source] = []

    /// Any value.
    public mutating func value(_ key: String, _ source: @escaping Source) {
      keys.append(key)
      sources.append(source)
    }

    /// A text.
    public mutating func text(_ key: String, _ source: @escaping @Sendable (Item) -> String) {
      value(key) { item, _ in .string(source(item)) }
    }

    /// A text, or none.
    public mutating func text(_ key: String, _ source: @escaping @Sendable (Item) -> String?) {
      value(key) { item, _ in source(item).map(Value.string) ?? .none }
    }

    /// Texts.
    public mutating func texts(_ key: String, _ source: @escaping @Sendable (Item) -> [String]) {
      value(key) { item, _ in .list(source(item).map(Value.string)) }
    }

    /// An integer.
    public mutating func number(_ key: String, _ source: @escaping @Sendable (Item) -> Int) {
      value(key) { item, _ in .int(source(item)) }
    }

    /// An integer, or none.
    public mutating func number(_ key: String, _ source: @escaping @Sendable (Item) -> Int?) {
      value(key) { item, _ in source(item).map(Value.int) ?? .none }
    }

    /// True or false.
    public mutating func flag(_ key: String, _ source: @escaping @Sendable (Item) -> Bool) {
      value(key) { item, _ in .bool(source(item)) }
    }
  }
}

extension Record where Context == Void {
  /// The item as a template sees it.
  public func value(_ item: Item) -> Value { value(item, ()) }

  /// Several of them.
  public func list(_ items: some Sequence<Item>) -> Value { .list(items.map { value($0) }) }
}

extension Record {
  /// Several of them.
  public func list(_ items: some Sequence<Item>, _ context: Context) -> Value {
    .list(items.map { value($0, context) })
  }
}
