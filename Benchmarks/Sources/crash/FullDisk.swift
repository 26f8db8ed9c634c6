import AppraisalStorage
import Foundation

/// A disk without room, as far as the operating system can play one: files may not grow further.
enum FullDisk {
  /// Writes until there is no room, and checks that the store says so, loses nothing, and goes on
  /// when there is room again.
  ///
  /// - Returns: How many batches there was room for.
  static func check(at path: String, seed: UInt64) async throws -> Int {
    let load = Load(seed: seed, writer: 0)
    let store = try FolderStore(at: path)
    var written = 0
    // By default the system would end the process instead of refusing to write.
    signal(SIGXFSZ, SIG_IGN)
    let before = try limitFiles(to: 64 << 10)
    do {
      while true {
        _ = try await store.commit(load.batch(written))
        written += 1
      }
    } catch StoreError.full {
    }
    do {
      _ = try await store.commit(load.batch(written))
      throw Failure("a batch was taken for which there was no room a moment ago")
    } catch StoreError.full {
    }
    try await expect(written, of: load, in: store)
    _ = try limitFiles(to: before)
    guard try await !store.commit(load.batch(written)).isReplay else {
      throw Failure("a batch that was refused had been written")
    }
    await store.shutdown()
    let again = try FolderStore(at: path)
    guard again.discardedTail == nil else { throw Failure("the refused batch left remains") }
    try await expect(written + 1, of: load, in: again)
    await again.shutdown()
    return written
  }

  private static func expect(_ count: Int, of load: Load, in store: FolderStore) async throws {
    guard try await load.length(in: store) == count else {
      throw Failure("\(try await load.length(in: store)) batches there, \(count) acknowledged")
    }
    for number in 0..<count {
      let key = load.key(number)
      guard try await store.read([key])[key]?.payload == load.payload(number) else {
        throw Failure("batch \(number) cannot be read while the disk is full")
      }
    }
  }

  /// Limits how long files may grow, and returns the limit before.
  private static func limitFiles(to length: rlim_t) throws -> rlim_t {
    var limit = rlimit()
    #if os(Linux)
      let kind = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
      let kind = RLIMIT_FSIZE
    #endif
    guard getrlimit(kind, &limit) == 0 else { throw Failure("no limit can be read") }
    let before = limit.rlim_cur
    limit.rlim_cur = length
    guard setrlimit(kind, &limit) == 0 else { throw Failure("no limit can be set") }
    return before
  }
}
