import AppraisalStorage
import KinerjaCore

/// What a store says of itself, of whichever kind it is.
enum DeclaredCapabilities: Sendable {
  case appraisals(StoreCapabilities)
  case evidence(EvidenceCapabilities)

  /// For programs.
  var json: JSONValue {
    switch self {
    case .appraisals(let store):
      .object(of: [
        "batchWrites": store.batchWrites.json, "batchBytes": store.batchBytes.json,
        "payloadBytes": store.payloadBytes.json, "pageItems": store.pageItems.json,
        "isDurable": .bool(store.isDurable),
        "idempotencySeconds": store.idempotencyWindow.map { .integer($0.components.seconds) },
      ])
    case .evidence(let store):
      [
        "itemBytes": store.itemBytes.json, "pieceBytes": store.pieceBytes.json,
        "pageItems": store.pageItems.json, "isDurable": .bool(store.isDurable),
      ]
    }
  }

  /// For people: the name of each ability, and what it is.
  var rows: [(name: LocalizedText, value: LocalizedText)] {
    switch self {
    case .appraisals(let store):
      [
        (
          LocalizedText(id: "penulisan dalam satu bundel", en: "writes in a batch"),
          LocalizedText(same: "\(store.batchWrites)")
        ),
        (
          LocalizedText(id: "bita dalam satu bundel", en: "bytes in a batch"),
          LocalizedText(same: "\(store.batchBytes)")
        ),
        (
          LocalizedText(id: "bita dalam satu isi", en: "bytes in a payload"),
          LocalizedText(same: "\(store.payloadBytes)")
        ),
        Self.pageItems(store.pageItems), Self.isDurable(store.isDurable),
        (
          LocalizedText(id: "kunci idempotensi disimpan", en: "idempotency keys kept"),
          store.idempotencyWindow.map { LocalizedText(same: "\($0)") }
            ?? LocalizedText(id: "selama datanya ada", en: "as long as the data")
        ),
      ]
    case .evidence(let store):
      [
        (
          LocalizedText(id: "bita dalam satu bukti", en: "bytes in an item"),
          LocalizedText(same: "\(store.itemBytes)")
        ),
        (
          LocalizedText(id: "bita sekali baca", en: "bytes read at a time"),
          LocalizedText(same: "\(store.pieceBytes)")
        ),
        Self.pageItems(store.pageItems), Self.isDurable(store.isDurable),
      ]
    }
  }

  private static func pageItems(_ count: Int) -> (name: LocalizedText, value: LocalizedText) {
    (
      LocalizedText(id: "butir dalam satu halaman", en: "items in a page"),
      LocalizedText(same: "\(count)")
    )
  }

  private static func isDurable(_ isDurable: Bool) -> (name: LocalizedText, value: LocalizedText) {
    (
      LocalizedText(id: "bertahan setelah proses berakhir", en: "outlives the process"),
      isDurable ? LocalizedText(id: "ya", en: "yes") : LocalizedText(id: "tidak", en: "no")
    )
  }
}
