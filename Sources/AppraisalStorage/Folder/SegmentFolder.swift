#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Bionic)
  import Bionic
#else
  import Darwin
#endif

/// A locked folder of segment files, `0000000001.journal` and so on, the last of which grows, and
/// their index files.
struct SegmentFolder: Sendable {
  private let folder: LockedFolder

  /// Opens and locks a folder.
  ///
  /// - Throws: ``StoreError/inUse(place:)``, ``StoreError/notFound(place:)``,
  ///   ``StoreError/readOnly(place:)`` or what the system reports.
  init(_ path: String, makes: Bool, disk: Disk) throws(StoreError) {
    folder = try LockedFolder(path, makes: makes, disk: disk) {
      makes || $0.contains(where: Self.isSegment)
    }
  }

  /// Opens a folder for reading; nothing in it is changed, and others may read it too.
  ///
  /// - Throws: ``StoreError/inUse(place:)`` if somebody has it open for writing,
  ///   ``StoreError/notFound(place:)`` or what the system reports.
  init(reading path: String) throws(StoreError) {
    folder = try LockedFolder(reading: path) { $0.contains(where: Self.isSegment) }
  }

  var path: String { folder.path }
  var disk: Disk { folder.disk }
  /// Whether it was opened for writing.
  var isWritable: Bool { folder.isWritable }

  /// The numbers of the segments, in order; the remains of an interrupted beginning are removed.
  func segmentNumbers() throws(StoreError) -> [UInt32] {
    do {
      var numbers: [UInt32] = []
      for name in try names(inDirectory: path) {
        if Self.isSegment(name), let number = UInt32(name.dropLast(8)) {
          numbers.append(number)
        } else if isWritable, name.hasSuffix(".journal.new") || name.hasSuffix(".index.new") {
          try removeFile("\(path)/\(name)")
        }
      }
      return numbers.sorted()
    } catch {
      throw error.storeError(at: path)
    }
  }

  /// Where a segment lies.
  func file(_ number: UInt32) -> String { file(number, "journal") }

  private func file(_ number: UInt32, _ suffix: String) -> String {
    let digits = String(number)
    return "\(path)/\(String(repeating: "0", count: 10 - digits.count))\(digits).\(suffix)"
  }

  /// Opens a segment.
  func open(_ number: UInt32, forWriting: Bool) throws(StoreError) -> OpenFile {
    do {
      return try OpenFile(file(number), forWriting ? O_RDWR : O_RDONLY)
    } catch {
      throw error.storeError(at: file(number))
    }
  }

  /// Begins a segment, which is there whole or not at all whenever the power goes.
  func begin(_ number: UInt32, firstSequence: UInt64) throws(StoreError) -> OpenFile {
    let header = SegmentHeader(number: UInt64(number), firstSequence: firstSequence)
    return try replace(number, with: header.bytes)
  }

  /// Puts a file in a segment's place, which holds the old or the new whenever the power goes.
  @discardableResult
  func replace(_ number: UInt32, with bytes: [UInt8]) throws(StoreError) -> OpenFile {
    try folder.put(bytes, at: file(number))
  }

  /// Opens the index of a segment; nil if there is none that can be read.
  func openIndex(_ number: UInt32) -> OpenFile? {
    try? OpenFile(file(number, "index"), O_RDONLY)
  }

  /// Puts the index of a segment in its place.
  ///
  /// Failing does no harm: opening goes without.
  func replaceIndex(_ number: UInt32, with bytes: [UInt8]) {
    let file = file(number, "index")
    // What did not become an index must not take room that commits need.
    if (try? folder.put(bytes, at: file)) == nil { try? removeFile("\(file).new") }
  }

  /// Returns when all that was renamed is safe from a loss of power.
  func synchronize() throws(StoreError) { try folder.synchronize() }

  private static func isSegment(_ name: String) -> Bool {
    name.utf8.count == 18 && name.hasSuffix(".journal") && UInt32(name.dropLast(8)) != nil
  }
}
