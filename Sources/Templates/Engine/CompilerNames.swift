/// Where a name's value is found.
enum Binding {
  case slot(Int)
  /// The loop of this level of the unit.
  case loop(Int)
  /// In the variables of the template or in the context, by name.
  case global
}

extension Compiler {
  /// Where `name` is found from the code being written.
  mutating func resolve(_ name: String) -> Binding { resolve(name, in: units.count - 1) }

  private mutating func resolve(_ name: String, in level: Int) -> Binding {
    for scope in units[level].scopes.reversed() {
      if let slot = scope.slots[name] { return .slot(slot) }
      if name == "loop", let loop = scope.loop { return .loop(loop) }
    }
    guard level > 0, units[level].unit.kind != .block, units[level].unit.kind != .root else { return .global }
    // A macro, a call block or a recursive loop sees the variables around it: it keeps their values.
    switch resolve(name, in: level - 1) {
    case .global: return .global
    case .slot, .loop:
      let slot = units[level].newSlot()
      units[level].scopes[0].slots[name] = slot
      units[level].captures.append(name)
      units[level].captureSlots.append(slot)
      return .slot(slot)
    }
  }

  /// All variables in slots that can be seen here, innermost first.
  mutating func visibleNames() -> [String] {
    var names: [String] = []
    var seen = Set<String>()
    var level = units.count - 1
    while level >= 0 {
      for scope in units[level].scopes.reversed() {
        for name in scope.slots.keys.sorted() where seen.insert(name).inserted { names.append(name) }
        if scope.loop != nil, seen.insert("loop").inserted { names.append("loop") }
      }
      let kind = units[level].unit.kind
      if kind == .block || kind == .root { break }
      level -= 1
    }
    return names
  }

  /// The list of visible variables, or -1 if there are none.
  mutating func visibleList() -> Int {
    var list: [VisibleVariable] = []
    for text in visibleNames() {
      switch resolve(text) {
      case .slot(let slot): list.append(VisibleVariable(name: name(text), source: .slot(slot)))
      case .loop(let loop): list.append(VisibleVariable(name: name(text), source: .loop(loop)))
      case .global: break
      }
    }
    guard !list.isEmpty else { return -1 }
    program.visible.append(list)
    return program.visible.count - 1
  }

  /// Puts the value of a name on the stack.
  mutating func load(_ text: String, _ span: Span) {
    switch resolve(text) {
    case .slot(let slot): emit(.slot, span, slot: slot, stack: 1)
    case .loop(let loop): emit(.loopObject, span, slot: loop, stack: 1)
    case .global:
      if text == "self" {
        emit(.loadSelf, span, stack: 1)
      } else {
        emit(.name, span, a: name(text), stack: 1)
      }
    }
  }

  /// Whether the code is at the top level of a template, where variables are shared with blocks.
  private var isTopLevel: Bool { unit.unit.kind == .root && unit.scopes.isEmpty }

  /// Takes the value on the stack into a name. Imported names are not exported again.
  mutating func store(_ text: String, _ span: Span, exported: Bool = true) {
    if isTopLevel {
      emit(.storeName, span, flag: exported ? 1 : 0, a: name(text), stack: -1)
    } else {
      emit(.storeSlot, span, slot: define(text), stack: -1)
    }
  }

  /// The slot of a name in the innermost scope, made if there is none.
  mutating func define(_ text: String) -> Int {
    let last = unit.scopes.count - 1
    if let slot = unit.scopes[last].slots[text] { return slot }
    let slot = units[units.count - 1].newSlot()
    units[units.count - 1].scopes[last].slots[text] = slot
    return slot
  }

  mutating func openScope(loop: Int? = nil) { units[units.count - 1].scopes.append(.init(loop: loop)) }
  mutating func closeScope() { units[units.count - 1].scopes.removeLast() }

  /// Gives slots to the names that `body` sets in the scope just opened. They begin with the value of the scope
  /// around, because a `set` may be in a branch that is not taken.
  mutating func prepare(_ body: [Statement], _ span: Span) {
    for text in Self.assigned(in: body) where unit.scopes[unit.scopes.count - 1].slots[text] == nil {
      load(text, span)
      emit(.storeSlot, span, slot: define(text), stack: -1)
    }
  }

  /// The names which statements set in their own scope, each once, in order.
  static func assigned(in body: [Statement]) -> [String] {
    var names: [String] = []
    func add(_ name: String) { if !names.contains(name) { names.append(name) } }
    func visit(_ body: [Statement]) {
      for statement in body {
        switch statement.kind {
        case .set(let target, _): target.names.forEach(add)
        case .setBlock(let target, _, _): target.names.forEach(add)
        case .macro(let macro): add(macro.name)
        case .importModule(_, let name, _): add(name)
        case .importNames(_, let list, _): list.forEach { add($0.alias) }
        case .conditional(let branches, let otherwise):
          branches.forEach { visit($0.body) }
          visit(otherwise)
        default: break
        }
      }
    }
    visit(body)
    return names
  }
}
