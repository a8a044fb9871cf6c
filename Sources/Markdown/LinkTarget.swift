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
    address.withBytes { address in
      func begins(_ scheme: StaticString) -> Bool {
        scheme.withUTF8Buffer { scheme in
          address.count >= scheme.count
            && scheme.indices.allSatisfy { place in
              let (byte, letter) = (address[place], scheme[place])
              return byte == letter || letter >= UInt8(ascii: "a") && byte | 0x20 == letter
            }
        }
      }
      // Most destinations are paths.
      return switch address.first.map({ $0 | 0x20 }) {
      case UInt8(ascii: "h"): begins("https://") || begins("http://")
      case UInt8(ascii: "m"): begins("mailto:")
      default: false
      }
    }
  }
}
