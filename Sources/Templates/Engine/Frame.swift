/// A piece of code that is running, or waits for one it has called.
struct Frame {
  /// What becomes of what the code has printed.
  enum Exit {
    /// It stays where it is.
    case print
    /// It is taken back and becomes a value, safe text or not.
    case value(safe: Bool)
    /// It is dropped; the variables become a module.
    case module
  }

  let unit: Int
  /// Where to go on when what it has called is done.
  var pc: Int
  /// The first slot.
  let base: Int
  /// The count of the stack when the frame is left, without its result.
  let returnTo: Int
  let scope: Int
  /// The blocks that can be printed, and which of them this is (for `super()`).
  var table: Int
  var block = -1
  var level = 0
  let firstLoop: Int
  /// How deep in a recursive loop.
  var depth = 0
  let exit: Exit
  /// The length of the output when the frame was entered.
  let mark: Int
  /// The template that `extends` named, and the output before it.
  var parent = -1
  var parentMark = 0
}

/// The variables of one template while it runs, seen by its blocks and by what it includes.
struct Scope {
  var variables: [(name: Int, exported: Bool, value: Value)] = []
  /// The scope around an included template; -1 for none.
  let parent: Int
  let seesContext: Bool
  /// A macro or module refers to it: it stays until the end.
  var isKept = false
}

/// The blocks of a page: for each name the code from the most derived template to the base.
struct BlockTable {
  var entries: [(name: Int, units: [Int])] = []

  func units(_ name: Int) -> [Int]? { entries.first { $0.name == name }?.units }

  mutating func add(_ blocks: [(name: Int, unit: Int)]) {
    for block in blocks {
      if let index = entries.firstIndex(where: { $0.name == block.name }) {
        entries[index].units.append(block.unit)
      } else {
        entries.append((block.name, [block.unit]))
      }
    }
  }
}
