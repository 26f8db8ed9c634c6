import KinerjaCore
import KinerjaTables
import RuleLanguage
import Synchronization
import Testing
import WeightedScoring

@Suite struct ColumnBordersTests {
  /// Numbers from −50 to 150, none of them missing.
  static func numbers(_ count: Int) -> [Int16] { (0..<count).map { Int16($0 &* 7919 % 201 - 50) } }

  // A strip has 1024 rows, a block 65 536.
  @Test(arguments: [0, 1, 1023, 1024, 1025, 65_535, 65_536, 65_537])
  func `nobody is lost or doubled where strips and blocks end`(count: Int) throws {
    let scorer = try ColumnRule.scorer("2 * x")
    let numbers = Self.numbers(count)
    let people = RuleColumns(count: count, ["x": .numbers(numbers)])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    let low = numbers.count { $0 < 0 }
    let middle = numbers.count { (0...5).contains($0) }
    #expect(scores.counts == [low, middle, count - low - middle, 0])
    #expect(scores.categories.count == count)
    let sum = numbers.reduce(0) { $0 + 2 * Int64($1) }
    #expect(scores.sum(of: "out")?.exact == Ratio(sum) && scores.sum(of: "out")?.count == count)
    #expect(scores.values(of: "out")?.values == numbers.map { 2 * Double($0) })
  }

  @Test func `any number of threads gives the same bits`() throws {
    let scorer = try ColumnRule.scorer(
      "100 * x / (y - 7)", inputs: ["x", "y"].map { ColumnRule.number($0) })
    let count = 200_000
    let people = RuleColumns(
      count: count,
      [
        "x": .numbers(Self.numbers(count)),
        "y": .numbers((0..<count).map { Int32($0 % 40_000 * 31) }, decimals: 1),
      ])
    func scores(_ threads: Int) throws -> CrowdScores {
      try scorer.scores(of: people, keeping: ["out"], parallel: ParallelBlocks(threads: threads))
    }
    let one = try scores(1)
    #expect(one.sum(of: "out")?.exact == nil && one.sum(of: "out")?.bounds != nil)
    for threads in [2, 3, 7] {
      let other = try scores(threads)
      #expect(other.categories == one.categories && other.counts == one.counts)
      #expect(other.sum(of: "out") == one.sum(of: "out") && other.missing == one.missing)
      #expect(
        other.values(of: "out")?.values.map(\.bitPattern)
          == one.values(of: "out")?.values.map(\.bitPattern))
      #expect(other.values(of: "out")?.bound == one.values(of: "out")?.bound)
    }
  }

  @Test func `a missing bit is missing where it is`() throws {
    let scorer = try ColumnRule.scorer("x + 1")
    let numbers = Self.numbers(130)
    for place in 0..<130 {
      let column = RuleColumn.numbers(numbers, missing: BitSet([place]))
      let scores = try scorer.scores(
        of: RuleColumns(count: 130, ["x": column]), parallel: ParallelBlocks(threads: 1))
      #expect(scores.categories.firstIndex(of: 255) == place)
      #expect(scores.counts.reduce(0, +) == 129 && scores.missing == [.needs("x"): 1])
    }
  }

  @Test func `progress is told, and a task that is cancelled stops`() async throws {
    let scorer = try ColumnRule.scorer("x")
    let people = RuleColumns(count: 200_000, ["x": .numbers(Self.numbers(200_000))])
    let told = Mutex<[Int]>([])
    let parallel = ParallelBlocks(threads: 2) { progress in
      told.withLock { $0.append(progress.done) }
    }
    _ = try scorer.scores(of: people, parallel: parallel)
    #expect(told.withLock { $0 } == [1, 2, 3, 4])
    let codes = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(InvalidInput) {
        _ = try scorer.scores(of: people)
        return [] as [String]
      } catch {
        return error.problems.map(\.code)
      }
    }.value
    #expect(codes == ["rules.cancelled"])
  }

  @Test(arguments: ["sum(tasks.done)", "mean(tasks.done / 3)", "max(tasks.done) - count(tasks)"])
  func `lists without elements and with thousands`(formula: String) throws {
    let lengths = [0, 3000, 0, 1, 0, 0] + Array(repeating: 2, count: 260) + [0]
    var starts = [0]
    for length in lengths { starts.append(starts[starts.count - 1] + length) }
    let people = RuleColumns(
      count: lengths.count,
      [
        "tasks": .list(
          starts: starts, ["done": .numbers(Self.numbers(starts[lengths.count]))],
          missing: BitSet([2, 5]))
      ])
    let scorer = try ColumnRule.scorer(formula, inputs: [], lists: [ColumnProblemsTests.tasks])
    let scores = try scorer.scores(of: people, keeping: ["out"])
    try ColumnsAgreeTests.expect(scores, of: people, by: scorer)
  }

  // Five million operations are allowed for one person.
  @Test func `a list that is too long refuses its person, not the others`() throws {
    let starts = [0, 2, 2_600_002, 2_600_003]
    let people = RuleColumns(
      count: 3,
      [
        "tasks": .list(
          starts: starts, ["done": .numbers(Array(repeating: Int8(1), count: starts[3]))])
      ])
    let scorer = try ColumnRule.scorer(
      "sum(tasks.done)", inputs: [], lists: [ColumnProblemsTests.tasks])
    let scores = try scorer.scores(of: people)
    #expect(scores.refusedCount == 1 && scores.counts == [0, 2, 0, 0])
    #expect(
      scores.problems.all.map { "\($0.place.path) \($0.code)" }
        == ["[1].tasks rules.too-much-work"])
  }
}
