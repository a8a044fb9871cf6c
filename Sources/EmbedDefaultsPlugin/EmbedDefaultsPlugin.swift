import Foundation
import PackagePlugin

/// Builds files of this package into two modules: `content/lexicon/` into `Words`; `templates/` and `content/criteria/`
/// into `Defaults`.
@main struct EmbedDefaultsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folders = target.name == "Words" ? ["content/lexicon"] : ["templates", "content/criteria"]
    let inputs = folders.flatMap { files(under: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folders.joined(separator: " and "))",
        executable: try context.tool(named: "embed-defaults").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)] + folders,
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }

  private func files(under folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    return (found?.compactMap { $0 as? URL } ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }.sorted { $0.path < $1.path }
  }
}
