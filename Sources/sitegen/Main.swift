import SitegenCLI

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@main enum Main {
  static func main() async { exit(await Sitegen.status()) }
}
