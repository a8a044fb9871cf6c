import Diagnostics
import Templates

/// A library of templates given by name and text.
func library(
  _ templates: [(String, String)], _ options: TemplateOptions = .init(), _ extensions: TemplateExtensions = .init()
) -> (library: TemplateLibrary, errors: [TemplateError]) {
  let sources = templates.map {
    TemplateSource(name: $0.0, displayPath: "templates/\($0.0)", bytes: Array($0.1.utf8))
  }
  return TemplateLibrary.load(sources, options: options, extensions: extensions)
}

/// What a template prints, as text, or the error as text.
func render(
  _ text: String, _ context: Value = [:], name: String = "main.txt", others: [(String, String)] = [],
  options: TemplateOptions = .init(), extensions: TemplateExtensions = .init()
) -> String {
  let library = library([(name, text)] + others, options, extensions).library
  do throws(TemplateError) {
    return String(decoding: try library.render(name, context: context), as: UTF8.self)
  } catch {
    return error.render()
  }
}
