import Glibc

/// What is fuzzed; the environment's `TARGET` names one.
private enum Target: String {
  case load, render, markdown, html, markup, data, readers, configuration, git

  func run(_ bytes: [UInt8]) {
    switch self {
    case .load: TemplateTargets.load(bytes)
    case .render: TemplateTargets.render(bytes)
    case .markdown: DocumentTargets.markdown(bytes)
    case .html: DocumentTargets.html(bytes)
    case .markup: DocumentTargets.markup(bytes)
    case .data: DataTargets.data(bytes)
    case .readers: DocumentTargets.readers(bytes)
    case .configuration: DataTargets.configuration(bytes)
    case .git: GitTarget.answers(bytes)
    }
  }
}

private let target: Target = {
  guard let target = getenv("TARGET").flatMap({ Target(rawValue: String(cString: $0)) }) else {
    fatalError("TARGET names nothing that is fuzzed")
  }
  return target
}()

/// The entry of libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ fuzz: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where the program begins, as the package manager names it in a debug build; libFuzzer's own `main` is not asked.
@_cdecl("fuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, fuzz)
}
