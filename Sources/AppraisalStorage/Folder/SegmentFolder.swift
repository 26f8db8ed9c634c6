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
  let path: String
  let disk: Disk
  /// Whether it was opened for writing.
  let isWritable: Bool
  /// Nil on a medium that cannot be written to and has no lock.
  private let lock: OpenFile?
  private let directory: OpenFile

  /// Opens and locks a folder.
  ///
  /// - Throws: ``StoreError/inUse(place:)``, ``StoreError/notFound(place:)``,
  ///   ``StoreError/readOnly(place:)`` or what the system reports.
  init(_ path: String, makes: Bool, disk: Disk) throws(StoreError) {
    self.path = path
    isWritable = true
    self.disk = disk
    (directory, lock) = try Self.opening(path) {
      if makes, try makeDirectory(path) {
        let parent = try OpenFile(Self.parent(of: path), O_RDONLY)
        try disk.synchronize(parent.descriptor).get()
      }
      let directory = try OpenFile(path, O_RDONLY | O_DIRECTORY)
      // A folder of something else is left without even a lock.
      guard try makes || names(inDirectory: path).contains(where: Self.isSegment) else {
        throw StoreError.notFound(place: path)
      }
      let lock = try OpenFile("\(path)/lock", O_RDWR | O_CREAT)
      guard try lock.lock(shared: false) else { throw StoreError.inUse(place: path) }
      return (directory, lock)
    }
  }

  /// Opens a folder for reading; nothing in it is changed, and others may read it too.
  ///
  /// - Throws: ``StoreError/inUse(place:)`` if somebody has it open for writing,
  ///   ``StoreError/notFound(place:)`` or what the system reports.
  init(reading path: String) throws(StoreError) {
    self.path = path
    disk = .system
    isWritable = false
    (directory, lock) = try Self.opening(path) {
      let directory = try OpenFile(path, O_RDONLY | O_DIRECTORY)
      let names = try names(inDirectory: path)
      guard names.contains(where: Self.isSegment) else { throw StoreError.notFound(place: path) }
      let lock = names.contains("lock") ? try OpenFile("\(path)/lock", O_RDONLY) : nil
      guard try lock?.lock(shared: true) ?? true else { throw StoreError.inUse(place: path) }
      return (directory, lock)
    }
  }

  /// Opens what a folder needs, and tells in the store's terms why that fails.
  private static func opening(
    _ path: String, _ files: () throws -> (OpenFile, OpenFile?)
  ) throws(StoreError) -> (OpenFile, OpenFile?) {
    do {
      return try files()
    } catch let error as SystemError {
      throw error.storeError(at: path)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .backend(code: "open", message: "\(error)")
    }
  }

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
    try put(bytes, at: file(number))
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
    if (try? put(bytes, at: file)) == nil { try? removeFile("\(file).new") }
  }

  private func put(_ bytes: [UInt8], at file: String) throws(StoreError) -> OpenFile {
    do {
      let new = try OpenFile("\(file).new", O_RDWR | O_CREAT | O_TRUNC)
      try disk.writeAll(bytes, to: new.descriptor, at: 0)
      try disk.synchronize(new.descriptor).get()
      try renameFile("\(file).new", to: file)
      try disk.synchronize(directory.descriptor).get()
      return new
    } catch {
      throw error.storeError(at: file)
    }
  }

  /// Returns when all that was renamed is safe from a loss of power.
  func synchronize() throws(StoreError) {
    do throws(SystemError) {
      try disk.synchronize(directory.descriptor).get()
    } catch {
      throw error.storeError(at: path)
    }
  }

  private static func isSegment(_ name: String) -> Bool {
    name.utf8.count == 18 && name.hasSuffix(".journal") && UInt32(name.dropLast(8)) != nil
  }

  private static func parent(of path: String) -> String {
    let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
