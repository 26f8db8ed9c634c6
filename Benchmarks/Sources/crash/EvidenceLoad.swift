import AppraisalStorage
import Foundation
import KinerjaCore

/// What a writer of evidence does, and what must be there afterwards.
///
/// Step by step it writes an item, every fifth the same as the other writers, and now and then
/// erases one that it wrote two steps before.
struct EvidenceLoad {
  static let tenant: AgencyID = "kendari"

  let seed: UInt64
  let writer: Int

  /// 8 bytes to 96 KiB, small ones more often.
  func content(_ number: Int) -> [UInt8] {
    let owner = Self.isShared(number) ? 1_000 : writer
    var draw = Draw(seed: seed ^ UInt64(owner) << 40 ^ UInt64(number))
    var content: [UInt8] = []
    let count = 8 + Int(draw.next() % (96 << 10) >> (draw.next() % 8))
    while content.count < count {
      withUnsafeBytes(of: draw.next()) { content += $0 }
    }
    return content
  }

  func key(_ number: Int) -> EvidenceKey {
    EvidenceKey(tenant: Self.tenant, digest: SHA256.hash(content(number)))
  }

  /// Which item a step erases; nil for most.
  static func erased(by number: Int) -> Int? {
    number % 4 == 3 && !isShared(number - 2) ? number - 2 : nil
  }

  private static func isShared(_ number: Int) -> Bool { number % 5 == 0 }

  /// Takes a step; when it returns, all of it is safe.
  func take(_ number: Int, in store: FolderEvidence) async throws {
    var rest = content(number)[...]
    _ = try await store.write(for: Self.tenant) { () async throws(StoreError) in
      // Others come in between.
      await Task.yield()
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(10_000) }
      return Array(rest.prefix(10_000))
    }
    if let number = Self.erased(by: number) { try await store.erase(key(number)) }
  }

  /// What must be there after so many steps, and what may be, of one that was not acknowledged.
  func items(after count: Int) -> (sure: Set<EvidenceKey>, perhaps: Set<EvidenceKey>) {
    var sure = Set((0..<count).map(key))
    for number in 0..<count {
      if let erased = Self.erased(by: number) { sure.remove(key(erased)) }
    }
    var perhaps: Set = [key(count)]
    if let erased = Self.erased(by: count) { perhaps.insert(key(erased)) }
    return (sure.subtracting(perhaps), perhaps)
  }
}

/// The process that is killed: its writers go on where they are told, and say `writer number` on
/// the standard output for each step that was acknowledged.
enum EvidenceVictim {
  /// Runs until it is killed.
  ///
  /// - Parameters:
  ///   - starts: With which step each writer begins.
  ///   - rounds: Whether the folder is closed and opened again after every few steps.
  static func run(at path: String, from starts: [Int], seed: UInt64, rounds: Bool) async throws
    -> Never
  {
    var next = starts
    while true {
      let store = try FolderEvidence(at: path)
      Victim.say("open")
      let count = rounds ? 3 : 1_000_000
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (writer, start) in next.enumerated() {
          group.addTask {
            let load = EvidenceLoad(seed: seed, writer: writer)
            for number in start..<start + count {
              try await load.take(number, in: store)
              Victim.say("\(writer) \(number)")
            }
          }
        }
        try await group.waitForAll()
      }
      next = next.map { $0 + count }
      await store.shutdown()
    }
  }
}
