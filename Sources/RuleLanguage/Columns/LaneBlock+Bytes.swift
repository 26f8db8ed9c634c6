import KinerjaCore
import KinerjaTables

// Flags, categories and masks, a byte each.
extension LaneBlock {
  func fill(_ register: Int, with byte: UInt8, at level: LaneLevel) {
    bytes(register).update(repeating: byte, count: count(at: level))
  }

  /// Ones where a column has no value.
  func loadMask(_ missing: BitSet, at level: LaneLevel, to register: Int) {
    let (rows, target) = (range(at: level), bytes(register))
    for row in rows { target[row - rows.lowerBound] = missing.contains(row) ? 1 : 0 }
  }

  func loadFlags(_ flags: [Bool], at level: LaneLevel, to register: Int) {
    let (rows, target) = (range(at: level), bytes(register))
    for row in rows { target[row - rows.lowerBound] = flags[row] ? 1 : 0 }
  }

  /// Codes, nought for one that stands for nothing, which can only be that of a missing value.
  func loadCodes(_ codes: [UInt8], below limit: Int, at level: LaneLevel, to register: Int) {
    let (rows, target) = (range(at: level), bytes(register))
    for row in rows {
      let code = codes[row]
      target[row - rows.lowerBound] = Int(code) < limit ? code : 0
    }
  }

  /// Adds the ones of a mask to another.
  func unite(_ mask: Int, into target: Int, at level: LaneLevel) {
    let (from, to) = (bytes(mask), bytes(target))
    for index in 0..<count(at: level) { to[index] |= from[index] }
  }

  /// Ones where either mask has ones.
  func unite(_ one: Int, _ other: Int, at level: LaneLevel, to target: Int) {
    let (a, b, to) = (bytes(one), bytes(other), bytes(target))
    for index in 0..<count(at: level) { to[index] = a[index] | b[index] }
  }

  func look(up source: Int, in table: [UInt8], at level: LaneLevel, to target: Int) {
    precondition(table.count == 256, "a byte has 256 values")
    let (from, to) = (bytes(source), bytes(target))
    table.withUnsafeBufferPointer { table in
      for index in 0..<count(at: level) { to[index] = table[Int(from[index])] }
    }
  }

  /// Looks a pair of codes up in a table with 256 rows of `width`, which no code can leave.
  func look(
    rows: Int, columns: Int, width: Int, in table: [UInt8], at level: LaneLevel, to target: Int
  ) {
    look(rows: rows, columns: columns, width: width, in: table, at: level, to: bytes(target))
  }

  /// The same for cells of any kind.
  @inline(__always)
  func look<Cell>(
    rows: Int, columns: Int, width: Int, in table: [Cell], at level: LaneLevel,
    to target: UnsafeMutablePointer<Cell>
  ) {
    precondition(table.count >= 255 * width + 256, "every pair of bytes is in the table")
    let (r, c) = (bytes(rows), bytes(columns))
    table.withUnsafeBufferPointer { buffer in
      guard let cells = buffer.baseAddress else { return }
      for index in 0..<count(at: level) {
        target[index] = cells[Int(r[index]) &* width &+ Int(c[index])]
      }
    }
  }

  /// One byte or another, as a flag says.
  func choose(_ flag: Int, then: Int, otherwise: Int, at level: LaneLevel, to target: Int) {
    let (f, a, b, to) = (bytes(flag), bytes(then), bytes(otherwise), bytes(target))
    for index in 0..<count(at: level) { to[index] = f[index] != 0 ? a[index] : b[index] }
  }

  func equal(_ one: Int, _ other: Int, at level: LaneLevel, to target: Int) {
    let (a, b, to) = (bytes(one), bytes(other), bytes(target))
    for index in 0..<count(at: level) { to[index] = a[index] == b[index] ? 1 : 0 }
  }

  /// `or` where `decisive` is one, `and` where it is nought; a missing part decides nothing where
  /// the other decides already.
  func logical(
    decisive: UInt8, _ one: Int, missing oneMissing: Int, _ other: Int, missing otherMissing: Int,
    at level: LaneLevel, to target: Int, missing targetMissing: Int
  ) {
    let (a, ma, b, mb) = (bytes(one), bytes(oneMissing), bytes(other), bytes(otherMissing))
    let (to, mask) = (bytes(target), bytes(targetMissing))
    for index in 0..<count(at: level) {
      let isDecided =
        (ma[index] == 0 && a[index] == decisive) || (mb[index] == 0 && b[index] == decisive)
      to[index] = isDecided ? decisive : 1 - decisive
      mask[index] = isDecided ? 0 : ma[index] | mb[index]
    }
  }

  /// Gives every element of a list what its person has.
  func spread(bytes source: Int, over list: Int, to target: Int) {
    let (from, to) = (bytes(source), bytes(target))
    forEachPerson(of: list) { person, elements in
      for element in elements { to[element] = from[person] }
    }
  }

  func spread(doubles source: Int, over list: Int, to target: Int) {
    let (from, to) = (doubles(source), doubles(target))
    forEachPerson(of: list) { person, elements in
      for element in elements { to[element] = from[person] }
    }
  }

  /// Ones for the people of whose elements any has a one.
  func gather(_ mask: Int, of list: Int, into target: Int) {
    let (from, to) = (bytes(mask), bytes(target))
    forEachPerson(of: list) { person, elements in
      var any: UInt8 = 0
      for element in elements { any |= from[element] }
      to[person] |= any
    }
  }

  /// Calls with each person's position and the positions of the elements of the person's list.
  @inline(__always)
  func forEachPerson(of list: Int, _ body: (Int, Range<Int>) -> Void) {
    guard let starts = plan.columns.starts[list] else { return }
    let base = starts[rows.lowerBound]
    for row in rows {
      body(row - rows.lowerBound, starts[row] - base..<starts[row + 1] - base)
    }
  }
}
