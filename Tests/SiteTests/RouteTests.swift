import Testing

@testable import Site

@Suite struct RouteTests {
  @Test(arguments: [
    ("a/index.html", "index.html", "a/index.html"), ("index.html", "a/b/index.html", "../../index.html"),
    ("a/c/index.html#L3", "a/b/index.html", "../c/index.html#L3"), ("a/index.html#L3", "a/index.html", "#L3"),
    ("a b/é:#x/index.html", "index.html", "a%20b/%C3%A9%3A#x/index.html"),
    ("a/index.html#\u{FE0F}-setup", "b/index.html", "../a/index.html#%EF%B8%8F-setup"),
  ])
  func writesRelativeURLs(target: String, page: String, url: String) {
    #expect(Route.relative(target, from: page) == url)
  }

  @Test func keepsSegmentsInsideTheOutput() {
    #expect(Route.segments(of: ".github/../x\\y/index.html") == "dot-github/dot-./x-y/index-html")
    #expect(Route.segments(of: "a#b?c/%2e%2e%2fd: <e>") == "a-b-c/-2e-2e-2fd- -e-")
    #expect(Route.folder(ofCommunity: "rules") == "community-rules")
  }

  @Test func undoesPercentEncoding() {
    #expect(Route.decoded("a%20b%C3%A9%zz%") == "a bé%zz%")
  }

  // Vectors of FIPS 180-4 and of the well-known empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func hashesAsTheStandardSays(text: String, hash: String) {
    #expect(SHA256.hex(Array(text.utf8)) == hash)
  }

  @Test func writesDigestsInBase64() {
    #expect(SHA256.base64([]) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test func groupsThousands() {
    #expect([0, 999, 1_000, -1_234_567].map(SiteFunctions.grouped) == ["0", "999", "1,000", "-1,234,567"])
  }
}
