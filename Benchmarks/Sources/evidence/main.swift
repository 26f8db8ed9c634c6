import AppraisalStorage
import BenchmarkHarness
import Foundation
import KinerjaCore

// A folder of very many items: how long it takes to open, to list and to look at one. And one very
// great item: what writing, reading and copying it takes in memory.
let settings = Settings(
  defaults: ["items": 1_000_000, "megabytes": 1_024, "page": 1_024],
  texts: ["phase", "folder"])
let items = settings.isSmoke ? 2_000 : settings["items"]
let megabytes = settings.isSmoke ? 16 : settings["megabytes"]
let parent =
  settings.text("folder")
  ?? FileManager.default.temporaryDirectory
  .appendingPathComponent("kinerja-evidence-\(ProcessInfo.processInfo.processIdentifier)").path
let great = GreatItem(parent: parent, megabytes: megabytes)
let many = ManyItems(path: "\(parent)/many", count: items, pageSize: max(1, settings["page"]))
if let phase = settings.text("phase") {
  switch phase {
  case "write": try await great.write()
  case "verify": try await great.verify()
  case "copy": try await great.copy()
  case "open": try await many.open()
  case "list": try await many.list()
  default: exit(64)
  }
  exit(0)
}

try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: parent) }
if megabytes > 0 {
  try great.make()
  for phase in ["write", "verify", "copy"] {
    print(try Child("--phase", phase, "--folder", parent).finish(), terminator: "")
  }
}
if items > 0 {
  try await many.make()
  for phase in Array(repeating: "open", count: settings.runs) + ["list"] {
    print(try Child("--phase", phase, "--folder", parent).finish(), terminator: "")
  }
}
