import Diagnostics
import Markdown
import Words

extension SourceDocument {
  /// Whether it governs one part of a project whose own document lies beside it: `GOVERNANCE-tool.md`, which opens with
  /// "The tool is a subproject of …".
  package func isOfPart(among documents: [SourceDocument]) -> Bool {
    guard kind == .governance, let blocks = markdown?.blocks, opensAsPart(blocks) else { return false }
    let folder = path.folderPath
    let stem = Candidate.words(path.fileStem)
    return documents.contains { other in
      guard other.kind == .governance, other.path.folderPath == folder else { return false }
      return stem.hasPrefix(Candidate.words(other.path.fileStem) + "_")
    }
  }

  private func opensAsPart(_ blocks: [Block]) -> Bool {
    blocks.prefix(4).contains { block in
      guard case .paragraph = block.kind else { return false }
      return Lexicon.documents.partOpenings.occur(in: block.plainText.lowercased())
    }
  }
}
