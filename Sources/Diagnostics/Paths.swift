/// Paths as texts, with `/` between names; nothing is asked of a disk.
extension StringProtocol {
  /// The folder that a path lies in; empty at the root.
  public var parentFolder: SubSequence {
    lastPlace(ofByte: UInt8(ascii: "/")).map { self[..<$0] } ?? self[..<startIndex]
  }

  /// The same as a text of its own.
  public var folderPath: String { String(parentFolder) }

  /// The last name in a path; empty where it has none.
  public var fileName: SubSequence {
    let name = withBytes { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
      var start = end
      while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
      return start..<end
    }
    return part(name)
  }

  /// The last name in a path up to its first dot.
  public var fileStem: SubSequence {
    let name = fileName
    return name[..<(name.firstPlace(ofByte: UInt8(ascii: ".")) ?? name.endIndex)]
  }

  /// The names in a path: what stands between its slashes, without what is empty.
  ///
  /// To split a text at a character takes thirty times as long, as each character is put together first.
  public var pathNames: [SubSequence] {
    return withBytes { bytes in
      var names: [SubSequence] = []
      names.reserveCapacity(bytes.count(of: UInt8(ascii: "/")) + 1)
      var start = 0
      while start < bytes.count {
        let end = bytes.firstPlace(of: UInt8(ascii: "/"), from: start) ?? bytes.count
        if end > start { names.append(part(start..<end)) }
        start = end + 1
      }
      return names
    }
  }

  /// What stands at these bytes.
  private func part(_ bytes: Range<Int>) -> SubSequence {
    let start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
    return self[start..<utf8.index(start, offsetBy: bytes.count)]
  }

  /// Whether a path lies in a folder, both with `/` between names; all lie in the one without a name.
  public func isInside(_ folder: String) -> Bool {
    guard !folder.isEmpty else { return true }
    let rest = utf8.dropFirst(folder.utf8.count)
    return rest.first == UInt8(ascii: "/") && utf8.starts(with: folder.utf8)
  }

  /// The path of a name, or of a path, inside of a folder.
  public func path(in folder: String) -> String { folder.isEmpty ? String(self) : "\(folder)/\(self)" }

  /// The path inside of a folder that it lies in; the whole path for the folder without a name.
  public func below(_ folder: String) -> String {
    guard !folder.isEmpty else { return String(self) }
    return String(self[(utf8.index(startIndex, offsetBy: folder.utf8.count + 1, limitedBy: endIndex) ?? endIndex)...])
  }
}
