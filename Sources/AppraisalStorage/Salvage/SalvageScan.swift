import KinerjaCore

/// Goes through the files of a folder from one sound commit to the next.
struct SalvageScan {
  private let folder: SegmentFolder
  private(set) var losses: [SalvageLoss] = []
  private(set) var records: [RecordKey: FolderRecord] = [:]
  private(set) var events: [StreamID: [(position: UInt64, slice: FileSlice)]] = [:]
  private var nextSequence: UInt64 = 1
  /// What was found damaged since the last sound commit; how many commits it cost is known at the
  /// next.
  private var open: [(damage: StoreDamage, byteCount: Int)] = []

  init(_ folder: SegmentFolder) { self.folder = folder }

  /// Reads all segments.
  mutating func readAll() throws(StoreError) {
    let numbers = try folder.segmentNumbers()
    guard let last = numbers.last else { return }
    for number in 1...last {
      guard numbers.contains(number) else {
        open.append((StoreDamage(file: folder.file(number), offset: 0, .missingFile), 0))
        continue
      }
      try read(number, isLast: number == last)
    }
    settle(upTo: nil)
  }

  private mutating func read(_ number: UInt32, isLast: Bool) throws(StoreError) {
    let file = try folder.open(number, forWriting: false)
    let bytes = try file.contents()
    var offset = 0
    do throws(StoreError) {
      let header = try SegmentHeader(bytes, file: file.path)
      offset = SegmentHeader.size
      // Commits that were to stand before this file are known to be lost by its header alone.
      if header.firstSequence > nextSequence, open.isEmpty {
        open.append((StoreDamage(file: file.path, offset: 24, .order), 0))
      }
    } catch .corrupted(let damage) {
      offset = min(SegmentHeader.size, bytes.count)
      open.append((damage, offset))
    }
    let scanner = FrameScanner(bytes: bytes)
    while offset < bytes.count {
      if let frame = scanner.soundFrame(at: offset),
        let batch = CommittedBatch(bytes, in: frame.body, segment: number)
      {
        take(batch, frame, from: StoreDamage(file: file.path, offset: UInt64(offset), .order))
        offset = frame.end
        continue
      }
      // What a crash leaves at the very end was never acknowledged.
      if isLast, scanner.finding(at: offset, expecting: nextSequence) == .torn { return }
      let next = scanner.nextSoundFrame(after: offset) ?? bytes.count
      let finding = damage(at: offset, scanner)
      open.append(
        (StoreDamage(file: file.path, offset: UInt64(offset), finding), next - offset))
      offset = next
    }
  }

  private func damage(at offset: Int, _ scanner: FrameScanner) -> StoreDamage.Finding {
    scanner.soundFrame(at: offset) == nil ? .checksum : .content
  }

  private mutating func take(_ batch: CommittedBatch, _ frame: Frame, from damage: StoreDamage) {
    guard frame.sequence >= nextSequence else {
      // It stands twice: the first one counted.
      losses.append(
        SalvageLoss(damage: damage, byteCount: UInt64(frame.body.count), commits: 0..<0))
      return
    }
    if frame.sequence > nextSequence, open.isEmpty { open.append((damage, 0)) }
    settle(upTo: frame.sequence)
    nextSequence = frame.sequence + 1
    var starts = batch.starts[...]
    for (change, place) in zip(batch.changes, batch.places) {
      switch change {
      case .put(let key, let slice):
        let mark = CommitMark(sequence: frame.sequence, place: place)
        records[key] = FolderRecord(mark: mark, slice: slice)
      case .delete(let key):
        records[key] = nil
      case .append(let stream, let slices):
        let start = starts.popFirst() ?? 0
        events[stream, default: []] += slices.enumerated().map { (start + UInt64($0), $1) }
      }
    }
  }

  /// Reports what was found damaged, now that the next sound commit is known; nil at the end.
  private mutating func settle(upTo sequence: UInt64?) {
    for (index, (damage, byteCount)) in open.enumerated() {
      // Which of several damaged places held which commit nobody can tell: the first names all.
      let commits = sequence.map { index == 0 ? nextSequence..<$0 : $0..<$0 }
      losses.append(
        SalvageLoss(damage: damage, byteCount: UInt64(byteCount), commits: commits))
    }
    open = []
  }
}

extension FrameScanner {
  /// The frame at an offset if it is sound, whatever its number.
  func soundFrame(at offset: Int) -> Frame? {
    guard
      let header = FrameHeader(bytes, at: offset),
      case .frame(let frame) = finding(at: offset, expecting: header.sequence)
    else { return nil }
    return frame
  }

  /// Where the next sound frame begins.
  func nextSoundFrame(after offset: Int) -> Int? {
    let first = UInt8(truncatingIfNeeded: Frame.magic)
    var place = offset + 1
    while place + Frame.headerSize <= bytes.count {
      if bytes[place] == first, soundFrame(at: place) != nil { return place }
      place += 1
    }
    return nil
  }
}
