import Dispatch

/// A thread of its own for calls that wait for a disk, so that they hold up nobody else's tasks.
final class FileLane: SerialExecutor {
  private let queue = DispatchQueue(label: "kinerja.folder-store")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
