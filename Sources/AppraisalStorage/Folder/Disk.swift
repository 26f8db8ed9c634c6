#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Bionic)
  import Bionic
#else
  import Darwin
#endif

/// An error number of the operating system.
package struct SystemError: Error, Hashable, Sendable {
  package let code: Int32

  package init(code: Int32) { self.code = code }

  static var last: Self { Self(code: errno) }

  /// The number as a store reports it.
  func storeError(at place: String) -> StoreError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .full(place: place)
    case EROFS, EACCES, EPERM: .readOnly(place: place)
    case ENOENT, ENOTDIR: .notFound(place: place)
    default: .backend(code: "errno-\(code)", message: String(cString: strerror(code)))
    }
  }
}

/// The calls by which a folder store changes the disk; tests put failing ones in their place.
package struct Disk: Sendable {
  /// Writes bytes at an offset of a file and says how many were written.
  package var write:
    @Sendable (_ file: Int32, _ bytes: UnsafeRawBufferPointer, _ offset: Int64)
      -> Result<Int, SystemError>
  /// Returns when all that was written to a file or directory is safe from a loss of power.
  package var synchronize: @Sendable (_ file: Int32) -> Result<Void, SystemError>
  /// Cuts a file.
  package var truncate: @Sendable (_ file: Int32, _ length: Int64) -> Result<Void, SystemError>

  /// The operating system's own calls.
  package static let system = Disk(
    write: { file, bytes, offset in
      let count = pwrite(file, bytes.baseAddress, bytes.count, off_t(offset))
      return count < 0 ? .failure(.last) : .success(count)
    },
    synchronize: { file in
      #if canImport(Darwin)
        // Plain fsync there leaves the bytes in the drive's own memory.
        if fcntl(file, F_FULLFSYNC) == 0 { return .success(()) }
      #endif
      return fsync(file) == 0 ? .success(()) : .failure(.last)
    },
    truncate: { file, length in
      ftruncate(file, off_t(length)) == 0 ? .success(()) : .failure(.last)
    })
}

extension Disk {
  /// Writes all bytes, however many calls it takes.
  func writeAll(_ bytes: [UInt8], to file: Int32, at offset: Int) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let result = bytes[written...].withUnsafeBytes { write(file, $0, Int64(offset + written)) }
      switch result {
      case .success(let count): written += count
      case .failure(let error) where error.code == EINTR: continue
      case .failure(let error): throw error
      }
    }
  }
}

/// Does something on the disk and tells in a store's terms why it fails.
func onDisk<Result>(
  _ place: String, _ work: () throws(SystemError) -> Result
) throws(StoreError) -> Result {
  do throws(SystemError) {
    return try work()
  } catch {
    throw error.storeError(at: place)
  }
}
