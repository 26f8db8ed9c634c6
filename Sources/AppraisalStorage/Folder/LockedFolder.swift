#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Bionic)
  import Bionic
#else
  import Darwin
#endif

/// A folder that is open, and locked against every other opener who would write.
struct LockedFolder: Sendable {
  let path: String
  let disk: Disk
  /// Whether it was opened for writing.
  let isWritable: Bool
  /// Nil on a medium that cannot be written to and has no lock.
  private let lock: OpenFile?
  private let directory: OpenFile

  /// Opens and locks a folder.
  ///
  /// - Parameters:
  ///   - path: The folder; its parent must exist.
  ///   - makes: Whether it is made if it is not there.
  ///   - disk: How it is written to.
  ///   - isOurs: Whether it is one of ours, by the names in it.
  /// - Throws: ``StoreError/inUse(place:)``, ``StoreError/notFound(place:)``,
  ///   ``StoreError/readOnly(place:)`` or what the system reports.
  init(
    _ path: String, makes: Bool, disk: Disk, isOurs: (_ names: [String]) -> Bool
  ) throws(StoreError) {
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
      guard try isOurs(AppraisalStorage.names(inDirectory: path)) else {
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
  init(reading path: String, isOurs: (_ names: [String]) -> Bool) throws(StoreError) {
    self.path = path
    disk = .system
    isWritable = false
    (directory, lock) = try Self.opening(path) {
      let directory = try OpenFile(path, O_RDONLY | O_DIRECTORY)
      let names = try AppraisalStorage.names(inDirectory: path)
      guard isOurs(names) else { throw StoreError.notFound(place: path) }
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

  private static func parent(of path: String) -> String {
    let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}

extension LockedFolder {
  /// Puts a file of the folder in its place, which holds the old or the new whenever the power goes.
  @discardableResult
  func put(_ bytes: [UInt8], at file: String) throws(StoreError) -> OpenFile {
    try onDisk(file) { () throws(SystemError) in
      let new = try OpenFile("\(file).new", O_RDWR | O_CREAT | O_TRUNC)
      try disk.writeAll(bytes, to: new.descriptor, at: 0)
      try disk.synchronize(new.descriptor).get()
      try renameFile("\(file).new", to: file)
      try disk.synchronize(directory.descriptor).get()
      return new
    }
  }

  /// Returns when all that was renamed is safe from a loss of power.
  func synchronize() throws(StoreError) {
    try onDisk(path) { () throws(SystemError) in
      try disk.synchronize(directory.descriptor).get()
    }
  }
}
