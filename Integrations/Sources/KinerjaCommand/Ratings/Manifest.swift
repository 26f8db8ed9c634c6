import Foundation
import KinerjaCore

/// What a result rests on: the version, the settings, and the bytes it was made from.
struct Manifest {
  let verb: String
  /// The file by its name, without the folder.
  let input: String
  let digest: String
  let settings: [(key: String, value: String)]

  init(_ verb: String, path: String, settings: [(key: String, value: String)]) {
    self.verb = verb
    input = URL(fileURLWithPath: path).lastPathComponent
    self.settings = settings
    var hash = SHA256()
    if let handle = FileHandle(forReadingAtPath: path) {
      while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(piece) }
      try? handle.close()
    }
    digest = hash.finalize().description
  }

  /// Adds itself to figures, under names that begin with `manifest`.
  func add(to figures: inout Figures) {
    figures.add("manifest.program", "kinerja \(verb)")
    figures.add("manifest.version", KinerjaVersion.current)
    figures.add("manifest.input", input)
    figures.add("manifest.input.sha256", digest)
    for (key, value) in settings { figures.add("manifest.settings.\(key)", value) }
  }

  /// The same for people to read.
  var lines: [LocalizedText] {
    [
      LocalizedText(same: "kinerja \(verb) \(KinerjaVersion.current)"),
      LocalizedText(
        id: "berkas \(input), SHA-256 \(digest)", en: "file \(input), SHA-256 \(digest)"),
    ] + settings.map { LocalizedText(same: "\($0.key): \($0.value)") }
  }
}
