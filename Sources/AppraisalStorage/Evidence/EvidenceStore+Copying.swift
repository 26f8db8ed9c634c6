#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Bionic)
  import Bionic
#else
  import Darwin
#endif

extension EvidenceStore {
  /// Copies the content of an item into a file, which is there whole and checked or not at all.
  ///
  /// One piece is in memory at a time. A file of that name is replaced at a stroke. Until the
  /// content is checked it lies beside it under the name with `.part` behind it; only its owner may
  /// read the file.
  ///
  /// - Throws: ``StoreError/missingEvidence(_:)``, ``StoreError/corrupted(_:)``,
  ///   ``StoreError/cancelled``, ``StoreError/full(place:)``, ``StoreError/readOnly(place:)``,
  ///   ``StoreError/notFound(place:)`` if there is no such folder, and what the store throws.
  public func copy(_ key: EvidenceKey, toFileAt path: String) async throws(StoreError) {
    let part = "\(path).part"
    do throws(StoreError) {
      let file = try onDisk(path) { () throws(SystemError) in
        try OpenFile(part, O_RDWR | O_CREAT | O_TRUNC)
      }
      var offset = 0
      var pieces = bytes(of: key).makeAsyncIterator()
      while let piece = try await pieces.next() {
        try onDisk(path) { () throws(SystemError) in
          try Disk.system.writeAll(piece, to: file.descriptor, at: offset)
        }
        offset += piece.count
      }
      try onDisk(path) { () throws(SystemError) in
        try Disk.system.synchronize(file.descriptor).get()
        try renameFile(part, to: path)
      }
    } catch {
      try? removeFile(part)
      throw error
    }
  }
}
