/// All filters of the language.
enum Filters {
  static let all: [FilterSpec] =
    TextFilters.all + MarkupFilters.all + NumberFilters.all + ListFilters.all + SelectionFilters.all
    + [defaultFilter, DateFilter.spec]

  private static let defaultFilter = FilterSpec(
    "default", Signature("default_value?", "boolean?"), aliases: ["d"], onUndefined: .takes,
    "the value, or `default_value` if it is undefined; with `boolean` also if it is false or empty",
    [LanguageExample("{{ nope | default('none') }} {{ '' | default('empty', true) }}", "none empty")]
  ) { value, arguments in
    if value.isUndefined || arguments.flag(1) && !value.isTruthy { return arguments[0] ?? .string("") }
    return value
  }
}
