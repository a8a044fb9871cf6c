import TestSupport
import Testing

@Suite struct RegistrationTests {
  @Test func everyReaderIsListed() throws { #expect(try unlisted("Reader", in: "Sources/Intake/Readers") == []) }
}
