import Foundation
import KinerjaCore

/// Bytes in pieces, from a file or from memory.
struct ByteSource {
  /// Returns at most so many bytes; none at the end.
  let next: (Int) -> Result<[UInt8], ReadFault>
  /// How many bytes there are, as far as anybody can say.
  let byteCount: Int

  /// Why a file cannot be read.
  struct ReadFault: Error {
    let kind: DiagnosticKind

    init(_ fault: InputFile.Fault) {
      kind =
        switch fault {
        case .missing: .missingFile
        case .isFolder: .directoryInsteadOfFile
        case .unreadable: .unreadableFile
        }
    }
  }

  static func memory(_ bytes: [UInt8]) -> ByteSource {
    var at = 0
    return ByteSource(
      next: { count in
        let end = min(bytes.count, at + count)
        defer { at = end }
        return .success(Array(bytes[at..<end]))
      }, byteCount: bytes.count)
  }

  static func file(_ path: String) throws(ReadFault) -> ByteSource {
    let handle: FileHandle
    do throws(InputFile.Fault) {
      handle = try InputFile.handle(at: path)
    } catch {
      throw ReadFault(error)
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    // The handle closes the file when the source is dropped.
    return ByteSource(
      next: { count in
        do {
          return .success(try read(handle, count))
        } catch {
          return .failure(ReadFault(.unreadable))
        }
      }, byteCount: (attributes?[.size] as? NSNumber)?.intValue ?? 0)
  }

  private static func read(_ handle: FileHandle, _ count: Int) throws -> [UInt8] {
    // Apple's file handles hand out objects that wait for a pool; a long file would pile them up.
    #if canImport(ObjectiveC)
      try autoreleasepool { [UInt8](try handle.read(upToCount: count) ?? Data()) }
    #else
      [UInt8](try handle.read(upToCount: count) ?? Data())
    #endif
  }
}
