import AppraisalStorage
import AppraisalStoragePostgreSQL
import AppraisalStorageSQLite
import Foundation
import KinerjaCore

// Writes to a store until it is killed, and prints the number of each batch that was acknowledged:
//   storage-writer sqlite FILE NAME
//   storage-writer postgresql PLACE/SCHEMA NAME
//   storage-writer evidence FOLDER NUMBER       items of evidence, from this number on
let arguments = CommandLine.arguments
guard arguments.count == 4 else { exit(64) }
switch arguments[1] {
case "sqlite": try await write(to: SQLiteStore(at: arguments[2]), as: KeyText(arguments[3]))
case "evidence": try await writeEvidence(to: arguments[2], from: Int(arguments[3]) ?? 0)
default:
  let parts = arguments[2].split(separator: "/")
  let store = try await PostgreSQLStore(at: String(parts[0]), schema: String(parts[1]))
  try await write(to: store, as: KeyText(arguments[3]))
}

/// Goes on where the writer of this name was killed: the stream tells how far it came.
func write(to store: some AppraisalStore, as name: KeyText) async throws {
  let tenant: AgencyID = "kendari"
  let stream = StreamID(tenant: tenant, collection: "journal", id: name)
  let record = RecordKey(tenant: tenant, collection: "counts", id: name)
  var length = 0
  for try await _ in store.history(of: stream) { length += 1 }
  var number = length / 2
  while true {
    let text = Payload(schema: 1, utf8: "\(number)")
    let batch = try Batch(
      tenant: tenant, idempotencyKey: KeyText("\(name)/\(number)"),
      [
        .append(stream, [text, text], expecting: .exactly(UInt64(2 * number))),
        .put(record, text, if: .unconditional),
      ])
    do throws(StoreError) {
      _ = try await store.commit(batch)
    } catch .unavailable {
      // Another writer was in the way for long.
      continue
    }
    try FileHandle.standardOutput.write(contentsOf: Data("\(number)\n".utf8))
    number += 1
  }
}

func writeEvidence(to folder: String, from start: Int) async throws {
  let store = try FolderEvidence(at: folder)
  for number in start... {
    let piece = Array(repeatElement("item \(number) ", count: 1_000).joined().utf8)
    var left = 20
    _ = try await store.write(for: "kendari") { () async throws(StoreError) in
      left -= 1
      return left >= 0 ? piece : nil
    }
    try FileHandle.standardOutput.write(contentsOf: Data("\(number)\n".utf8))
  }
}
