/// `include`, `import` and `from`, which bring in other templates.
extension TemplateParser {
  mutating func include() throws(Issue) -> Statement.Kind {
    let result = try inTag { tag throws(Issue) -> Statement.Kind in
      let name = try tag.expression()
      var ignoreMissing = false
      if try tag.acceptName("ignore") {
        guard try tag.acceptName("missing") else { throw tag.unexpected("`missing`") }
        ignoreMissing = true
      }
      if tag.token.isName("without") {
        throw Issue(
          span: tag.token.span, message: "`without context` is not part of `include`",
          help: ["use a macro, which sees only what it is given"])
      }
      if try tag.acceptName("with"), try !tag.acceptName("context") { throw tag.unexpected("`context`") }
      return .include(name, ignoreMissing: ignoreMissing)
    }
    try endTag()
    return result
  }

  mutating func importModule() throws(Issue) -> Statement.Kind {
    let result = try inTag { tag throws(Issue) -> Statement.Kind in
      let name = try tag.expression()
      guard try tag.acceptName("as") else { throw tag.unexpected("`as`") }
      let (alias, _) = try tag.assignableName()
      return .importModule(name, alias, withContext: try tag.context())
    }
    try endTag()
    return result
  }

  mutating func importNames() throws(Issue) -> Statement.Kind {
    let result = try inTag { tag throws(Issue) -> Statement.Kind in
      let module = try tag.expression()
      guard try tag.acceptName("import") else { throw tag.unexpected("`import`") }
      var names: [(name: String, alias: String, span: Span)] = []
      while true {
        let (name, span) = try tag.assignableName()
        if name.hasPrefix("_") {
          throw Issue(span: span, message: "names that begin with `_` belong to their template alone")
        }
        let alias = try tag.acceptName("as") ? try tag.assignableName().text : name
        names.append((name, alias, span))
        guard try tag.accept(","), tag.token.kind == .name, !tag.token.isName("with"), !tag.token.isName("without")
        else { break }
      }
      return .importNames(module, names, withContext: try tag.context())
    }
    try endTag()
    return result
  }
}
