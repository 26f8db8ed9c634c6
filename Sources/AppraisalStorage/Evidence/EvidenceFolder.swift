#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Bionic)
  import Bionic
#else
  import Darwin
#endif

import KinerjaCore

/// A locked folder of evidence: `items/kendari/e3/e3b0c442…` under its own SHA-256, and in
/// `incoming` what is being written.
struct EvidenceFolder: Sendable {
  /// The version of the format, as the file `evidence` tells it.
  static let format: UInt32 = 1

  private let folder: LockedFolder
  /// The directories whose names are known to be safe from a loss of power.
  private var safe: Set<String> = []
  /// The digests in the directory that was listed last, for whoever walks through it page by page.
  private var listed: (directory: String, digests: [Digest])?

  /// Opens and locks a folder; an empty one, or one that is not there, becomes one of ours.
  ///
  /// What an interrupted writing left is removed.
  init(_ path: String, makes: Bool, disk: Disk) throws(StoreError) {
    let remains: Set = [".", "..", "lock", "evidence.new"]
    folder = try LockedFolder(path, makes: makes, disk: disk) { names in
      names.contains("evidence") || makes && remains.isSuperset(of: names)
    }
    if try onDisk(path, { () throws(SystemError) in try size(ofFile: "\(path)/evidence") }) == nil {
      try folder.put(Array("\(Self.name) \(Self.format)\n".utf8), at: "\(path)/evidence")
    }
    try checkFormat()
    try onDisk(path) { () throws(SystemError) in
      for directory in ["incoming", "items"] {
        _ = try makeDirectory("\(path)/\(directory)")
      }
      for name in try names(inDirectory: "\(path)/incoming") where name != "." && name != ".." {
        try removeFile("\(path)/incoming/\(name)")
      }
    }
    try folder.synchronize()
  }

  /// Opens a folder for reading; nothing in it is changed, and others may read it too.
  init(reading path: String) throws(StoreError) {
    folder = try LockedFolder(reading: path) { $0.contains("evidence") }
    try checkFormat()
  }

  var isWritable: Bool { folder.isWritable }

  private static let name = "kinerja-evidence"

  private func checkFormat() throws(StoreError) {
    let place = "\(folder.path)/evidence"
    let bytes = try onDisk(place) { () throws(SystemError) in
      try OpenFile(place, O_RDONLY).read(64, at: 0)
    }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard
      words.count == 2, words[0] == Self.name, words[1].last == "\n",
      let format = UInt32(words[1].dropLast())
    else { throw .corrupted(StoreDamage(file: place, offset: 0, .header)) }
    guard (1...Self.format).contains(format) else {
      throw .newerFormat(place: place, found: format, supported: Self.format)
    }
  }
}

// MARK: - Places

extension EvidenceFolder {
  /// The directory of a tenant's items.
  ///
  /// Where a disk does not tell capital letters from small ones, tenants must stay apart too: a
  /// capital is a small one behind `=`, which no identifier has.
  static func directory(of tenant: AgencyID, in path: String) -> String {
    let name = tenant.text.map { $0.isUppercase ? "=\($0.lowercased())" : "\($0)" }
    return "\(path)/items/\(name.joined())"
  }

  /// Where an item lies.
  static func file(of key: EvidenceKey, in path: String) -> String {
    let hex = key.digest.hex
    return "\(directory(of: key.tenant, in: path))/\(hex.prefix(2))/\(hex)"
  }

  private func directory(of key: EvidenceKey) -> String {
    "\(Self.directory(of: key.tenant, in: folder.path))/\(key.digest.hex.prefix(2))"
  }

  private func file(of key: EvidenceKey) -> String { Self.file(of: key, in: folder.path) }

  private func incoming(_ number: Int) -> String { "\(folder.path)/incoming/\(number)" }
}

// MARK: - Writing

extension EvidenceFolder {
  /// Begins to write something whose name is not known yet.
  func begin(_ number: Int) throws(StoreError) -> OpenFile {
    try onDisk(folder.path) { () throws(SystemError) in
      try OpenFile(incoming(number), O_RDWR | O_CREAT | O_TRUNC)
    }
  }

  func append(_ piece: [UInt8], to file: OpenFile, at offset: Int) throws(StoreError) {
    try onDisk(folder.path) { () throws(SystemError) in
      try folder.disk.writeAll(piece, to: file.descriptor, at: offset)
    }
  }

  /// Puts what was written in its place, where it is whole or not at all whenever the power goes.
  ///
  /// One that lies there already is replaced: it may be damaged, or not safe from a loss of power.
  mutating func keep(_ file: OpenFile, _ number: Int, as key: EvidenceKey) throws(StoreError) {
    let directory = directory(of: key)
    let place = self.file(of: key)
    try synchronize(file)
    try makeSafe(Self.directory(of: key.tenant, in: folder.path), in: "\(folder.path)/items")
    try makeSafe(directory, in: Self.directory(of: key.tenant, in: folder.path))
    let isNew = try onDisk(folder.path) { () throws(SystemError) in
      let isNew = try size(ofFile: place) == nil
      try renameFile(incoming(number), to: place)
      return isNew
    }
    listed = nil
    do throws(StoreError) {
      try synchronize(directory: directory)
    } catch {
      // What failed is not to be read; what was there before it stays.
      if isNew { try? removeFile(place) }
      throw error
    }
  }

  /// Removes what became nothing; opening the folder again would remove it too.
  func discard(_ number: Int) { try? removeFile(incoming(number)) }

  /// Removes an item, and returns when it stays away even if the power goes.
  mutating func erase(_ key: EvidenceKey) throws(StoreError) {
    listed = nil
    let directory = directory(of: key)
    try onDisk(folder.path) { () throws(SystemError) in
      do throws(SystemError) {
        try removeFile(file(of: key))
      } catch {
        guard error.isMissing else { throw error }
      }
    }
    // Also when it was gone: an earlier erasure may have failed just here.
    guard
      try onDisk(folder.path, { () throws(SystemError) in try size(ofFile: directory) }) != nil
    else { return }
    try synchronize(directory: directory)
  }

  /// Makes a directory whose name outlives a loss of power.
  private mutating func makeSafe(_ directory: String, in parent: String) throws(StoreError) {
    guard !safe.contains(directory) else { return }
    _ = try onDisk(folder.path) { () throws(SystemError) in try makeDirectory(directory) }
    // Also if it was there: whoever made it may not have lived to see it safe.
    try synchronize(directory: parent)
    safe.insert(directory)
  }

  private func synchronize(directory: String) throws(StoreError) {
    try synchronize(
      onDisk(folder.path) { () throws(SystemError) in
        try OpenFile(directory, O_RDONLY | O_DIRECTORY)
      })
  }

  private func synchronize(_ file: OpenFile) throws(StoreError) {
    try onDisk(folder.path) { () throws(SystemError) in
      try folder.disk.synchronize(file.descriptor).get()
    }
  }
}

// MARK: - Reading

extension EvidenceFolder {
  func byteCount(of key: EvidenceKey) throws(StoreError) -> Int? {
    let file = file(of: key)
    return try onDisk(file) { () throws(SystemError) in try size(ofFile: file) }
  }

  /// A piece of an item; nil if there is none.
  func read(_ key: EvidenceKey, from offset: UInt64, limit: Int) throws(StoreError) -> [UInt8]? {
    let place = file(of: key)
    return try onDisk(place) { () throws(SystemError) in
      do throws(SystemError) {
        let file = try OpenFile(place, O_RDONLY)
        guard let offset = Int(exactly: offset), offset < (try file.size()) else { return [] }
        return try file.read(limit, at: offset)
      } catch {
        guard error.isMissing else { throw error }
        return nil
      }
    }
  }

  /// Forgets what was listed, so that files which a person put there are seen from a new walk on.
  mutating func listAnew() { listed = nil }

  /// The digests of a tenant's items that begin with a byte, in order; what else lies there is
  /// passed over.
  mutating func digests(
    of tenant: AgencyID, beginningWith byte: UInt8
  ) throws(StoreError) -> [Digest] {
    let first = (byte < 16 ? "0" : "") + String(byte, radix: 16)
    let directory = "\(Self.directory(of: tenant, in: folder.path))/\(first)"
    if let listed, listed.directory == directory { return listed.digests }
    let digests = try onDisk(directory) { () throws(SystemError) -> [Digest] in
      do throws(SystemError) {
        return try names(inDirectory: directory).filter { $0.hasPrefix(first) }
          .compactMap { Digest(hex: $0) }.sorted()
      } catch {
        guard error.isMissing else { throw error }
        return []
      }
    }
    listed = (directory, digests)
    return digests
  }
}

extension SystemError {
  fileprivate var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
