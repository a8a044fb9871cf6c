/// Modules that only define macros are the same in every render, and are left to the next.
extension Interpreter {
  /// Leaves the variables of a module that was imported without context, if its template does nothing but make macros.
  func keepModule(_ template: Int, scope: Int) {
    guard let module = modules[template], module.scope == scope, onlyMakesMacros(template) else { return }
    let kept = KeptModule(
      scope: scope, variables: scopes[scope].variables, steps: module.stepsLeftBefore - stepsLeft)
    cache.keep(kept, template)
  }

  /// Imports a module that an earlier render left; false where there is none.
  ///
  /// Its macros know the number of its scope, and what it took counts as taken.
  mutating func takeKeptModule(_ template: Int) -> Bool {
    guard let kept = cache.module(template), kept.scope == scopes.count, kept.steps <= stepsLeft,
      frames.count < options.limits.depth
    else { return false }
    modules[template] = (kept.scope, stepsLeft)
    stepsLeft -= kept.steps
    scopes.append(Scope(variables: kept.variables, parent: -1, seesContext: false, isKept: true))
    return true
  }

  private func onlyMakesMacros(_ template: Int) -> Bool {
    let unit = program.units[program.templates[template].root]
    return code[unit.start..<unit.end].allSatisfy { instruction in
      switch instruction.operation {
      case .makeMacro: instruction.b == 0
      case .storeName, .text, .finish: true
      default: false
      }
    }
  }
}

/// The variables of a module, and what it took to make them.
struct KeptModule {
  let scope: Int
  let variables: [(name: Int, exported: Bool, value: Value)]
  let steps: Int
}
