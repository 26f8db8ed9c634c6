// Keys that stand twice in one object.

extension JSONParser {
  mutating func findDuplicates(in frame: Frame) {
    var keys: [Int] = []
    keys.reserveCapacity(Int(frame.count))
    var index = frame.entry + 1
    while index + 1 < entries.count {
      keys.append(index)
      index = Int(entries[index + 1].next)
    }
    guard keys.count > 16 || keys.contains(where: hasFurtherSpellings) || hasEqualBytes(keys)
    else { return }
    var seen: [String: Int] = [:]
    seen.reserveCapacity(keys.count)
    for key in keys {
      let text = JSONStorage.text(of: entries[key], in: bytes)
      guard let first = seen[text] else {
        seen[text] = key
        continue
      }
      problems.add(
        .jsonDuplicateKey, ["key": .text(JSONProblems.excerpt(text))],
        at: Int(entries[key].start) - 1, seeing: Int(entries[first].start) - 1,
        path: JSONStorage.path(to: key, entries: entries, bytes: bytes))
    }
  }

  /// Whether other bytes can spell the same key: by escapes, or by accents put on letters.
  private func hasFurtherSpellings(_ key: Int) -> Bool {
    entries[key].isEscaped || range(of: key).contains { bytes[$0] >= 0x80 }
  }

  private func hasEqualBytes(_ keys: [Int]) -> Bool {
    for (count, key) in keys.enumerated() {
      let range = range(of: key)
      for other in keys[..<count] {
        let otherRange = self.range(of: other)
        guard otherRange.count == range.count else { continue }
        if zip(range, otherRange).allSatisfy({ bytes[$0] == bytes[$1] }) { return true }
      }
    }
    return false
  }

  private func range(of key: Int) -> Range<Int> {
    Int(entries[key].start)..<Int(entries[key].end)
  }
}
