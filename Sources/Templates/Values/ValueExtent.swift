/// How large a value is with every shared part counted as often as it is met, and how deep it is nested.
///
/// Templates make lists of lists by reference: sixty doublings take sixty small lists, and more steps to print than the
/// sun has years. So the extent is counted on shared parts, each once, before a value is printed, compared or handed to
/// a filter; and a value nested so deep that its release would exhaust the stack is never made.
struct ValueExtent {
  /// Parts in all, the value itself included; never more than `mostNodes`.
  let nodes: Int
  /// Lists, tuples, maps and macros inside of each other.
  let depth: Int

  /// Nested deeper than this, no value is made.
  static let deepest = 200
  private static let mostNodes = 1 << 40

  /// Measures a value. Maps that were handed to the page count as one part: no template made them.
  init(of value: Value) {
    guard let parts = Self.parts(of: value) else {
      (nodes, depth) = (1, 0)
      return
    }
    var known = Known()
    (nodes, depth) = Self.measure(parts, 0, &known)
  }

  /// Shared parts by their addresses, with what was found for each. Most values have few, and these are sooner measured
  /// again than looked up.
  private struct Known {
    static let few = 64
    var met = 0
    var extents: [UnsafeRawPointer: (nodes: Int, depth: Int)] = [:]
  }

  /// Measures the parts of one value; `level` is how deep it lies.
  private static func measure(_ parts: [Value], _ level: Int, _ known: inout Known) -> (nodes: Int, depth: Int) {
    guard let first = parts.firstIndex(where: { Self.parts(of: $0) != nil }) else { return (parts.count + 1, 1) }
    guard level <= deepest else { return (mostNodes, 1) }
    // The values stay where they are while they are measured, so their address names them.
    known.met += 1
    let name = known.met > Known.few ? parts.withUnsafeBytes { $0.baseAddress } : nil
    if let name, let found = known.extents[name] { return found }
    var (nodes, depth) = (first + 1, 1)
    for value in parts[first...] {
      guard let inner = Self.parts(of: value) else {
        nodes += 1
        continue
      }
      let found = measure(inner, level + 1, &known)
      nodes = min(mostNodes, nodes + found.nodes)
      depth = max(depth, found.depth + 1)
    }
    if let name { known.extents[name] = (nodes, depth) }
    return (nodes, depth)
  }

  /// What a value made by a template consists of; nil for one without parts.
  @inline(__always)
  private static func parts(of value: Value) -> [Value]? {
    switch value {
    case .list(let items), .tuple(let items): return items
    case .mapping(let map): return map.isMadeByTemplate ? map.values : nil
    case .object(let object):
      if case .macro(let macro) = object.kind { return macro.captures }
      return nil
    default: return nil
    }
  }
}

extension Value {
  /// Roughly how many bytes it takes to go through the value.
  var cost: Int {
    switch self {
    case .string(let text), .safe(let text): text.utf8.count
    case .list, .tuple: ValueExtent(of: self).nodes * 16
    case .mapping(let map): map.isMadeByTemplate ? ValueExtent(of: self).nodes * 16 : map.values.count * 16
    case .range(let range): range.count * 16
    default: 8
    }
  }
}

extension Interpreter {
  /// Counts the work of going through a list or a map before it is done; other values are counted by what is made.
  @inline(__always)
  mutating func chargeParts(_ value: Value) throws(ValueError) {
    switch value {
    case .list, .tuple, .mapping: try charge(value.cost)
    default: break
    }
  }

  /// A value that was made of others, if it is not nested too deep.
  func made(_ value: Value) throws(ValueError) -> Value {
    guard ValueExtent(of: value).depth <= ValueExtent.deepest else {
      throw .limit("a value nested deeper than \(ValueExtent.deepest) levels")
    }
    return value
  }
}
