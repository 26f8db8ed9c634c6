import Foundation
import KinerjaCore
import Testing

@Suite struct DayRangeTests {
  @Test func `both ends are included`() {
    let range: DayRange = "2026-01-01/2026-06-30"
    #expect(range.contains("2026-01-01") && range.contains("2026-06-30"))
    #expect(!range.contains("2025-12-31") && !range.contains("2026-07-01"))
    #expect(range.count == 181)
    #expect(Array(range).count == 181)
    #expect(DayRange(only: "2024-02-29").count == 1)
  }

  @Test func `a range without end has every later day and no count`() {
    let range: DayRange = "2026-01-01/.."
    #expect(range.isOpen && range.count == nil && range.through == nil)
    #expect(range.contains(Day.last) && !range.contains("2025-12-31"))
    #expect(range.encloses("2026-05-01/.."))
    #expect(!("2026-01-01/9999-12-31" as DayRange).encloses(range))
    #expect(DayRange.always.encloses(range))
  }

  @Test func `a reversed range is refused`() {
    #expect(throws: InvalidDayRange.reversed(from: "2026-02-01", through: "2026-01-31")) {
      try DayRange(from: "2026-02-01", through: "2026-01-31")
    }
  }

  @Test func `overlap, intersection and adjacency`() {
    let first: DayRange = "2026-01-01/2026-06-30"
    let second: DayRange = "2026-07-01/.."
    let middle: DayRange = "2026-06-30/2026-07-01"
    #expect(!first.overlaps(second) && first.intersection(second) == nil)
    #expect(first.isAdjacent(to: second) && second.isAdjacent(to: first))
    #expect(!first.isAdjacent(to: middle) && first.overlaps(middle))
    #expect(first.intersection(middle) == "2026-06-30/2026-06-30")
    #expect(second.intersection(middle) == "2026-07-01/2026-07-01")
    #expect(second.intersection("2026-01-01/..") == second)
    #expect(!("2026-01-01/.." as DayRange).isAdjacent(to: "2027-01-01/.."))
  }

  @Test func `gaps are what is left`() {
    let year: DayRange = "2026-01-01/2026-12-31"
    #expect(
      year.gaps(leftBy: ["2026-03-01/2026-03-31", "2025-06-01/2026-01-31", "2026-12-01/.."])
        == ["2026-02-01/2026-02-28", "2026-04-01/2026-11-30"])
    #expect(year.gaps(leftBy: []) == [year])
    #expect(year.gaps(leftBy: ["2026-01-01/2026-06-30", "2026-07-01/2026-12-31"]) == [])
    #expect(("2026-01-01/.." as DayRange).gaps(leftBy: [year]) == ["2027-01-01/.."])
    #expect(
      ("2026-01-01/.." as DayRange).gaps(leftBy: ["2026-02-01/.."]) == ["2026-01-01/2026-01-31"])
  }

  /// Every set of two short ranges in a window of eight days, against counting day by day.
  @Test func `joining and gaps agree with counting days`() throws {
    let base: Day = "2024-02-26"
    var ranges: [DayRange] = []
    for start in 0..<8 {
      for length in 0..<(8 - start) {
        ranges.append(try DayRange(from: base + start, through: base + start + length))
      }
    }
    let window = try DayRange(from: base + 1, through: base + 6)
    for one in ranges {
      for two in ranges {
        let covered = Set(one).union(two)
        let joined = DayRange.joined([two, one])
        #expect(joined.flatMap(Array.init) == covered.sorted())
        #expect(zip(joined, joined.dropFirst()).allSatisfy { !$0.isAdjacent(to: $1) })
        let gaps = window.gaps(leftBy: [two, one])
        #expect(gaps.flatMap(Array.init) == window.filter { !covered.contains($0) })
        #expect(one.intersection(two).map(Set.init) ?? [] == Set(one).intersection(two))
        #expect(one.overlaps(two) == !Set(one).isDisjoint(with: two))
        #expect(one.encloses(two) == Set(one).isSuperset(of: two))
      }
    }
  }

  @Test func `text and code come back`() throws {
    for text in ["2026-01-01/2026-06-30", "2026-01-01/..", "2024-02-29/2024-02-29"] {
      let range = try DayRange(text: text)
      #expect(range.description == text)
      let data = try JSONEncoder().encode(range)
      #expect(try JSONDecoder().decode(DayRange.self, from: data) == range)
    }
    #expect(
      ("2026-01-01/2026-06-30" as DayRange).text(in: .indonesian)
        == "1 Januari 2026 s.d. 30 Juni 2026")
    #expect(("2026-01-01/.." as DayRange).text(in: .english) == "from 1 January 2026")
  }

  @Test(arguments: [
    "", "2026-01-01", "2026-01-01/", "../2026-01-01", "2026-01-01/2026-02-30", "a/b/c",
  ])
  func `a text that is no range is refused`(text: String) {
    #expect(throws: InvalidDayRange.self) { try DayRange(text: text) }
  }

  @Test func `ranges sort by first day, then by last, none last`() {
    let sorted: [DayRange] = ["2026-01-01/2026-01-31", "2026-01-01/..", "2026-01-02/2026-01-02"]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
