import Dispatch
import Synchronization

/// How work over many rows is spread over processor cores, watched and stopped.
///
/// Work is cut into blocks whose borders depend on its size only, and the blocks' results come back
/// in their order; so a result does not depend on the number of threads, to the last bit.
public struct ParallelBlocks: Sendable {
  /// How much is done.
  public struct Progress: Sendable, Hashable {
    /// The blocks that are done, or the bytes where a file is read.
    public let done: Int
    /// All of them.
    public let total: Int
  }

  /// The most threads that work at once; the calling one is among them.
  public let threads: Int
  /// Told after each block or piece of a file, by one thread at a time, with ascending counts.
  public let onProgress: (@Sendable (Progress) -> Void)?

  /// Creates a way of working.
  ///
  /// - Parameters:
  ///   - threads: At least 1; as many as the machine has cores if not given.
  ///   - onProgress: Told as the work goes on, on any thread; it should return soon.
  public init(threads: Int? = nil, onProgress: (@Sendable (Progress) -> Void)? = nil) {
    self.threads = max(1, threads ?? CoreCount.value)
    self.onProgress = onProgress
  }

  /// Computes a value from each block of `0..<count`, in the order of the blocks.
  ///
  /// - Parameters:
  ///   - count: How many rows there are; nothing is done for 0.
  ///   - size: How many rows a block has; the last may have fewer.
  ///   - body: Called once a block, on any of the threads.
  /// - Throws: `CancellationError` if the task that calls is cancelled; blocks that are under way
  ///   are finished first, and the others are not begun.
  package func map<Part: Sendable>(
    count: Int, size: Int, _ body: @Sendable (Range<Int>) -> Part
  ) throws(CancellationError) -> [Part] {
    precondition(size > 0, "a block has at least one row")
    let blocks = count > 0 ? (count - 1) / size + 1 : 0
    return try map(blocks: blocks) { body($0 * size..<min(($0 + 1) * size, count)) }
  }

  /// Computes a value for each block number from 0 to below `blocks`, in their order.
  package func map<Part: Sendable>(
    blocks: Int, _ body: @Sendable (Int) -> Part
  ) throws(CancellationError) -> [Part] {
    let parts = Mutex<(list: [Part?], done: Int)>((Array(repeating: nil, count: blocks), 0))
    let next = Atomic<Int>(0)
    let isStopped = Atomic<Bool>(false)
    @Sendable func lane() {
      while !isStopped.load(ordering: .relaxed) {
        // True only on the caller's own thread, whose lane therefore stops the others.
        if Task.isCancelled {
          isStopped.store(true, ordering: .relaxed)
          return
        }
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < blocks else { return }
        let part = body(block)
        parts.withLock { state in
          state.list[block] = part
          state.done += 1
          onProgress?(Progress(done: state.done, total: blocks))
        }
      }
    }
    let lanes = min(threads, blocks)
    if lanes > 1 {
      DispatchQueue.concurrentPerform(iterations: lanes) { _ in lane() }
    } else if lanes == 1 {
      lane()
    }
    let finished = parts.withLock { $0.list.compactMap(\.self) }
    // Work that was finished before anybody noticed the cancellation stands.
    guard finished.count == blocks else { throw CancellationError() }
    return finished
  }

  /// Computes a value from each block and merges them, first to last.
  ///
  /// - Returns: Nothing if there is no block.
  package func reduce<Part: Sendable>(
    count: Int, size: Int, _ body: @Sendable (Range<Int>) -> Part,
    merge: (inout Part, Part) -> Void
  ) throws(CancellationError) -> Part? {
    let parts = try map(count: count, size: size, body)
    guard var result = parts.first else { return nil }
    for part in parts.dropFirst() { merge(&result, part) }
    return result
  }
}
