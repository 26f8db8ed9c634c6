import AppraisalStorage
import Foundation

/// Looks at a folder after a kill.
struct Inspection {
  let path: String
  let writers: Int
  let seed: UInt64

  /// What an inspection has seen.
  struct Sight {
    var batches = 0
    var tornBytes = 0
  }

  /// Opens the folder and checks that every acknowledged batch is there and none is half there.
  ///
  /// - Parameter known: How many batches of each writer must be there.
  func check(known: [Int: Int]) async throws -> Sight {
    let store = try FolderStore(at: path)
    var sight = Sight()
    sight.tornBytes = store.discardedTail?.byteCount ?? 0
    for writer in 0..<writers {
      let load = Load(seed: seed, writer: writer)
      var number = 0
      for try await event in store.history(of: load.stream, pageSize: 4_096) {
        guard event.payload == load.payload(number) else {
          throw Failure("event \(number) of writer \(writer) is not what was written")
        }
        let key = load.key(number)
        guard try await store.read([key])[key]?.payload == event.payload else {
          throw Failure("batch \(number) of writer \(writer) is half there: no record")
        }
        number += 1
      }
      guard number >= known[writer] ?? 0 else {
        throw Failure(
          "writer \(writer): \(known[writer] ?? 0) batches acknowledged, \(number) there")
      }
      let latest = try await store.read([load.latest])[load.latest]?.payload
      guard latest == (number > 0 ? load.payload(number - 1) : nil) else {
        throw Failure("batch \(number - 1) of writer \(writer) is half there: no latest record")
      }
      let beyond = load.key(number)
      guard try await store.read([beyond]).isEmpty else {
        throw Failure("batch \(number) of writer \(writer) is half there: no event")
      }
      sight.batches += number
    }
    await store.shutdown()
    return sight
  }

  /// Flips one bit of some file and checks that opening names the file and a place at or before
  /// the bit, and changes nothing; then flips it back.
  func checkFlippedBit(_ draw: inout Draw) throws {
    let names = try files(".journal")
    let name = names[Int(draw.next() % UInt64(names.count))]
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    let sound = try Data(contentsOf: url)
    var flipped = sound
    let place = Int(draw.next() % UInt64(sound.count))
    flipped[place] ^= 1 << UInt8(draw.next() % 8)
    try flipped.write(to: url)
    defer { try? sound.write(to: url) }
    do {
      _ = try FolderStore(at: path)
      throw Failure("a flipped bit of byte \(place) of \(name) went unnoticed")
    } catch StoreError.corrupted(let damage) {
      guard damage.file.hasSuffix(name), damage.offset <= UInt64(place),
        UInt64(place) - damage.offset <= 4_096
      else { throw Failure("byte \(place) of \(name) was flipped; found \(damage)") }
    }
    guard try Data(contentsOf: url) == flipped else {
      throw Failure("the damaged file \(name) was changed")
    }
  }

  /// Flips a bit of some index file, cuts it, removes it or puts another in its place, none of which
  /// may change what the folder holds.
  ///
  /// - Returns: Whether there was one.
  func harmIndex(_ draw: inout Draw) throws -> Bool {
    let names = try files(".index")
    guard !names.isEmpty else { return false }
    let urls = names.map { URL(fileURLWithPath: "\(path)/\($0)") }
    let url = urls[Int(draw.next() % UInt64(urls.count))]
    var bytes = try Data(contentsOf: url)
    let place = Int(draw.next() % UInt64(bytes.count))
    switch draw.next() % 4 {
    case 0: try FileManager.default.removeItem(at: url)
    case 1: try bytes.prefix(place).write(to: url)
    case 2: try Data(contentsOf: urls[Int(draw.next() % UInt64(urls.count))]).write(to: url)
    default:
      bytes[place] ^= 1 << UInt8(draw.next() % 8)
      try bytes.write(to: url)
    }
    return true
  }

  /// The names of the files with an ending, in order.
  func files(_ suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(suffix) }.sorted()
  }
}
