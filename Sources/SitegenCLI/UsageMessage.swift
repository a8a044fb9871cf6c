import ArgumentParser
import Diagnostics

/// A name on the command line that nothing has, with the nearest one that exists.
struct UnknownName: Error, CustomStringConvertible {
  let description: String

  /// - Parameters:
  ///   - what: the option or the kind of thing: `--level`, `rule`.
  ///   - list: what lists the names, where they are too many to print.
  ///   - folders: whether a folder to read may be meant.
  init(_ what: String, _ name: String, known: [String], list: String? = nil, folders: Bool = false) {
    let names = known.uniqued()
    let help =
      (folders ? UsageMessage.source(name) : nil) ?? Suggestion.meant(name, among: names) ?? list
      ?? (names.isEmpty ? "there is none" : "one of \(names.joined(separator: ", "))")
    let subject = what.hasPrefix("-") ? "\(what) does not know `\(name)`" : "there is no \(what) `\(name)`"
    description = "\(subject)\n  help: \(help)"
  }

  /// Those of a name; all without one.
  static func choose<Item>(
    _ what: String, _ name: String?, among items: [Item], by key: (Item) -> String
  ) throws -> [Item] {
    guard let name else { return items }
    let chosen = items.filter { key($0) == name }
    guard !chosen.isEmpty else { throw UnknownName(what, name, known: items.map(key)) }
    return chosen
  }
}

/// The words of a command line that name commands.
struct CommandWords {
  private let root: any ParsableCommand.Type

  init(of root: any ParsableCommand.Type) { self.root = root }

  /// `["sitegen", "criteria", "list"]`: the commands that a command line names.
  func path(in words: [String]) -> [String] { [name(of: root)] + words.prefix(named(in: words).depth) }

  /// What the command that a command line names, or the default one, makes of the words behind it; nil where it is for
  /// all commands together to say what they mean, or what is wrong with them.
  func parsed(_ words: [String]) -> (any ParsableCommand)? {
    let (command, depth) = chosen(in: words)
    guard command != root, let parsed = try? command.parseAsRoot(Array(words.dropFirst(depth))) else { return nil }
    return type(of: parsed) == command ? parsed : nil
  }

  /// The command that runs, and how many words name it.
  func chosen(in words: [String]) -> (command: any ParsableCommand.Type, depth: Int) {
    let (command, depth) = named(in: words)
    // Who asks for the version or for help wants nothing built.
    guard command == root, words.allSatisfy({ $0 != "--version" && $0 != "--help" && $0 != "-h" }),
      let usual = root.configuration.defaultSubcommand
    else { return (command, depth) }
    return (usual, depth)
  }

  private func named(in words: [String]) -> (command: any ParsableCommand.Type, depth: Int) {
    var (command, depth) = (root, 0)
    for word in words {
      guard let next = subcommand(word, of: command) else { break }
      command = next
      depth += 1
    }
    return (command, depth)
  }

  /// A word where only a command can be, which is none.
  func unknown(in words: [String]) -> UnknownName? {
    var command = root
    for word in words {
      if let next = subcommand(word, of: command) {
        command = next
        continue
      }
      let names = command.configuration.subcommands.map(name) + (command == root ? ["help"] : [])
      guard !names.isEmpty, !word.hasPrefix("-"), !names.contains(word) else { return nil }
      return UnknownName("command", word, known: names, folders: command == root)
    }
    return nil
  }

  private func subcommand(_ word: String, of command: any ParsableCommand.Type) -> (any ParsableCommand.Type)? {
    command.configuration.subcommands.first { name(of: $0) == word }
  }

  private func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? String(describing: command).lowercased()
  }
}

/// What the argument parser says of a command line, in the form of all other errors and without the usage.
enum UsageMessage {
  /// What to write where a folder is named by itself; nil for what is none.
  static func source(_ folder: String) -> String? {
    Files.isDirectory(folder) ? "a folder to read is named by an option: `--source \(folder)`" : nil
  }

  /// `error: unknown option …`, with a nearer value where one of those allowed is near, and where help is.
  ///
  /// - Parameter readsSource: whether the command takes a folder to read.
  static func text(_ message: String, command: [String], readsSource: Bool) -> String {
    var text = message
    for prefix in ["Error: ", "error: "] where text.hasPrefix(prefix) { text = String(text.dropFirst(prefix.count)) }
    let quoted = self.quoted(text)
    if text.contains("lease provide one of"), let value = quoted.first,
      let meant = Suggestion.meant(value, among: quoted.dropFirst(2))
    {
      text += "\n  help: \(meant)"
    }
    if readsSource, text.lowercased().contains("unexpected argument"), let help = quoted.lazy.compactMap(source).first {
      text += "\n  help: \(help)"
    }
    text = text.prefix(1).lowercased() + text.dropFirst()
    let lines = text.split(separator: "\n").map { DiagnosticText.printable(String($0)) }
    return "error: \(lines.joined(separator: "\n"))\n  `\(command.joined(separator: " ")) --help` shows what it takes"
  }

  /// The words between quotation marks.
  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
