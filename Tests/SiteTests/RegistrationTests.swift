import TestSupport
import Testing

@Suite struct RegistrationTests {
  @Test func everyPageIsListed() throws { #expect(try unlisted("PageKind", in: "Sources/Site/Pages") == []) }
}
