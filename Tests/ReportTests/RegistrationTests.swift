import TestSupport
import Testing

@Suite struct RegistrationTests {
  @Test func everyReporterIsListed() throws {
    #expect(try unlisted("Reporter", in: "Sources/Report/Reporters") == [])
  }
}
