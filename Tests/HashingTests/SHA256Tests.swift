import CSystem
import Testing

@testable import Hashing

@Suite struct SHA256Tests {
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

  private func portable(_ message: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      message.withUnsafeBufferPointer { csystem_sha256_portable($0.baseAddress, $0.count, digest.baseAddress) }
      count = 32
    }
  }

  @Test func isTheSameWithAndWithoutTheProcessorsInstructions() {
    // Every length of the last block, and a few blocks before it.
    for count in 0..<200 {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ count) }
      #expect(SHA256.digest(message) == portable(message), "\(count) bytes")
    }
  }

  @Test func writesDigestsInBase64() {
    #expect(SHA256.base64([]) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}
