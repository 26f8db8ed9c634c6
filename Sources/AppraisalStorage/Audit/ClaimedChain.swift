import KinerjaCore

/// A chain sorted by what its entries claim to be, for finding what is wrong with it.
struct ClaimedChain {
  private let tenant: AgencyID
  /// The claim of the entry at each place; nil where none can be read.
  private let claims: [UInt64?]
  /// For each position that is claimed, the entry that stands in order, or else the first.
  private var links: [UInt64: Link] = [:]
  /// What is wrong with the order, and entries that are none.
  private(set) var faultsOfOrder: [AuditFinding] = []
  private var unreadable: Set<UInt64> = []
  private var misnumbered: Set<UInt64> = []

  private struct Link {
    let previous: Digest
    let hash: Digest
  }

  init(_ trail: AuditTrail) {
    tenant = trail.tenant
    let entries = trail.entries.map(AuditEntry.init)
    let hashes = trail.entries.map(\.auditHash)
    claims = Self.claims(entries, hashes, tenant)
    let inOrder = Self.longestRise(in: claims)
    // Where nothing can be read, the neighbours tell what stood there.
    var expected: UInt64 = 0
    for (place, claim) in claims.enumerated() {
      guard let claim else {
        faultsOfOrder.append(.altered(position: expected))
        unreadable.insert(expected)
        expected += 1
        continue
      }
      guard inOrder.contains(place) else { continue }
      expected = claim &+ 1
      if entries[place]?.position != claim { misnumbered.insert(claim) }
      if let entry = entries[place] {
        links[claim] = Link(previous: entry.previous, hash: hashes[place])
      }
    }
    for (place, claim) in claims.enumerated() where !inOrder.contains(place) {
      guard let claim, let entry = entries[place] else { continue }
      if links[claim] == nil {
        links[claim] = Link(previous: entry.previous, hash: hashes[place])
        faultsOfOrder.append(.moved(position: claim, place: place))
      } else {
        faultsOfOrder.append(.repeated(position: claim, place: place))
      }
    }
  }

  /// One more than the greatest position that is there.
  var length: UInt64 {
    guard !claims.isEmpty else { return 0 }
    return max(links.keys.max() ?? 0, unreadable.max() ?? 0) &+ 1
  }

  /// The positions below a length that nothing claims.
  func missing(below length: UInt64) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    var next: UInt64 = 0
    for position in Set(links.keys).union(unreadable).sorted() where position < length {
      if position > next { findings.append(.missing(positions: next..<position)) }
      next = position + 1
    }
    if next < length { findings.append(.missing(positions: next..<length)) }
    return findings
  }

  /// The entries that nobody vouches for although somebody could.
  func faultsOfContent(_ checkpoints: [AuditCheckpoint]) -> [AuditFinding] {
    var altered = misnumbered
    var rewritten: Set<UInt64> = []
    for checkpoint in checkpoints where checkpoint.length > 0 {
      let last = checkpoint.length - 1
      guard let link = links[last], link.hash != checkpoint.hash else { continue }
      if names(successorOf: last) == true {
        rewritten.insert(checkpoint.length)
      } else {
        altered.insert(last)
      }
    }
    if let first = links[0], first.previous != AuditEntry.beginning(of: tenant) {
      altered.insert(0)
    }
    // An entry whose successor names another is altered, unless the successor itself is.
    for position in links.keys.sorted().reversed() where names(successorOf: position) == false {
      if !altered.contains(position + 1) { altered.insert(position) }
    }
    return altered.sorted().map { .altered(position: $0) }
      + rewritten.sorted().map { .rewritten(before: $0) }
  }

  /// Whether the entry after a position names that position's hash; nil if either is not there.
  private func names(successorOf position: UInt64) -> Bool? {
    guard position < .max, let link = links[position], let next = links[position + 1] else {
      return nil
    }
    return next.previous == link.hash
  }

  /// What the entries claim to be; one whose predecessor shows its number to be false counts as
  /// what it was.
  private static func claims(
    _ entries: [AuditEntry?], _ hashes: [Digest], _ tenant: AgencyID
  ) -> [UInt64?] {
    var followers = [AuditEntry.beginning(of: tenant): UInt64(0)]
    for (entry, hash) in zip(entries, hashes) {
      if let entry, entry.position < .max { followers[hash] = entry.position + 1 }
    }
    return entries.map { entry in
      entry.map { followers[$0.previous] ?? $0.position }
    }
  }

  /// The places of a longest strictly rising series of claims: what stands elsewhere was moved or
  /// repeated (patience sorting, Fredman 1975).
  private static func longestRise(in claims: [UInt64?]) -> Set<Int> {
    var tails: [Int] = []
    var before: [Int: Int] = [:]
    for (place, claim) in claims.enumerated() {
      guard let claim else { continue }
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if (claims[tails[middle]] ?? 0) < claim { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[place] = tails[low - 1] }
      if low == tails.count {
        tails.append(place)
      } else if claims[tails[low]] != claim {
        // Of equals the first is kept.
        tails[low] = place
      }
    }
    var rise: Set<Int> = []
    var place = tails.last
    while let current = place {
      rise.insert(current)
      place = before[current]
    }
    // What stands at its own place is a rising series too: of two equally long, the likelier.
    let atHome = claims.indices.filter { claims[$0] == UInt64($0) }
    return atHome.count == rise.count ? Set(atHome) : rise
  }
}
