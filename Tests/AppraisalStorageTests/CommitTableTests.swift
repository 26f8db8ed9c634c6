import KinerjaCore
import Testing

@testable import AppraisalStorage

@Suite struct CommitTableTests {
  private func name(_ number: Int) throws -> BatchName {
    BatchName(tenant: "kendari", key: try KeyText("b\(number)"))
  }

  @Test func `every name is found at its place, and hardly another's`() throws {
    var growing = CommitTable()
    for number in 0..<5_000 { growing.insert(try name(number), at: UInt32(number + 48)) }
    for table in [growing, growing.tight] {
      #expect(table.count == 5_000)
      for number in 0..<5_000 {
        #expect(table.offsets(of: try name(number).fingerprint).contains(UInt32(number + 48)))
      }
      let strangers = try (5_000..<10_000).reduce(0) {
        try $0 + table.offsets(of: name($1).fingerprint).count
      }
      // 25 million pairs over 2³² hashes: 0.006 expected.
      #expect(strangers <= 2)
    }
    #expect(growing.tight.slots.count * 8 <= 5_000 * 10)
  }

  // A file may hold what no version ever wrote.
  @Test func `a table without an empty slot is searched once`() throws {
    let full = CommitTable(slots: Array(repeating: 1, count: 4), count: 4)
    #expect(full.offsets(of: try name(1).fingerprint) == [])
    #expect(CommitTable().offsets(of: try name(1).fingerprint) == [])
  }
}
