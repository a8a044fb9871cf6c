import Intake
import StructuredData
import Testing

@testable import Site

@Suite struct MeetingDaysTests {
  /// The next day from Saturday, 21 November 2026.
  private func next(_ day: String?, _ frequency: String?) -> String? {
    MeetingTime(day: day, time: "15:00", timeZone: "UTC", frequency: frequency).next(from: Fixture.asOf)?.description
  }

  @Test func weeklyIsTheNextSuchDay() {
    #expect(next("Wednesday", "weekly") == "2026-11-25")
    #expect(next("Saturday", "weekly") == "2026-11-21")
  }

  @Test func everyTwoWeeksCountsFromTheFirstDay() {
    #expect(next("Thursdays (starting February 15th 2024)", "biweekly") == "2026-12-03")
    #expect(next("Thursday", "biweekly") == nil)
  }

  @Test func everyTwoWeeksFromAnUnknownWeekIsOneOfTwoDays() {
    func either(_ day: String, _ frequency: String) -> [String] {
      MeetingTime(day: day, time: "15:00", timeZone: "UTC", frequency: frequency).either(from: Fixture.asOf)
        .map(\.description)
    }
    #expect(either("Thursday", "biweekly") == ["2026-11-26", "2026-12-03"])
    #expect(either("Thursday", "weekly") == [])
    #expect(either("Thursdays (starting February 15th 2024)", "biweekly") == [])
  }

  @Test func monthlyIsTheSaidWeek() {
    #expect(next("Wednesday", "monthly - last Wednesday every month") == "2026-11-25")
    #expect(next("Wednesday", "monthly - first Wednesday every month") == "2026-12-02")
  }

  @Test func whatCannotBeToldIsNothing() {
    #expect(next(nil, "weekly") == nil)
    #expect(MeetingTime(day: "Monday", time: nil, timeZone: "UTC", frequency: "weekly").next(from: Fixture.asOf) == nil)
  }
}
