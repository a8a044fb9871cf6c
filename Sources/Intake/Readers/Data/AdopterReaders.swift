import Diagnostics
import Markdown
import StructuredData

extension Reader {
  /// Lists of adopters in Markdown: tables, paragraphs with bold names, headings, bullets, labelled lines, logos.
  static let adoptersText = Reader(id: "adopters-text", kinds: [.adopters]) { input, facts in
    guard input.data == nil else { return [] }
    let document = input.markdown ?? GFM.document(input.source).value
    facts.adopters += adopters(in: document, input.source)
    return []
  }

  /// Lists of adopters in YAML.
  static let adoptersData = Reader(id: "adopters-data", kinds: [.adopters]) { input, facts in
    guard let data = input.data else { return [] }
    facts.adopters += AdopterData.adopters(in: data, input.source)
    return []
  }

  /// The adopters of a document, by the first of the forms that it has: whoever writes a table explains it in bullets
  /// and decorates it with logos.
  private static func adopters(in document: Document, _ source: SourceText) -> [Adopter] {
    let everything = Region.all(in: document)
    let regions = everything.filter { region in
      region.headings.last.map { !AdopterTitle.isInstruction($0) } ?? true
    }
    let hasTitle = Set(regions.map(\.headings.first)).count < 2
    func all(_ read: (Region, String?) -> [Adopter]) -> [Adopter] {
      regions.flatMap { read($0, AdopterTitle.type(of: $0.headings, isTitle: hasTitle)) }
    }
    let tables = all { AdopterTable.adopters(in: $0, type: $1, source) }
    if !tables.isEmpty || regions.contains(where: AdopterTable.isBlank) {
      return tables + listed(beside: tables, in: regions, isTitle: hasTitle, source)
    }
    let bold = bold(in: regions, isTitle: hasTitle, source)
    if bold.count > 1 { return bold }
    let headed = AdopterRecords.headed(document.blocks, source)
    if !headed.isEmpty { return headed }
    let legend = AdopterRecords.legend(in: everything.flatMap { lines($0, source) })
    let records = all { region, _ in AdopterRecords.lines(lines(region, source), legend: legend, source) }
    if !records.isEmpty { return records }
    let bullets = all { region, type in
      guard case .list = region.block.kind else { return [] }
      return AdopterList.adopters(in: region.block, type: type, source)
    }
    if !bullets.isEmpty { return bullets }
    return all { region, type in
      switch region.block.kind {
      case .html(let html):
        AdopterLogos.adopters(inHTML: html, at: region.block.lines.lowerBound, type: type, source)
      case .paragraph: AdopterLogos.adopters(in: region.block, type: type, source)
      default: []
      }
    }
  }

  /// Adopters in paragraphs that begin with a bold name; where it stands alone, what is below it tells of their use.
  private static func bold(in regions: [Region], isTitle: Bool, _ source: SourceText) -> [Adopter] {
    var adopters: [Adopter] = []
    var last: [String]?
    for region in regions {
      let type = AdopterTitle.type(of: region.headings, isTitle: isTitle)
      if let adopter = AdopterList.adopter(in: region.block, type: type, source) {
        adopters.append(adopter)
        last = region.headings
      } else if last == region.headings, adopters[adopters.count - 1].useCase == nil {
        let told = region.block.inlines.isEmpty ? region.block.children.first?.children.first : region.block
        adopters[adopters.count - 1].useCase = told.flatMap { AdopterCell($0.inlines).prose }
      }
    }
    return adopters
  }

  /// Adopters in bullets of a section of their own, in a document that has a table in another: its heading, or what
  /// introduces them, says that organizations are listed, and each bullet names one.
  private static func listed(
    beside tables: [Adopter], in regions: [Region], isTitle: Bool, _ source: SourceText
  ) -> [Adopter] {
    let tabled = Set(
      regions.filter { if case .table = $0.block.kind { true } else { false } }.map(\.headings))
    // A list by industry or by size names them again.
    let names = OrganizationNames()
    var known = Set(tables.map { names.identity(of: $0.name) })
    return regions.flatMap { region -> [Adopter] in
      guard case .list = region.block.kind, !tabled.contains(region.headings),
        region.titles.prefix(region.introduction == nil ? 1 : 2).contains(where: AdopterTitle.announcesOrganizations)
      else { return [] }
      let type = AdopterTitle.type(of: region.headings, isTitle: isTitle)
      let adopters = AdopterList.adopters(in: region.block, type: type, source)
      guard adopters.count > 1, adopters.count == region.block.children.count else { return [] }
      return adopters.filter { known.insert(names.identity(of: $0.name)).inserted }
    }
  }

  /// Lines of a block in which labelled values can stand.
  private static func lines(_ region: Region, _ source: SourceText) -> [AdopterRecords.Line] {
    switch region.block.kind {
    case .code, .paragraph: region.block.lines.map { (source.lineText($0), $0) }
    default: []
    }
  }
}
