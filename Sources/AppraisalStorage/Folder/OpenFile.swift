#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Bionic)
  import Bionic
#else
  import Darwin
#endif

/// A file or directory that is open for as long as somebody holds this.
final class OpenFile: Sendable {
  let descriptor: Int32
  let path: String

  /// Opens a file; only its owner may read what is created.
  init(_ path: String, _ flags: Int32) throws(SystemError) {
    var descriptor: Int32
    repeat {
      descriptor = open(path, flags | O_CLOEXEC, 0o600)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw .last }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Keeps every other process, and every other opener in this one, from writing.
  ///
  /// - Parameter isShared: Whether others may hold such a lock too.
  /// - Returns: Whether nobody else kept this one from it.
  func lock(shared isShared: Bool) throws(SystemError) -> Bool {
    while flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw .last }
    }
    return true
  }

  /// The length in bytes.
  func size() throws(SystemError) -> Int {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .last }
    return Int(information.st_size)
  }

  /// When it was last written to, in nanoseconds of the system's clock.
  func modified() throws(SystemError) -> UInt64 {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .last }
    #if canImport(Darwin)
      let time = information.st_mtimespec
    #else
      let time = information.st_mtim
    #endif
    return UInt64(clamping: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// Reads up to `count` bytes from an offset on; fewer at the end of the file.
  func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) {
        filled = try fill(UnsafeMutableRawBufferPointer(buffer), from: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads up to `count` words as they stand in the file; fewer at its end.
  func words(_ count: Int, at offset: Int) throws(SystemError) -> [UInt64] {
    var failure: SystemError?
    let words = [UInt64](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) {
        // The array has room for more than was asked for, at times.
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[..<(8 * count)])
        filled = try fill(room, from: offset) / 8
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return words
  }

  /// Reads until there is no room, or no more in the file, and says how many bytes that were.
  private func fill(
    _ room: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(SystemError) -> Int {
    var filled = 0
    while filled < room.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: room[filled...])
      let read = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if read > 0 {
        filled += read
      } else if read == 0 {
        break
      } else if errno != EINTR {
        throw .last
      }
    }
    return filled
  }
}

extension OpenFile {
  /// Up to so many bytes from an offset on; fewer at the end of the file.
  func bytes(_ count: Int, at offset: Int) throws(StoreError) -> [UInt8] {
    do throws(SystemError) {
      return try read(count, at: offset)
    } catch {
      throw error.storeError(at: path)
    }
  }

  /// All bytes of the file.
  func contents() throws(StoreError) -> [UInt8] {
    do throws(SystemError) {
      return try read(size(), at: 0)
    } catch {
      throw error.storeError(at: path)
    }
  }
}

/// The length of a file in bytes; nil if there is none.
func size(ofFile path: String) throws(SystemError) -> Int? {
  var information = stat()
  if stat(path, &information) == 0 { return Int(information.st_size) }
  guard errno == ENOENT || errno == ENOTDIR else { throw .last }
  return nil
}

/// The names in a directory, in no particular order.
func names(inDirectory path: String) throws(SystemError) -> [String] {
  guard let directory = opendir(path) else { throw .last }
  defer { closedir(directory) }
  var names: [String] = []
  errno = 0
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
        String(cString: $0)
      }
    }
    names.append(name)
  }
  guard errno == 0 else { throw .last }
  return names
}

/// Renames a file, which replaces one of the new name at a stroke.
func renameFile(_ old: String, to new: String) throws(SystemError) {
  guard rename(old, new) == 0 else { throw .last }
}

/// Removes a file.
func removeFile(_ path: String) throws(SystemError) {
  guard unlink(path) == 0 else { throw .last }
}

/// Makes a directory for its owner only; nothing happens if it exists.
///
/// - Returns: Whether it was made.
func makeDirectory(_ path: String) throws(SystemError) -> Bool {
  if mkdir(path, 0o700) == 0 { return true }
  guard errno == EEXIST else { throw .last }
  return false
}
