import SitegenCLI

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@main enum Main {
  /// Works in a task and lets the first thread sleep until the process ends: an asynchronous `main` would make it wait
  /// for work that only it can do, of which there is none.
  static func main() {
    Task.detached { exit(await Sitegen.status()) }
    while true { pause() }
  }
}
