import KinerjaCore
import KinerjaTables
import Synchronization
import Testing

@Suite struct ParallelBlocksTests {
  private static let numbers = (0..<10_000).map { RandomStream(seed: 4).normal(at: $0) * 1e6 }

  private static func moments(threads: Int) throws -> Moments? {
    try ParallelBlocks(threads: threads).reduce(count: numbers.count, size: 37) { rows in
      Moments(numbers[rows])
    } merge: {
      $0.merge($1)
    }
  }

  @Test(arguments: [2, 3, 7, 64])
  func `the bits do not depend on the number of threads`(threads: Int) throws {
    let one = try #require(try Self.moments(threads: 1))
    for _ in 0..<20 {
      let many = try #require(try Self.moments(threads: threads))
      #expect(many.mean?.bitPattern == one.mean?.bitPattern)
      #expect(many.variance?.bitPattern == one.variance?.bitPattern)
    }
  }

  @Test(arguments: [1, 3])
  func `blocks come back in order and cover every row once`(threads: Int) throws {
    for count in [0, 1, 9, 10, 11, 100] {
      let ranges = try ParallelBlocks(threads: threads).map(count: count, size: 10) { $0 }
      #expect(ranges.flatMap(Array.init) == Array(0..<count))
      #expect(ranges.dropLast().allSatisfy { $0.count == 10 })
    }
  }

  @Test func `nothing to reduce gives nothing`() throws {
    let sum = try ParallelBlocks(threads: 2).reduce(count: 0, size: 5) {
      $0.count
    } merge: {
      $0 += $1
    }
    #expect(sum == nil)
  }

  @Test func `progress is told one block at a time, in ascending counts`() throws {
    let told = Mutex<[Int]>([])
    let parallel = ParallelBlocks(threads: 3) { progress in
      #expect(progress.total == 25)
      told.withLock { $0.append(progress.done) }
    }
    _ = try parallel.map(blocks: 25) { $0 }
    #expect(told.withLock(\.self) == Array(1...25))
  }

  @Test func `a cancelled task begins nothing`() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      let begun = Atomic<Int>(0)
      #expect(throws: CancellationError.self) {
        try ParallelBlocks(threads: 1).map(blocks: 9) { _ in begun.add(1, ordering: .relaxed) }
      }
      return begun.load(ordering: .relaxed)
    }
    #expect(await task.value == 0)
  }

  @Test(arguments: [1, 3])
  func `a task cancelled on the way stops all threads`(threads: Int) async {
    let task = Task {
      let begun = Atomic<Int>(0)
      let helped = Atomic<Int>(0)
      #expect(throws: CancellationError.self) {
        try ParallelBlocks(threads: threads).map(blocks: 100_000) { block in
          begun.add(1, ordering: .relaxed)
          // Only the caller's thread is in the task; it waits until another one works too.
          let isCaller = withUnsafeCurrentTask { $0 != nil }
          if !isCaller { helped.add(1, ordering: .relaxed) }
          guard isCaller, block > 20 else { return }
          let deadline = ContinuousClock.now + .seconds(5)
          while threads > 1, helped.load(ordering: .relaxed) == 0, .now < deadline {}
          withUnsafeCurrentTask { $0?.cancel() }
        }
      }
      return begun.load(ordering: .relaxed)
    }
    let begun = await task.value
    #expect(begun < 100_000)
    if threads == 1 { #expect(begun == 22) }
  }

  @Test func `reading stops when its task is cancelled`() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return #expect(throws: InvalidInput.self) {
        try CSVReader(CSVLayout([.code("a")])).read(text: "a\nx\n", as: "a.csv")
      }
    }
    let error = await task.value
    #expect(error?.problems.map(\.code) == ["tables.reading-cancelled"])
  }
}
