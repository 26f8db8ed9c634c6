import KinerjaCore
import KinerjaTables

/// The rows with ratings, ratee by ratee, each ratee's in the order of the input.
struct RateeOrder: Sendable {
  /// By ratee, where its rows begin; one more at the end.
  private(set) var starts: [Int]
  private(set) var rows: [Int32]

  init<Name>(_ codes: RatingCodes<Name>, _ ranked: RankedNames<Name>, _ levels: [Int16]) {
    starts = [Int](repeating: 0, count: ranked.names.count + 1)
    for start in stride(from: 0, to: levels.count, by: RatingRows.blockSize) {
      let range = start..<min(start + RatingRows.blockSize, levels.count)
      for (row, number) in zip(range, codes.numbers.asInt32(in: range)) where levels[row] >= 0 {
        starts[Int(ranked.ranks[Int(number)]) + 1] += 1
      }
    }
    for ratee in ranked.names.indices { starts[ratee + 1] += starts[ratee] }
    rows = [Int32](repeating: 0, count: starts[ranked.names.count])
    var next = starts
    for start in stride(from: 0, to: levels.count, by: RatingRows.blockSize) {
      let range = start..<min(start + RatingRows.blockSize, levels.count)
      for (row, number) in zip(range, codes.numbers.asInt32(in: range)) where levels[row] >= 0 {
        let ratee = Int(ranked.ranks[Int(number)])
        rows[next[ratee]] = Int32(row)
        next[ratee] += 1
      }
    }
  }

  /// Ratees with about as many rows each.
  var blocks: [Range<Int>] {
    var blocks: [Range<Int>] = []
    var begin = 0
    for ratee in 0..<starts.count - 1
    where starts[ratee + 1] - starts[begin] >= RatingRows.blockSize || ratee == starts.count - 2 {
      blocks.append(begin..<ratee + 1)
      begin = ratee + 1
    }
    return blocks
  }
}

/// A column beside the cells, on its way into the order of the ratings.
struct SideColumn: Sendable {
  private let numbers: PackedIntegers
  private let missing: BitSet?
  // By number, what stands for it in the result; the number itself if empty.
  private let ranks: [Int32]

  init<Name>(_ codes: RatingCodes<Name>, _ ranked: RankedNames<Name>) {
    (numbers, missing, ranks) = (codes.numbers, codes.missing, ranked.ranks)
  }

  init(_ column: IntegerColumn) {
    (numbers, missing, ranks) = (column.packed, column.missing, [])
  }

  /// The values of some rows, −1 where missing.
  func values(of rows: [Int32]) -> [Int64] {
    zip(rows, numbers.widened(at: rows)).map { row, number in
      if missing?.contains(Int(row)) == true { return -1 }
      return ranks.isEmpty ? number : Int64(ranks[Int(number)])
    }
  }
}

/// Puts ratings in order, ratee by ratee.
///
/// One counting sort by ratee went before; what is left is each ratee's few ratings by item, time and
/// rater. The rows are not moved before they have a place: beside rows and result, four bytes a
/// rating are held.
struct RatingSorter: Sendable {
  let rows: RatingRows
  let levels: [Int16]
  let order: RateeOrder
  let items: RankedNames<ItemID>
  let raters: RankedNames<PersonID>
  let times: RankedNames<Int>?
  let sides: [SideColumn]

  // How many bits of a key the rater and the time take, the item above both.
  private var raterBits: Int { Self.bits(raters.names.count) }
  private var timeBits: Int { Self.bits((times?.names.count ?? 0) + 1) }

  private static func bits(_ count: Int) -> Int {
    Int.bitWidth - Swift.max(0, count - 1).leadingZeroBitCount
  }

  private struct Part: Sendable {
    var cells = RatingCells()
    var sides: [[Int64]] = []
    /// Rows that rate a cell once more.
    var repeats: [Int] = []
  }

  /// - Returns: Rows that rate a cell once more, ascending.
  func sort(
    into cells: inout RatingCells, _ columns: inout [PackedIntegers], by work: ParallelBlocks
  ) throws(CancellationError) -> [Int] {
    let blocks = order.blocks
    var repeats: [Int] = []
    cells.reserve(order.rows.count)
    // A few blocks at a time, so that no more than these are held twice.
    for start in stride(from: 0, to: blocks.count, by: 16) {
      let wave = Array(blocks[start..<min(start + 16, blocks.count)])
      let parts = try work.map(blocks: wave.count) { part(of: wave[$0]) }
      for part in parts {
        cells.append(contentsOf: part.cells)
        repeats += part.repeats
        for (column, values) in part.sides.enumerated() {
          columns[column].append(contentsOf: values)
        }
      }
    }
    return repeats.sorted()
  }

  private func part(of ratees: Range<Int>) -> Part {
    let bits = Self.bits(items.names.count) + timeBits + raterBits
    return bits <= 64 ? part(of: ratees, UInt64.self) : part(of: ratees, UInt128.self)
  }

  private func part<Key: FixedWidthInteger & Sendable>(
    of ratees: Range<Int>, _ key: Key.Type
  ) -> Part {
    let first = order.starts[ratees.lowerBound]
    var list = Array(order.rows[first..<order.starts[ratees.upperBound]])
    var keys = keys(of: list, Key.self)
    for ratee in ratees {
      Self.sort(&keys, &list, in: order.starts[ratee] - first..<order.starts[ratee + 1] - first)
    }
    var part = Part()
    part.cells.reserve(list.count)
    let (raterBits, timeBits) = (raterBits, timeBits)
    let (raterMask, timeMask) = (Key(1) << raterBits - 1, Key(1) << timeBits - 1)
    for ratee in ratees {
      for place in order.starts[ratee] - first..<order.starts[ratee + 1] - first {
        let key = keys[place]
        let isNew = part.cells.append(
          ratee: Int32(ratee), item: Int32(truncatingIfNeeded: key >> (raterBits + timeBits)),
          time: Int32(truncatingIfNeeded: key >> raterBits & timeMask) - 1,
          rater: Int32(truncatingIfNeeded: key & raterMask),
          level: levels[Int(list[place])])
        if !isNew { part.repeats.append(Int(list[place])) }
      }
    }
    part.cells.finish()
    part.sides = sides.map { $0.values(of: list) }
    return part
  }

  /// By row, a number that grows with item, time and rater, in this order.
  private func keys<Key: FixedWidthInteger>(of list: [Int32], _: Key.Type) -> [Key] {
    let items = rows.item.numbers.asInt32(at: list)
    let raters = rows.rater.numbers.asInt32(at: list)
    let times = rows.time.map { SideColumn($0, self.times ?? RankedNames()).values(of: list) }
    let (raterBits, timeBits) = (raterBits, timeBits)
    return list.indices.map { place in
      let item = Key(truncatingIfNeeded: self.items.ranks[Int(items[place])])
      let time = Key(truncatingIfNeeded: (times?[place] ?? -1) + 1)
      let rater = Key(truncatingIfNeeded: self.raters.ranks[Int(raters[place])])
      return item << (raterBits + timeBits) | time << raterBits | rater
    }
  }

  /// Sorts keys and what belongs to them; equal keys stay in order.
  private static func sort<Key: FixedWidthInteger>(
    _ keys: inout [Key], _ list: inout [Int32], in range: Range<Int>
  ) {
    if range.count > 32 {
      let sorted = range.map { (key: keys[$0], row: list[$0]) }
        .sorted { ($0.key, $0.row) < ($1.key, $1.row) }
      for (place, entry) in zip(range, sorted) { (keys[place], list[place]) = entry }
      return
    }
    for place in range.dropFirst() {
      let (key, row) = (keys[place], list[place])
      var hole = place
      while hole > range.lowerBound, keys[hole - 1] > key {
        keys[hole] = keys[hole - 1]
        list[hole] = list[hole - 1]
        hole -= 1
      }
      (keys[hole], list[hole]) = (key, row)
    }
  }
}
