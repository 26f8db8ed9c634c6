import KinerjaCore
import Testing

@testable import AppraisalStorage

@Suite struct OrderedKeysTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `behaves as a sorted set`(seed: UInt64) throws {
    var random = seed
    func next(_ bound: UInt64) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % bound)
    }
    var ordered = OrderedKeys()
    var model: Set<KeyText> = []
    // Few keys make for removals and repeats, many for runs that split.
    let bound: UInt64 = seed % 2 == 0 ? 300 : 5_000
    for step in 0..<4_000 {
      let key = try KeyText("k\(next(bound))")
      if next(3) == 0 {
        ordered.remove(key)
        model.remove(key)
      } else {
        ordered.insert(key)
        model.insert(key)
      }
      guard step % 400 == 0 else { continue }
      let sorted = model.sorted()
      #expect(ordered.keys(in: .all, limit: .max) == sorted)
      let last = try KeyText("k\(next(bound))")
      let behind = sorted.filter { $0 > last }
      #expect(ordered.keys(in: .all.after(last), limit: 7) == Array(behind.prefix(7)))
      let (low, high) = try (KeyText("k\(next(bound))"), KeyText("k\(next(bound))"))
      for range in [
        IDRange(min(low, high)..<max(low, high)), IDRange(min(low, high)...max(low, high)),
        IDRange(...low), IDRange(..<low), IDRange(low...), .prefix(low),
      ] {
        let within = sorted.filter(range.contains)
        #expect(ordered.keys(in: range, limit: .max) == within)
        #expect(ordered.keys(in: range, limit: 3) == Array(within.prefix(3)))
      }
    }
  }

  @Test func `an empty set has no keys`() {
    var keys = OrderedKeys()
    #expect(keys.keys(in: .all, limit: 5).isEmpty)
    keys.remove("a")
    keys.insert("a")
    keys.remove("a")
    #expect(keys.keys(in: .all.after("a"), limit: 5).isEmpty)
  }
}
