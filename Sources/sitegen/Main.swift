import SitegenCLI

@main enum Main {
  static func main() async { await Sitegen.main() }
}
