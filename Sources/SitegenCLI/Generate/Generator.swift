import Diagnostics
import Intake
import Templates

/// Makes the documents that `generate:` of the workspace file declares. Nothing is written here.
struct Generator {
  /// A file as it should be.
  struct Product {
    let path: String
    let bytes: [UInt8]
    /// What is there now; nil for nothing.
    let present: [UInt8]?
    var isCurrent: Bool { present == bytes }
  }

  /// What is wrong, all of it at once.
  struct Failure: Error {
    var diagnostics: [Diagnostic] = []
    var errors: [TemplateError] = []
  }

  let folder: String
  let entry: WorkspaceConfiguration.GenerateEntry
  let options = TemplateOptions(autoescape: .none, keepTrailingNewline: true)

  /// All files, in the order in which they are declared.
  func products() throws -> [Product] {
    let data = try data()
    let library = try library()
    var failure = Failure()
    var products: [Product] = []
    var first: [String: (index: Int, location: Location, isPart: Bool)] = [:]
    for file in entry.files {
      for item in try items(of: file, data) {
        let context = data + (item.map { [(file.itemName, $0)] } ?? [])
        do {
          let path = try path(of: file, context)
          let isPart = file.between != nil
          guard let earlier = first[path] else {
            first[path] = (products.count, file.location, isPart)
            products.append(try product(file, path, context, library))
            continue
          }
          // Several parts of one file, each between marks of its own.
          guard isPart, earlier.isPart else {
            throw refused(
              "twice", at: file.location, "`\(path)` is generated twice", [.init("first here", at: earlier.location)],
              help: "let `output` name another file for each item")
          }
          products[earlier.index] = try product(file, path, context, library, after: products[earlier.index])
        } catch let error as TemplateError {
          failure.errors.append(error)
        } catch let error as Failure {
          failure.diagnostics += error.diagnostics
        }
      }
    }
    guard failure.diagnostics.isEmpty, failure.errors.isEmpty else { throw failure }
    return products
  }

  /// One for each item; for a single file one without an item.
  private func items(
    of file: WorkspaceConfiguration.GenerateEntry.File, _ data: [(String, Value)]
  ) throws -> [Value?] {
    guard let each = file.each else { return [nil] }
    do throws(TemplateError) {
      let expression = try Expression(parsing: each.text, at: each.location, options: options)
      switch try expression.evaluate(.map(data)) {
      case .list(let values), .tuple(let values): return values
      default: throw TemplateError(.type, at: each.location, "`each` gives no list")
      }
    } catch { throw Failure(errors: [error]) }
  }

  private func product(
    _ file: WorkspaceConfiguration.GenerateEntry.File, _ path: String, _ context: [(String, Value)],
    _ library: TemplateLibrary, after earlier: Product? = nil
  ) throws -> Product {
    let place = "\(folder)/\(path)"
    let present = try earlier?.present ?? (Files.kind(of: place) == .file ? try Files.read(place) : nil)
    var context = context
    do {
      if let marks = file.keep {
        let kept = try present.flatMap { try MarkedText($0, marks) }?.text ?? ""
        context.append(("kept", .string(kept)))
      }
      let rendered = try library.render(file.template, context: .map(context), page: path)
      guard let marks = file.between else { return Product(path: path, bytes: rendered, present: present) }
      guard let text = earlier?.bytes ?? present, let marked = try MarkedText(text, marks) else {
        throw MarkedText.Missing(mark: marks.begin)
      }
      return Product(path: path, bytes: marked.replacing(rendered), present: present)
    } catch let missing as MarkedText.Missing {
      throw refused(
        "marks", at: file.location, "\(path) has no line with `\(missing.mark)`",
        help: "put the mark back: what people wrote would be lost")
    }
  }

  /// The path of a file: a template, too.
  private func path(of file: WorkspaceConfiguration.GenerateEntry.File, _ context: [(String, Value)]) throws -> String {
    let source = TemplateSource(
      name: "output", displayPath: WorkspaceConfiguration.fileName, bytes: Array(file.output.utf8))
    let (library, errors) = TemplateLibrary.load([source], options: options)
    if let error = errors.first { throw error }
    let path = String(decoding: try library.render("output", context: .map(context)), as: UTF8.self)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.lowercased() == ".git" }),
      !path.utf8.contains(0)
    else {
      throw refused(
        "output", at: file.location, "`\(path)` is no path inside the source", help: "let `output` name a file below it"
      )
    }
    return path
  }

  private func data() throws -> [(String, Value)] {
    var failure = Failure()
    let values = entry.data.compactMap { data -> (String, Value)? in
      let bytes: [UInt8]
      do throws(FileError) { bytes = try Files.read("\(folder)/\(data.path.text)", inside: folder) } catch {
        failure.diagnostics +=
          refused(
            "data", at: data.path.location, "\(data.path.text) cannot be read",
            help: "name a file of the source, relative to this one"
          ).diagnostics
        return nil
      }
      let read = GeneratorData.read(SourceText(path: data.path.text, bytes: bytes))
      let errors = read.diagnostics.filter { $0.severity == .error }
      guard let value = read.value, errors.isEmpty else {
        failure.diagnostics += errors
        return nil
      }
      return (data.name, value)
    }
    guard failure.diagnostics.isEmpty else { throw failure }
    return values
  }

  private func library() throws -> TemplateLibrary {
    let place = "\(folder)/\(entry.templates.text)"
    guard Files.isDirectory(place), Files.lies(place, inside: folder) else {
      throw refused(
        "templates", at: entry.templates.location, "there is no folder \(entry.templates.text)",
        help: "name the folder of the templates, relative to this file")
    }
    let (library, errors) = TemplateLibrary.load(try TemplateFolder.sources(in: place), options: options)
    guard errors.isEmpty else { throw Failure(errors: errors) }
    for file in entry.files where !library.contains(file.template) {
      throw refused(
        "template", at: file.location, "there is no template \(file.template) in \(entry.templates.text)",
        help: Suggestion.meant(file.template, among: library.names)
          ?? "there are \(library.names.joined(separator: ", "))")
    }
    return library
  }

  private func refused(
    _ rule: String, at place: Location, _ summary: String, _ notes: [Diagnostic.Note] = [], help: String? = nil
  ) -> Failure {
    Failure(diagnostics: [
      Diagnostic(
        RuleID(rawValue: "generate/\(rule)"), .error, at: place, summary, help: help, notes: notes, kind: .configuration
      )
    ])
  }
}
