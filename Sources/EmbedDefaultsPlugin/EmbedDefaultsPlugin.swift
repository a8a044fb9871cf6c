import Foundation
import PackagePlugin

/// Builds `templates/` and `content/criteria/` of this package into the `Defaults` module.
@main struct EmbedDefaultsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folders = ["templates", "content/criteria"]
    let inputs = folders.flatMap { files(under: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding templates and criteria",
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
