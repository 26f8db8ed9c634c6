import Foundation
import KinerjaCore
import Testing

@Suite struct InstantTests {
  // 1970-01-01 07:00 in Jakarta is the origin; 1 000 000 000 s is 2001-09-09 01:46:40 UTC.
  @Test func `known instants`() throws {
    #expect(try Instant("1970-01-01", hour: 7, in: .wib).secondsSince1970 == 0)
    let billion = try Instant(secondsSince1970: 1_000_000_000)
    #expect(billion.description == "2001-09-09T01:46:40Z")
    #expect(billion.iso(in: .wita) == "2001-09-09T09:46:40+08:00")
    #expect(billion.text(in: .wit, .indonesian) == "9 September 2001 pukul 10.46.40 WIT")
    #expect(billion.text(in: .wib, .english) == "9 September 2001, 08:46:40 WIB")
  }

  @Test func `one instant lies on two days, east and west of midnight`() throws {
    let instant = try Instant("2026-12-31", hour: 23, minute: 30, in: .wib)
    #expect(Zone.wib.day(of: instant) == "2026-12-31")
    #expect(Zone.wita.day(of: instant) == "2027-01-01")
    #expect(Zone.wit.day(of: instant) == "2027-01-01")
    #expect(instant.iso(in: .wit) == "2027-01-01T01:30:00+09:00")
  }

  @Test(arguments: Zone.allCases)
  func `a day ends one second before the next begins`(zone: Zone) throws {
    let days: [Day] = ["1969-12-31", "2024-02-28", "2024-02-29", "2026-12-31"]
    for day in days {
      let next = try day + 1
      #expect(zone.firstSecond(of: next) - zone.lastSecond(of: day) == 1)
      #expect(zone.lastSecond(of: day) - zone.firstSecond(of: day) == 86_399)
      #expect(zone.day(of: zone.firstSecond(of: day)) == day)
      #expect(zone.day(of: zone.lastSecond(of: day)) == day)
      #expect(
        try zone.lastSecond(of: day) == Instant(day, hour: 23, minute: 59, second: 59, in: zone))
    }
  }

  @Test func `zones are an hour apart`() {
    let day: Day = "2026-06-30"
    #expect(Zone.wib.lastSecond(of: day) - Zone.wita.lastSecond(of: day) == 3_600)
    #expect(Zone.wita.lastSecond(of: day) - Zone.wit.lastSecond(of: day) == 3_600)
  }

  @Test(arguments: Zone.allCases)
  func `text in a zone comes back`(zone: Zone) throws {
    for seconds: Int64 in [-62_135_596_800, -1, 0, 1, 951_782_399, 1_798_729_199] {
      let instant = try Instant(secondsSince1970: seconds)
      #expect(try Instant(iso: instant.iso(in: zone)) == instant)
      #expect(try Instant(iso: instant.description) == instant)
      let clock = zone.clock(at: instant)
      #expect(
        try Instant(
          clock.day, hour: clock.hour, minute: clock.minute, second: clock.second, in: zone)
          == instant)
    }
  }

  @Test func `other offsets are read`() throws {
    let noon: Instant = "2026-01-01T12:00:00Z"
    #expect(try Instant(iso: "2026-01-01T06:30:00-05:30") == noon)
    #expect(try Instant(iso: "2026-01-01T19:00:00+07:00") == noon)
    #expect(try Instant(iso: "2026-01-01T12:00:00-00:00") == noon)
  }

  @Test(arguments: [
    "", "2026-01-01", "2026-01-01T12:00:00", "2026-01-01 12:00:00Z", "2026-01-01T12:00:00z",
    "2026-01-01T12:00Z", "2026-01-01T12:00:00.5Z", "2026-01-01T24:00:00Z", "2026-01-01T23:60:00Z",
    "2026-12-31T23:59:60Z", "2026-02-30T12:00:00Z", "2026-01-01T12:00:00+0800",
    "2026-01-01T12:00:00+24:00", "2026-01-01T1a:00:00Z", "2026-01-01T12:00:00 08:00",
  ])
  func `a text that is no instant with offset is refused`(text: String) {
    #expect(throws: InvalidInstant.self) { try Instant(iso: text) }
  }

  @Test func `the ends of the calendar hold in every zone`() throws {
    for zone in Zone.allCases {
      #expect(zone.day(of: .first) == .first)
      #expect(zone.day(of: .last) == .last)
      #expect(zone.firstSecond(of: .first) == .first)
      #expect(zone.day(of: zone.lastSecond(of: .last)) == .last)
    }
    #expect(throws: InvalidInstant.outOfRange) { try Instant(secondsSince1970: .min) }
    #expect(throws: InvalidInstant.outOfRange) { try Instant.last.advanced(bySeconds: 1) }
    #expect(throws: InvalidInstant.outOfRange) { try Instant.last.advanced(bySeconds: .max) }
    #expect(throws: InvalidInstant.outOfRange) { try Instant(Day.first, in: .wib) }
  }

  @Test func `an instant is coded as UTC text, a zone as its abbreviation`() throws {
    let data = try JSONEncoder().encode(["2026-12-31T23:59:59+08:00" as Instant])
    #expect(String(decoding: data, as: UTF8.self) == #"["2026-12-31T15:59:59Z"]"#)
    #expect(try JSONDecoder().decode([Instant].self, from: data) == ["2026-12-31T15:59:59Z"])
    #expect(try JSONDecoder().decode([Zone].self, from: Data(#"["WITA"]"#.utf8)) == [.wita])
  }
}
