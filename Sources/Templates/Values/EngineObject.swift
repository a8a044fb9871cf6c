/// A value which only the engine makes. All but functions and macros of a module are forgotten with the render that made
/// them.
public final class EngineObject: Sendable {
  enum Kind: Sendable {
    /// A macro or a call block with what it captured of its surroundings.
    case macro(Macro)
    /// The loop with this number, while it runs.
    case loop(Int)
    /// A cell of the interpreter's namespaces.
    case namespace(Int)
    /// The top-level variables of an imported template, in the interpreter's scope of this number.
    case module(scope: Int, template: Int)
    /// A function, by its index in the program.
    case function(Int)
    /// `loop.cycle` or `loop.changed` of the loop with this number.
    case loopFunction(LoopFunction, Int)
    /// `self`.
    case blocks
    /// `self.name`: a block that can be called.
    case block(Int)
  }

  enum LoopFunction: Sendable { case cycle, changed }

  /// A piece of code with its captured values.
  struct Macro: Sendable {
    let unit: Int
    /// The scope of the template it was made in.
    let scope: Int
    /// The values of the variables around it that it uses.
    let captures: [Value]
    /// How deep a recursive loop is nested; 0 for macros.
    let depth: Int
  }

  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  var kindName: String {
    switch kind {
    case .macro: "macro"
    case .loop: "loop"
    case .namespace: "namespace"
    case .module: "module"
    case .function, .loopFunction: "function"
    case .blocks, .block: "block"
    }
  }
}
