import KinerjaCore

/// Where the commits of one segment lie, by the names of their batches: 8 bytes a commit and little
/// room to spare.
///
/// Names are not kept, only 32 bits of their hash; so a search gives places to look at, nearly
/// always none or one. Open addressing with linear probing, in the order of the hashes.
struct CommitTable: Sendable {
  /// The hash in the upper half, the offset in the lower; 0 if empty, for no commit lies at 0.
  private(set) var slots: [UInt64]
  private(set) var count: Int

  init() { (slots, count) = ([], 0) }

  /// A table as it was kept in a file.
  init(slots: [UInt64], count: Int) { (self.slots, self.count) = (slots, count) }

  /// The offsets of commits whose batches may have the name of a fingerprint.
  func offsets(of fingerprint: UInt32) -> [UInt32] {
    guard !slots.isEmpty else { return [] }
    var offsets: [UInt32] = []
    var index = home(of: fingerprint)
    for _ in slots {
      guard slots[index] != 0 else { break }
      if slots[index] >> 32 == UInt64(fingerprint) {
        offsets.append(UInt32(truncatingIfNeeded: slots[index]))
      }
      index = index + 1 == slots.count ? 0 : index + 1
    }
    return offsets
  }

  /// Adds a commit.
  mutating func insert(_ name: BatchName, at offset: UInt32) {
    // Growing by a fifth: memory counts here, and a commit waits for a disk anyway.
    if (count + 1) * 8 > slots.count * 7 { resize(to: max(16, slots.count + slots.count / 5)) }
    insert(UInt64(name.fingerprint) << 32 | UInt64(offset))
    count += 1
  }

  /// The same with no more room than it takes to be quick.
  var tight: Self {
    var copy = self
    copy.resize(to: count + count / 7 + 1)
    return copy
  }

  private mutating func insert(_ slot: UInt64) {
    var index = home(of: UInt32(slot >> 32))
    while slots[index] != 0 { index = index + 1 == slots.count ? 0 : index + 1 }
    slots[index] = slot
  }

  private mutating func resize(to size: Int) {
    let old = slots
    slots = Array(repeating: 0, count: size)
    for slot in old where slot != 0 { insert(slot) }
  }

  private func home(of fingerprint: UInt32) -> Int {
    Int((UInt64(fingerprint) * UInt64(slots.count)) >> 32)
  }
}

extension BatchName {
  /// A hash that is the same in every process.
  ///
  /// It decides where to look, never what is answered: names that were chosen to meet make a search longer, not wrong.
  var fingerprint: UInt32 {
    var checksum = CRC32C()
    checksum.update(tenant.text.utf8)
    checksum.update(CollectionOfOne(0))
    checksum.update(key.text.utf8)
    // Neighbouring names have neighbouring checksums; a product with an odd number parts them.
    return checksum.value &* 0x9E37_79B1
  }
}
