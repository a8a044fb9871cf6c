import FuzzSupport

/// The entry of libFuzzer: loads and renders a template.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRender(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzz.render(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
