/// Where commits lie, by the names of their batches: 12 bytes a commit and little room to spare.
///
/// Names are not kept, only 32 bits of their hash; so a search gives places to look at, nearly
/// always none or one. Open addressing with linear probing, in the order of the hashes.
struct CommitIndex: Sendable {
  private struct Slot: Sendable {
    /// Empty if the segment is 0: segments count from 1.
    var place = FramePlace(segment: 0, offset: 0)
    var fingerprint: UInt32 = 0

    var isEmpty: Bool { place.segment == 0 }
  }

  private var slots: [Slot] = []
  private(set) var count = 0

  /// Bytes that the table takes.
  var byteCount: Int { slots.count * MemoryLayout<Slot>.stride }

  /// The places of commits whose batches may have the name.
  func places(of name: BatchName) -> [FramePlace] {
    guard !slots.isEmpty else { return [] }
    let fingerprint = Self.fingerprint(of: name)
    var places: [FramePlace] = []
    var index = home(of: fingerprint)
    while !slots[index].isEmpty {
      if slots[index].fingerprint == fingerprint { places.append(slots[index].place) }
      index = index + 1 == slots.count ? 0 : index + 1
    }
    return places
  }

  /// Adds a commit.
  mutating func insert(_ name: BatchName, at place: FramePlace) {
    if (count + 1) * 8 > slots.count * 7 { grow() }
    insert(Slot(place: place, fingerprint: Self.fingerprint(of: name)))
    count += 1
  }

  private mutating func insert(_ slot: Slot) {
    var index = home(of: slot.fingerprint)
    while !slots[index].isEmpty { index = index + 1 == slots.count ? 0 : index + 1 }
    slots[index] = slot
  }

  /// Grows by a fifth: memory counts here, and a commit waits for a disk anyway.
  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: max(16, old.count + old.count / 5))
    for slot in old where !slot.isEmpty { insert(slot) }
  }

  private func home(of fingerprint: UInt32) -> Int {
    Int((UInt64(fingerprint) * UInt64(slots.count)) >> 32)
  }

  // The hash is seeded anew in each process; it decides where to look, never what is answered.
  private static func fingerprint(of name: BatchName) -> UInt32 {
    UInt32(truncatingIfNeeded: name.hashValue)
  }
}

extension Array {
  /// Appends, and leaves at most a fifth of room to spare: plain growth leaves up to the double.
  mutating func appendTightly(_ more: [Element]) {
    let needed = count + more.count
    if needed > capacity { reserveCapacity(Swift.max(needed, count + count / 5)) }
    self += more
  }
}
