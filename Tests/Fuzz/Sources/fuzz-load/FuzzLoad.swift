import FuzzSupport

/// The entry of libFuzzer: loads a template.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLoad(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.load(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
