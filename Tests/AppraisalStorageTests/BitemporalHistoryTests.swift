import AppraisalStorage
import KinerjaCore
import Testing

@Suite struct BitemporalHistoryTests {
  /// Days of attendance in a stretch of days, as somebody entered it.
  struct Attendance: Codable, Hashable, Sendable {
    var days: Int?
    var period: DayRange
    var entered: Instant
  }

  static let stream = StreamID(tenant: "kendari", collection: "attendance", id: "p-01")

  static func day(_ text: String) throws -> Day { try Day(iso: text) }

  static func range(_ from: String, _ through: String?) throws -> DayRange {
    try DayRange(from: day(from), through: through.map(day))
  }

  static func noon(_ day: String) throws -> Instant {
    try Instant(Self.day(day), hour: 12, in: .wita)
  }

  /// First report in April, a correction of March in June, another of May after 1 July.
  static func facts() throws -> [Attendance] {
    [
      Attendance(
        days: 20, period: try range("2026-01-01", "2026-06-30"), entered: try noon("2026-04-02")),
      Attendance(
        days: 18, period: try range("2026-03-01", "2026-03-31"), entered: try noon("2026-06-20")),
      Attendance(
        days: 15, period: try range("2026-05-01", nil), entered: try noon("2026-07-03")),
      Attendance(
        days: nil, period: try range("2026-06-01", "2026-06-10"), entered: try noon("2026-07-04")),
    ]
  }

  static func history(_ store: some AppraisalStore) async throws -> BitemporalHistory<Int> {
    try await store.bitemporalHistory(of: stream, CodableCodec<Attendance>()) { fact in
      BitemporalStatement(fact.days, on: fact.period, recorded: fact.entered)
    }
  }

  static func write(_ facts: [Attendance], to store: some AppraisalStore) async throws {
    let codec = CodableCodec<Attendance>()
    for (number, fact) in facts.enumerated() {
      _ = try await store.commit(
        Batch(
          tenant: "kendari", idempotencyKey: KeyText("f\(number)"),
          [.append(stream, [codec.encode(fact)], expecting: .exactly(UInt64(number)))]))
    }
  }

  @Test func `erased events are passed over and named`() async throws {
    let store = MemoryStore()
    try await Self.write(Self.facts(), to: store)
    try await store.eraseEvents(of: Self.stream, in: 1..<2)
    let history = try await Self.history(store)
    #expect(history.erased == [1] && history.statements.map(\.position) == [0, 2, 3])
    #expect(history.known.value(on: try Self.day("2026-03-10")) == 20)
  }

  /// Stretches as text: first and last day, days of attendance, position of the event.
  private func lines(_ stretches: [KnownStretch<Int>]) -> [String] {
    stretches.map { stretch in
      "\(stretch.days.from)…\(stretch.days.through.map(String.init(describing:)) ?? "") "
        + "\(stretch.value) #\(stretch.position)"
    }
  }

  static let beforeJuly = [
    "2026-01-01…2026-02-28 20 #0", "2026-03-01…2026-03-31 18 #1", "2026-04-01…2026-06-30 20 #0",
  ]
  static let now = [
    "2026-01-01…2026-02-28 20 #0", "2026-03-01…2026-03-31 18 #1", "2026-04-01…2026-04-30 20 #0",
    "2026-05-01…2026-05-31 15 #2", "2026-06-11…2026-06-30 15 #2",
  ]

  @Test(arguments: [false, true])
  func `what we knew on 1 July about semester 1`(inFolder: Bool) async throws {
    let folder = try TemporaryFolder()
    let semester = try Period.semester(year: 2026, 1)
    func check(_ store: some AppraisalStore) async throws {
      try await Self.write(Self.facts(), to: store)
      let history = try await Self.history(store)
      let then = history.known(on: try Self.day("2026-07-01"), in: .wita).during(semester)
      #expect(lines(then) == Self.beforeJuly)
      #expect(lines(history.known.during(semester)) == Self.now)
      #expect(history.known(on: try Self.day("2026-04-01"), in: .wita).stretches == [])
      await store.shutdown()
    }
    if inFolder {
      try await check(FolderStore(at: folder.path, disk: .quick))
    } else {
      try await check(MemoryStore())
    }
  }

  @Test func `a moment counts to the second`() async throws {
    let store = MemoryStore()
    try await Self.write(Self.facts(), to: store)
    let history = try await Self.history(store)
    let entered = try Self.noon("2026-06-20")
    let march = try Self.day("2026-03-15")
    #expect(history.known(at: entered).value(on: march) == 18)
    let before = try Instant(secondsSince1970: entered.secondsSince1970 - 1)
    #expect(history.known(at: before).value(on: march) == 20)
  }

  @Test func `of two statements the later event holds, whatever its clock said`() throws {
    let days = try Self.range("2026-01-01", "2026-01-31")
    let history = BitemporalHistory([
      BitemporalStatement("first", on: days, recorded: try Self.noon("2026-02-05")),
      BitemporalStatement("second", on: days, recorded: try Self.noon("2026-02-03")),
    ])
    #expect(history.known.value(on: days.from) == "second")
    #expect(
      history.known(on: try Self.day("2026-02-04"), in: .wib).value(on: days.from) == "second")
  }

  @Test func `without events nothing is known`() async throws {
    let history = try await Self.history(MemoryStore())
    #expect(history.known.stretches == [] && history.known.value(on: .first) == nil)
  }

  @Test func `all days there are, to the ends of the calendar`() throws {
    let moment = try Self.noon("2026-01-01")
    let whole = try DayRange(from: .first, through: .last)
    let history = BitemporalHistory([
      BitemporalStatement(1, on: .always, recorded: moment),
      BitemporalStatement(2, on: DayRange(only: .last), recorded: moment),
      BitemporalStatement(3, on: DayRange(only: .first), recorded: moment),
    ])
    let known = history.known
    #expect(known.value(on: .first) == 3 && known.value(on: .last) == 2)
    #expect(known.stretches.map(\.value) == [3, 1, 2])
    #expect(known.during(whole).count == 3)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `day by day it is the last statement that covers the day`(seed: UInt64) throws {
    var state = seed
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let start = try Self.day("2026-01-01")
    let moment = try Self.noon("2026-01-01")
    let statements = try (0..<draw(20)).map { number in
      let from = try start + draw(40)
      let through = draw(6) == 0 ? nil : try from + draw(20)
      return BitemporalStatement(
        draw(5) == 0 ? nil : number, on: try DayRange(from: from, through: through),
        recorded: moment)
    }
    let known = BitemporalHistory(statements).known
    for offset in 0..<80 {
      let day = try start + offset
      let last = statements.last { $0.days.contains(day) }
      #expect(known.value(on: day) == last?.value ?? nil, "day \(offset)")
      #expect(
        known.during(DayRange(only: day)).map(\.value) == [last?.value].compactMap { $0 ?? nil })
    }
    for (left, right) in zip(known.stretches, known.stretches.dropFirst()) {
      #expect(left.days.lastDay < right.days.from)
    }
  }

  @Test func `an event that cannot be read is named by its position`() async throws {
    let store = MemoryStore()
    try await Self.write(Self.facts(), to: store)
    _ = try await store.commit(
      Batch(
        tenant: "kendari", idempotencyKey: "x",
        [.append(Self.stream, [Payload(schema: 9, utf8: "{}")], expecting: .exactly(4))]))
    await #expect(
      throws: BitemporalError.payload(position: 4, .unknownSchema(found: 9, supported: 1))
    ) { try await Self.history(store) }
  }
}
