/// The parts of a map that is held by a slot, without a count of references: while the slot holds the map, they stay.
///
/// Counting references for each column of a row costs as much as printing it, and more when two threads print the
/// same rows.
struct RecordView {
  /// The map's shape; nil if the slot holds no map.
  var shape: UnsafeRawPointer?
  private var values: UnsafePointer<Value>?

  /// A view of nothing.
  static var none: RecordView { RecordView(shape: nil, values: nil) }

  private init(shape: UnsafeRawPointer?, values: UnsafePointer<Value>?) {
    self.shape = shape
    self.values = values
  }

  /// A view of `value`, which must outlive it unchanged.
  @inline(__always)
  init(of value: Value) {
    guard case .mapping(let map) = value else {
      self = .none
      return
    }
    shape = UnsafeRawPointer(Unmanaged.passUnretained(map.shape).toOpaque())
    values = map.values.withUnsafeBufferPointer { $0.baseAddress }
  }

  /// The value in a slot of the shape.
  @inline(__always)
  subscript(slot: Int) -> UnsafePointer<Value>? { values.map { $0 + slot } }
}
