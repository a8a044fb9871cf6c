/// Folders whose documents are kept as they once were, found by the paths of all files: where links in them lead is
/// nobody's business any more.
///
/// Those are the documentation of earlier releases (`docs/v1.2.0` beside `docs/v1.3.0` and `docs/v1.4.0`, the newest
/// left out), and the charts that a chart depends on (`charts/NAME` with a `Chart.yaml` below a folder that has one,
/// as Helm puts them there).
struct KeptCopies {
  /// Least releases side by side that tell of copies.
  private static let leastReleases = 3

  private var releases: [String: [String: VersionName]] = [:]
  private var charts: Set<String> = []

  /// Adds the folder of a chart.
  mutating func addChart(_ folder: String) { charts.insert(folder) }

  /// Adds the folders that a file lies in; one file of each folder is enough.
  mutating func add(_ path: String) {
    for folder in path.foldersAbove {
      let name = folder.fileName
      guard let first = name.utf8.first, first.isASCIIDigit || first | 0x20 == UInt8(ascii: "v"),
        let version = VersionName(name)
      else { continue }
      releases[folder.folderPath, default: [:]][folder] = version
    }
  }

  /// The folders of copies.
  var folders: Set<String> {
    var folders: Set<String> = []
    for versions in releases.values where versions.count >= Self.leastReleases {
      let newest = versions.values.map(\.numbers).max { $0.lexicographicallyPrecedes($1) }
      folders.formUnion(versions.filter { $0.value.numbers != newest }.keys)
    }
    for chart in charts {
      let parent = chart.folderPath
      if parent.fileName == "charts", charts.contains(parent.folderPath) { folders.insert(chart) }
    }
    return folders
  }
}

extension String {
  /// The folders that a path lies in, outermost first.
  var foldersAbove: [String] {
    var folders: [String] = []
    var start = utf8.startIndex
    while let slash = utf8[start...].firstIndex(of: UInt8(ascii: "/")) {
      folders.append(String(self[..<slash]))
      start = utf8.index(after: slash)
    }
    return folders
  }
}
