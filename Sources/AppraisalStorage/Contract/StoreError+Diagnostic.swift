public import KinerjaCore

extension StoreError: DiagnosedError {
  /// The error as a diagnostic in both languages; ids of records and streams, and digests,
  /// are left out, for they may stand for persons.
  public var diagnostic: Diagnostic {
    switch self {
    case .conflict(let key, _):
      Diagnostic(.recordConflict, ["collection": .text(key.collection.text)])
    case .alreadyExists(let key):
      Diagnostic(.recordExists, ["collection": .text(key.collection.text)])
    case .streamConflict(let stream, let actual):
      Diagnostic(
        .streamConflict,
        ["collection": .text(stream.collection.text), "length": .text(String(actual))])
    case .idempotencyMismatch:
      Diagnostic(.idempotencyMismatch)
    case .invalidBatch(.noMutation):
      Diagnostic(.emptyBatch)
    case .invalidBatch(.otherTenant(let index)):
      Diagnostic(.batchCrossesTenants, at: SourcePlace(path: [.key("mutations"), .index(index)]))
    case .invalidCursor:
      Diagnostic(.invalidCursor)
    case .changesForgotten:
      Diagnostic(.changesForgotten)
    case .limitExceeded(let limit, let found, let allowed):
      Diagnostic(
        .storeLimit,
        [
          "limit": .text(limit.rawValue), "found": .integer(Int64(found)),
          "allowed": .integer(Int64(allowed)),
        ])
    case .outcomeUnknown:
      Diagnostic(.outcomeUnknown)
    case .cancelled:
      Diagnostic(.storeCancelled)
    case .unavailable:
      Diagnostic(.storeUnavailable)
    case .inUse(let place):
      Diagnostic(.storeInUse, at: SourcePlace(file: place))
    case .notFound(let place):
      Diagnostic(.storeNotFound, at: SourcePlace(file: place))
    case .readOnly(let place):
      Diagnostic(.storeReadOnly, at: SourcePlace(file: place))
    case .full(let place):
      Diagnostic(.storeFull, at: SourcePlace(file: place))
    case .newerFormat(let place, let found, let supported):
      Diagnostic(
        .newerFormat,
        ["found": .integer(Int64(found)), "supported": .integer(Int64(supported))],
        at: SourcePlace(file: place))
    case .needsMigration(let place, let found, let supported):
      Diagnostic(
        .needsMigration,
        ["found": .integer(Int64(found)), "supported": .integer(Int64(supported))],
        at: SourcePlace(file: place))
    case .corrupted(let damage):
      Diagnostic(
        .storeCorrupted,
        ["offset": .text(String(damage.offset)), "finding": .localized(damage.finding.label)],
        at: SourcePlace(file: damage.file))
    case .missingEvidence:
      Diagnostic(.missingEvidence)
    case .unsupported(let what):
      Diagnostic(.storeUnsupported, ["what": .text(what)])
    case .backend(let code, let message):
      Diagnostic(.backendError, ["code": .text(code), "message": .text(message)])
    }
  }
}

extension StoreDamage.Finding {
  /// The finding in words.
  public var label: LocalizedText {
    switch self {
    case .header:
      LocalizedText(id: "kepala berkas tidak dikenal", en: "the file's header is not ours")
    case .checksum:
      LocalizedText(
        id: "isi tidak cocok dengan jumlah periksanya", en: "bytes do not match their checksum")
    case .order:
      LocalizedText(
        id: "ada komit yang hilang atau berulang", en: "a commit is missing or stands twice")
    case .missingFile:
      LocalizedText(id: "satu berkas hilang", en: "a file is missing")
    case .shortFile:
      LocalizedText(
        id: "berkas terpotong padahal ada lanjutannya",
        en: "the file is cut short although others follow it")
    case .content:
      LocalizedText(id: "isi tidak dapat dipahami", en: "the content makes no sense")
    }
  }
}
