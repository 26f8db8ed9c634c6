package import Foundation

/// Opens and reads files, and says in our words what stood in the way.
package enum InputFile {
  /// What stands in the way of reading a file.
  package enum Fault: Error {
    case missing
    case isFolder
    case unreadable
  }

  /// Opens a file for reading.
  package static func handle(at path: String) throws(Fault) -> FileHandle {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing
    }
    guard !isFolder.boolValue else { throw .isFolder }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
    return handle
  }

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - path: The path, which messages repeat as given.
  ///   - limit: How many bytes are read at most; the caller refuses what reaches its own limit.
  /// - Throws: ``InvalidInput`` if the file is missing, is a folder, or cannot be read.
  package static func bytes(
    at path: String, atMost limit: Int = .max
  ) throws(InvalidInput) -> [UInt8] {
    do throws(Fault) {
      let handle = try handle(at: path)
      defer { try? handle.close() }
      guard let data = try? handle.read(upToCount: limit) ?? Data() else { throw .unreadable }
      return Array(data)
    } catch {
      throw problem(error, at: path)
    }
  }

  /// What stood in the way, for the person who named the file.
  package static func problem(_ fault: Fault, at path: String) -> InvalidInput {
    let kind: DiagnosticKind =
      switch fault {
      case .missing: .missingFile
      case .isFolder: .folderInsteadOfFile
      case .unreadable: .unreadableFile
      }
    return InvalidInput(Diagnostic(kind, at: SourcePlace(file: path)))
  }
}

/// What can be wrong with a file as a whole.
enum FileDiagnostics {
  static let all: [DiagnosticKind] = [.missingFile, .folderInsteadOfFile, .unreadableFile]
}

extension DiagnosticKind {
  package static let missingFile = DiagnosticKind(
    "core.missing-file",
    message: LocalizedText(id: "berkas ini tidak ditemukan", en: "there is no such file"),
    mend: LocalizedText(
      id: "periksa nama berkas dan foldernya",
      en: "check its name and the folder it is looked for in"))

  package static let folderInsteadOfFile = DiagnosticKind(
    "core.folder-instead-of-file",
    message: LocalizedText(id: "ini folder, bukan berkas", en: "this is a folder, not a file"),
    mend: LocalizedText(
      id: "sebutkan berkas di dalamnya", en: "name a file inside it"))

  package static let unreadableFile = DiagnosticKind(
    "core.unreadable-file",
    message: LocalizedText(id: "berkas ini tidak dapat dibaca", en: "the file cannot be read"),
    mend: LocalizedText(
      id: "periksa izin untuk membacanya", en: "check that you may read it"))
}
