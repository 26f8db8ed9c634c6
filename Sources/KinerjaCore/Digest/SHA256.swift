/// The secure hash of a sequence of bytes, taken in piece by piece (FIPS 180-4).
///
/// How the bytes are cut into pieces does not change the hash.
public struct SHA256: Sendable {
  private var state = Self.start
  private var schedule = [UInt32](repeating: 0, count: 64)
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// Creates the hash of nothing so far.
  public init() { pending.reserveCapacity(64) }

  /// Takes in further bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ take($0.span) }) == nil {
      take(Array(bytes).span)
    }
  }

  /// The hash of all bytes taken in so far; more may follow.
  public func finalize() -> Digest {
    var last = self
    let zeros = (55 - pending.count + 64) % 64
    let bitCount = byteCount &* 8
    var tail = [UInt8](repeating: 0, count: zeros + 9)
    tail[0] = 0x80
    for index in 0..<8 {
      tail[zeros + 1 + index] = UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * index))
    }
    last.take(tail.span)
    func word(_ index: Int) -> UInt64 {
      UInt64(last.state[2 * index]) << 32 | UInt64(last.state[2 * index + 1])
    }
    return Digest(words: (word(0), word(1), word(2), word(3)))
  }

  /// The hash of a sequence of bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  private mutating func take(_ bytes: Span<UInt8>) {
    byteCount &+= UInt64(bytes.count)
    var next = 0
    if !pending.isEmpty {
      while next < bytes.count, pending.count < 64 {
        pending.append(bytes[next])
        next += 1
      }
      guard pending.count == 64 else { return }
      var block: [UInt8] = []
      swap(&block, &pending)
      Self.compress(block.span, at: 0, &state, &schedule)
      block.removeAll(keepingCapacity: true)
      swap(&block, &pending)
    }
    while bytes.count - next >= 64 {
      Self.compress(bytes, at: next, &state, &schedule)
      next += 64
    }
    while next < bytes.count {
      pending.append(bytes[next])
      next += 1
    }
  }

  // FIPS 180-4, section 6.2.2; the names are the standard's.
  private static func compress(
    _ bytes: Span<UInt8>, at start: Int, _ state: inout [UInt32], _ schedule: inout [UInt32]
  ) {
    precondition(start >= 0 && bytes.count - start >= 64, "A block has 64 bytes.")
    var schedule = schedule.mutableSpan
    for t in 0..<16 {
      let at = start + 4 * t
      schedule[t] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
        | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for t in 16..<64 {
      let (w15, w2) = (schedule[t - 15], schedule[t - 2])
      let sigma0 = w15.rotated(7) ^ w15.rotated(18) ^ w15 >> 3
      let sigma1 = w2.rotated(17) ^ w2.rotated(19) ^ w2 >> 10
      schedule[t] = sigma1 &+ schedule[t - 7] &+ sigma0 &+ schedule[t - 16]
    }
    let constants = Self.constants.span
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let sum0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
      let sum1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
      let t1 = h &+ sum1 &+ choice &+ constants[t] &+ schedule[t]
      (h, g, f, e) = (g, f, e, d &+ t1)
      (d, c, b, a) = (c, b, a, t1 &+ sum0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }
}

extension UInt32 {
  fileprivate func rotated(_ count: UInt32) -> UInt32 {
    self >> count | self << (32 - count)
  }
}

extension SHA256 {
  /// The first 32 bits after the binary point of the square roots of the first 8 primes.
  private static let start = primes.prefix(8).map { root($0 << 64, power: 2) }

  /// The first 32 bits after the binary point of the cube roots of the first 64 primes.
  private static let constants = primes.map { root($0 << 96, power: 3) }

  private static let primes: [UInt128] = (2...311).filter { number in
    (2..<number).allSatisfy { number % $0 != 0 }
  }

  /// The low 32 bits of the largest integer whose power does not exceed `number`.
  private static func root(_ number: UInt128, power: Int) -> UInt32 {
    var (low, high): (UInt128, UInt128) = (0, 1 << 38)
    while high - low > 1 {
      let middle = (low + high) / 2
      let raised = power == 2 ? middle * middle : middle * middle * middle
      if raised <= number { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }
}
