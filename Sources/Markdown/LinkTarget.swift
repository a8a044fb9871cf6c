/// Where a link of a document leads once the document is a page.
public enum LinkTarget: Sendable, Hashable {
  /// A page or an anchor of this site, as a URL relative to the page.
  case site(String)
  /// An address outside the site; only `http`, `https` and `mailto` are followed.
  case external(String)
  /// Nowhere: the text is shown without a link.
  case none

  /// The target of a destination as written, for a document that stands alone: anchors and safe addresses are kept.
  public static func standalone(_ destination: String) -> LinkTarget {
    if destination.utf8.first == UInt8(ascii: "#") { return .site(destination) }
    return isSafeAddress(destination) ? .external(destination) : .none
  }

  /// An address as a page may link to it: of a safe scheme, with what may not stand in an address percent-encoded.
  public static func safeAddress(_ address: String) -> String? {
    isSafeAddress(address) ? HTMLEscape.address(address) : nil
  }

  /// Whether an address has one of the schemes a page may link to.
  public static func isSafeAddress(_ address: String) -> Bool {
    func begins(_ scheme: StaticString) -> Bool {
      scheme.withUTF8Buffer { scheme in
        address.utf8.count >= scheme.count
          && zip(address.utf8, scheme).allSatisfy { $0 == $1 || $1 >= UInt8(ascii: "a") && $0 | 0x20 == $1 }
      }
    }
    // Most destinations are paths.
    guard let first = address.utf8.first, first | 0x20 == UInt8(ascii: "h") || first | 0x20 == UInt8(ascii: "m") else {
      return false
    }
    return begins("https://") || begins("http://") || begins("mailto:")
  }
}
