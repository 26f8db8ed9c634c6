import KinerjaCore

/// An entry of an index, which leads from a value to a record.
///
/// Its id is the spelling of the value, a hyphen and, unless the index is unique, the record's id;
/// its content is the record's id.
struct IndexEntry: Hashable, Sendable {
  /// The name of the index.
  let index: KeyText
  /// The id of the entry.
  let id: KeyText
}

extension IndexEntry {
  /// The entry of a record under a value.
  ///
  /// An id that does not fit behind the value is cut, with part of its SHA-256; such ones come
  /// before others of the value. There is room for 78 bytes behind the longest value.
  init(_ index: RecordIndex<some Any>, _ value: IndexValue, of record: KeyText) {
    self.index = index.name
    let place = "\(IndexSpelling(value).text)-"
    let room = KeyText.greatestLength - place.utf8.count
    let last =
      index.isUnique
      ? "" : record.text.utf8.count <= room ? record.text : "/\(record.text.cut(to: room - 1))"
    id = KeyText(unchecked: "\(place)\(last)")
  }
}

extension IndexEntry: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.index, left.id) < (right.index, right.id)
  }
}

extension String {
  /// The beginning of an ASCII text and part of its SHA-256, together of a length.
  fileprivate func cut(to length: Int) -> String {
    "\(prefix(length - 32))\(SHA256.hash(utf8).hex.prefix(32))"
  }
}

extension KeyText {
  /// A name of what belongs to a collection; one that is too long is cut.
  init(_ part: String, of collection: KeyText) {
    let name = "\(collection)/\(part)"
    let fits = name.utf8.count <= Self.greatestLength
    self.init(unchecked: fits ? name : name.cut(to: Self.greatestLength))
  }
}

/// The entries of one record, as they stand in the store: the record's card.
///
/// It lies beside the record under the same id. Whoever changes the record takes out the entries
/// that the card lists, not those that the old content would have by the declaration of today.
struct IndexCard: Hashable, Sendable {
  var entries: Set<IndexEntry>
}

extension IndexCard {
  /// Reads a card; nil if it is none.
  init?(_ payload: Payload) {
    guard
      payload.schema == 1, let document = try? JSONDocument(payload.bytes),
      case .object(let indexes) = document.root.value
    else { return nil }
    entries = []
    for (name, ids) in indexes {
      guard let name = try? KeyText(name), case .array(let ids) = ids else { return nil }
      for id in ids {
        guard case .string(let text) = id, let id = try? KeyText(text) else { return nil }
        entries.insert(IndexEntry(index: name, id: id))
      }
    }
  }

  /// `{"unit": ["tdinkes-p-01"]}`: by the names of indexes, the ids of entries.
  var payload: Payload {
    let indexes = Dictionary(grouping: entries.sorted(), by: \.index.text)
    let json = JSONValue.object(indexes.mapValues { .array($0.map { .string($0.id.text) }) })
    return Payload(schema: 1, json.canonicalBytes)
  }
}
