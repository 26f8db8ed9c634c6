/// What the files of a folder say, read once from the first to the last.
struct FolderContents {
  private(set) var index = StoreIndex<FileSlice>()
  private(set) var commits = CommitIndex()
  let end: JournalEnd

  /// Reads all files.
  ///
  /// - Throws: ``StoreError/corrupted(_:)`` at the first damage; nothing is changed then.
  init(of folder: SegmentFolder) throws(StoreError) {
    var index = StoreIndex<FileSlice>()
    var commits = CommitIndex()
    var earlier = SegmentReader(folder)
    var reader = JournalReader(folder) { (batch, place) throws(StoreError) in
      let places = commits.places(of: batch.name)
      guard try earlier.commit(of: batch.name, among: places) == nil else { return false }
      commits.insert(batch.name, at: place)
      return index.apply(batch.changes, places: batch.places) == batch.starts
    }
    end = try reader.read()
    self.index = index
    self.commits = commits
  }
}
