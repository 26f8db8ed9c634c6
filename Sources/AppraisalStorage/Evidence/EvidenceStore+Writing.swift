import Foundation
public import KinerjaCore

extension EvidenceStore {
  /// Writes an item that is in memory.
  @discardableResult
  public func write(
    _ bytes: [UInt8], for tenant: AgencyID
  ) async throws(StoreError) -> EvidenceItem {
    var rest: [UInt8]? = bytes
    return try await write(for: tenant) { () async throws(StoreError) in
      defer { rest = nil }
      return rest
    }
  }

  /// Writes what a file holds, one piece of it in memory at a time.
  ///
  /// - Throws: `InvalidInput` if the file is missing, is a folder or cannot be read; `StoreError`
  ///   as ``write(for:from:)`` does.
  @discardableResult
  public func write(fileAt path: String, for tenant: AgencyID) async throws -> EvidenceItem {
    var fault: InputFile.Fault?
    do {
      let file = try InputFile.handle(at: path)
      return try await write(for: tenant) { () async throws(StoreError) in
        do {
          return try file.read(upToCount: 256 << 10).map(Array.init)
        } catch {
          fault = .unreadable
          throw .cancelled
        }
      }
    } catch let error as InputFile.Fault {
      throw InputFile.problem(error, at: path)
    } catch {
      throw fault.map { InputFile.problem($0, at: path) } ?? error
    }
  }

  /// Writes the pieces that somebody sends, such as the body of a request, as they arrive.
  ///
  /// - Throws: What the pieces throw, as they throw it; `StoreError` as ``write(for:from:)`` does.
  ///   Nothing is left of what was not sent to its end.
  @discardableResult
  public func write<Pieces: AsyncSequence & Sendable>(
    _ pieces: Pieces, for tenant: AgencyID
  ) async throws -> EvidenceItem
  where Pieces.Element: Sequence<UInt8>, Pieces.AsyncIterator: SendableMetatype {
    var failure: (any Error)?
    var iterator: Pieces.AsyncIterator?
    do {
      return try await write(for: tenant) { () async throws(StoreError) in
        var begun = iterator ?? pieces.makeAsyncIterator()
        do {
          let piece = try await begun.next()
          iterator = begun
          return piece.map(Array.init)
        } catch {
          failure = error
          throw .cancelled
        }
      }
    } catch {
      throw failure ?? error
    }
  }
}
