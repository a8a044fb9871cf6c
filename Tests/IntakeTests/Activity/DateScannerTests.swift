import Intake
import StructuredData
import Testing

@Suite struct DateScannerTests {
  @Test(arguments: [
    ("held February 9 - 10, 2021 online", "2021-02-09", "2021-02-10"),
    ("Raleigh ... Oct 15, 2021", "2021-10-15", "2021-10-15"),
    ("alice avatar Jul 04 '24 15:07 alice", "2024-07-04", "2024-07-04"),
    ("currently (2021/06/01) has 4", "2021-06-01", "2021-06-01"),
    ("on 28-01-2025, and", "2025-01-28", "2025-01-28"),
    ("on 07-02-2024 we", "2024-02-07", "2024-02-07"),
    ("10-JULY-2024", "2024-07-10", "2024-07-10"),
    ("15-JUN-2023.", "2023-06-15", "2023-06-15"),
    ("01-May-2025", "2025-05-01", "2025-05-01"),
    ("4 April, 2022", "2022-04-04", "2022-04-04"),
    ("the 28th of January 2025", "2025-01-28", "2025-01-28"),
    ("August 2025", "2025-08-01", "2025-08-31"),
    ("226 contributors from July 2023-24", "2023-07-01", "2024-07-31"),
    ("updated on 2024-04-12 15:48:53 UTC.", "2024-04-12", "2024-04-12"),
    ("2024-04-12T15:48:53Z", "2024-04-12", "2024-04-12"),
    ("September 15 – 16, 2021", "2021-09-15", "2021-09-16"),
    ("September 15 â€“ 16, 2021", "2021-09-15", "2021-09-16"),
    ("May 30 - June 2, 2023", "2023-05-30", "2023-06-02"),
    ("Dec 30 - Jan 2, 2023", "2022-12-30", "2023-01-02"),
    ("30 May – 2 June 2023", "2023-05-30", "2023-06-02"),
    ("15-16 September 2021", "2021-09-15", "2021-09-16"),
    ("Sept. 3rd, 2020", "2020-09-03", "2020-09-03"),
    ("10/27/2023", "2023-10-27", "2023-10-27"),
    ("2021 May 21", "2021-05-21", "2021-05-21"),
    ("Q3 2024", "2024-07-01", "2024-09-30"),
    ("since 2019", "2019-01-01", "2019-12-31"),
    ("03/04/2023", "2023-01-01", "2023-12-31"),
    ("accepted on 20211109, and", "2021-11-09", "2021-11-09"),
    ("As of Apr-22-2019 (stats)", "2019-04-22", "2019-04-22"),
    ("on 8th of September 2020.", "2020-09-08", "2020-09-08"),
    ("as of 2026-03.", "2026-03-01", "2026-03-31"),
    ("12 adopters (2024-02)", "2024-02-01", "2024-02-29"),
  ])
  func findsDate(text: String, first: String, last: String) {
    let found = DateScanner.dates(in: text)
    #expect(found.count == 1)
    #expect(found.first?.first.description == first)
    #expect(found.first?.last.description == last)
  }

  /// Every spelling of situation S53 of the reference, in its order.
  @Test(arguments: [
    ("23-04-2024", "2024-04-23"), ("10-JULY-2024", "2024-07-10"), ("15-JUN-2023", "2023-06-15"),
    ("01-May-2025", "2025-05-01"), ("2022-04-19", "2022-04-19"), ("2020/08/19", "2020-08-19"),
    ("(2021/06/01)", "2021-06-01"), ("4 April, 2022", "2022-04-04"), ("28-01-2025", "2025-01-28"),
    ("August 2025", "2025-08-31"), ("July 2023-24", "2024-07-31"),
  ])
  func readsEverySpellingOfS53(text: String, last: String) {
    #expect(DateScanner.dates(in: "It was so on \(text).").map(\.last.description) == [last])
  }

  @Test(arguments: [
    "20239999 users", "id 120211109", "version 1.2.2023 of it", "https://example.org/2022/03/14/post", "v2024-01-02",
    "we may 5 times", "2024",
    "10 maintainers", "October 11-15", "31-02-2024", "#2021", "$DD-MMM-YYYY", "2021-09-07-12", "12:30", "",
    "issues/2024-01-02.md", "2024-13", "2024-1", "v2024-01", "2024-01/x", "in 2562 stars",
  ])
  func findsNone(text: String) { #expect(DateScanner.dates(in: text).isEmpty) }

  @Test func takesGivenYearWhenNoneIsWritten() {
    let found = DateScanner.dates(in: "L.A. .... October 11-15", assumingYear: 2021)
    #expect(found.first?.first == CalendarDate(year: 2021, month: 10, day: 11))
    #expect(found.first?.last == CalendarDate(year: 2021, month: 10, day: 15))
    #expect(found.first?.isYearAssumed == true)
    #expect(DateScanner.dates(in: "we may 5 of 10 may", assumingYear: 2021).isEmpty)
  }

  @Test func saysWhereEachDateStands() {
    let text = "a Oct 15, 2021 b 2022-01-02 c"
    let ranges = DateScanner.dates(in: text).map(\.range)
    #expect(ranges == [2..<14, 17..<27])
  }
}
