/// What the files of a folder say, read once from the first to the last.
struct FolderContents {
  private(set) var index = StoreIndex<FileSlice>()
  private(set) var committed: [BatchName: FramePlace] = [:]
  let end: JournalEnd

  /// Reads all files.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` at the first damage; nothing is changed then.
  init(of folder: SegmentFolder) throws(StoreError) {
    var index = StoreIndex<FileSlice>()
    var committed: [BatchName: FramePlace] = [:]
    var reader = JournalReader(folder) { batch, place in
      guard committed.updateValue(place, forKey: batch.name) == nil else { return false }
      return index.apply(batch.changes, places: batch.places) == batch.starts
    }
    end = try reader.read()
    self.index = index
    self.committed = committed
  }
}
