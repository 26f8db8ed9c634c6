import Foundation
import KinerjaCore
import KinerjaTables
import Synchronization
import Testing

@Suite struct CSVFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("kinerja-csv-\(UUID().uuidString)")

  @Test func `a file is read by its path and named in messages`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("units.csv").path
    var writer = CSVWriter(columns: ["unit", "size"])
    for unit in 0..<5_000 { writer.append([.text("u\(unit % 70)"), .integer(unit)]) }
    try writer.write(to: path)
    let layout = CSVLayout([.identifier("unit", UnitID.self), .integer("size")])
    let table = try CSVReader(layout).read(path: path, as: "units.csv")
    #expect(table.rowCount == 5_000 && table.codes("unit").dictionary.count == 70)
    #expect(table == (try CSVReader(layout).read(bytes: writer.bytes, as: "units.csv")))
    #expect(table.rows[4_999].place.description == "units.csv:5001")
    #expect(try CSVReader(layout).read(path: path).file == path)
  }

  @Test func `what is no file is named`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let reader = CSVReader(CSVLayout([.code("a")]))
    for (path, code) in [
      (folder.path, "tables.directory-instead-of-file"),
      (folder.appendingPathComponent("nowhere.csv").path, "tables.missing-file"),
    ] {
      let error = #expect(throws: InvalidInput.self) { try reader.read(path: path, as: "x.csv") }
      #expect(error?.problems.map(\.code) == [code])
      #expect(error?.problems.first?.place.file == "x.csv")
    }
  }

  @Test func `progress is told in bytes, up to all of them`() throws {
    var writer = CSVWriter(columns: ["a"])
    for row in 0..<1_000 { writer.append([.integer(row)]) }
    let told = Mutex<[ParallelBlocks.Progress]>([])
    let parallel = ParallelBlocks(threads: 2) { progress in told.withLock { $0.append(progress) } }
    let reader = CSVReader(
      CSVLayout([.integer("a")]), parallel: parallel, bytesPerRead: 500, bytesPerBlock: 100)
    _ = try reader.read(bytes: writer.bytes)
    let all = told.withLock(\.self)
    #expect(all.count > 5 && all.allSatisfy { $0.total == writer.bytes.count })
    #expect(all.map(\.done) == all.map(\.done).sorted())
    #expect(all.last?.done == writer.bytes.count)
  }
}
