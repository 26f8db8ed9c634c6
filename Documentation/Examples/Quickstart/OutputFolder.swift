import Foundation
import Kinerja

/// The folder that the quick start writes: `report.html` and `journal`, and nothing else.
///
/// A run keeps its journal aside until it has succeeded, so that one that fails or is killed leaves
/// what an earlier run wrote as it was. What somebody else wrote there is never removed.
struct OutputFolder {
  let path: String
  private let isNew: Bool

  /// Where the journal stands until the run has succeeded.
  var unfinishedJournal: String { "\(path)/journal.unfinished" }
  private var journal: String { "\(path)/journal" }
  private var report: String { "\(path)/report.html" }

  /// Makes the folder if need be, and clears away what a killed run left.
  ///
  /// - Throws: ``OutputError`` if it cannot be written to, is in use, or would lose what is not ours.
  init(at path: String) async throws(OutputError) {
    self.path = path
    isNew = !Self.exists(path)
    guard isNew || Self.isFolder(path) else { throw OutputError(.outputIsFile, path) }
    for folder in [journal, unfinishedJournal] where Self.exists(folder) {
      guard Self.isJournal(folder) else { throw OutputError(.outputForeign, folder) }
      if await Self.isInUse(folder) { throw OutputError(.outputInUse, folder) }
    }
    guard !Self.exists(report) || Self.isReport(report) else {
      throw OutputError(.outputForeign, report)
    }
    try Self.doing(path) { try $0.createDirectory(atPath: path, withIntermediateDirectories: true) }
    try remove(unfinishedJournal)
  }

  /// Puts the report and the finished journal in the places of the earlier ones.
  func finish(report text: String) throws(OutputError) {
    try Self.write(text, to: report)
    try remove(journal)
    try Self.doing(journal) { try $0.moveItem(atPath: unfinishedJournal, toPath: journal) }
  }

  /// Leaves the folder as it was before the run.
  func abandon() {
    try? remove(unfinishedJournal)
    if isNew { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Writes a file in whole or not at all.
  static func write(_ text: String, to path: String) throws(OutputError) {
    try doing(path) { _ in
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
  }

  private func remove(_ path: String) throws(OutputError) {
    guard Self.exists(path) else { return }
    try Self.doing(path) { try $0.removeItem(atPath: path) }
  }

  private static func doing(
    _ path: String, _ work: (FileManager) throws -> Void
  ) throws(OutputError) {
    do { try work(.default) } catch { throw OutputError(.outputUnwritable, path) }
  }
}

// MARK: - Whose files they are

extension OutputFolder {
  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether a folder holds a store's files and nothing else.
  private static func isJournal(_ path: String) -> Bool {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return false
    }
    return names.allSatisfy { name in
      let whole = name.hasSuffix(".new") ? name.dropLast(4) : name[...]
      return whole == "lock" || whole.hasSuffix(".journal") || whole.hasSuffix(".index")
    }
  }

  private static func isInUse(_ path: String) async -> Bool {
    do throws(StoreError) {
      try await FolderStore(at: path, FolderSettings(makesFolder: false)).shutdown()
    } catch {
      if case .inUse = error { return true }
    }
    return false
  }

  private static func isReport(_ path: String) -> Bool {
    guard !isFolder(path), let page = FileManager.default.contents(atPath: path) else {
      return false
    }
    return String(decoding: page.prefix(1_000), as: UTF8.self).contains(Report.generatorTag)
  }
}

/// Why the output cannot be written.
struct OutputError: DiagnosedError {
  let diagnostic: Diagnostic

  init(_ kind: DiagnosticKind, _ path: String) {
    diagnostic = Diagnostic(kind, at: SourcePlace(file: path))
  }
}
