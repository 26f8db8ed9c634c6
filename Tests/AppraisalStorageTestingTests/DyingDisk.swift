import AppraisalStorage
import Synchronization

extension Disk {
  /// A disk that does not wait: no power is lost in a test.
  static let quick: Disk = {
    var disk = Disk.system
    disk.synchronize = { _ in .success(()) }
    return disk
  }()

  /// A disk that dies at a step towards durability, in the middle of it if it is a write.
  static func dying(after steps: DiskSteps) -> Disk {
    let gone = SystemError(code: 5)
    var disk = Disk.system
    disk.write = { file, bytes, offset in
      switch steps.next() {
      case .goesOn: return Disk.system.write(file, bytes, offset)
      case .dies:
        _ = Disk.system.write(
          file, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), offset)
        return .failure(gone)
      case .isDead: return .failure(gone)
      }
    }
    disk.synchronize = { _ in steps.next() == .goesOn ? .success(()) : .failure(gone) }
    disk.truncate = { file, length in
      steps.next() == .goesOn ? Disk.system.truncate(file, length) : .failure(gone)
    }
    return disk
  }
}

/// Counts the steps of a disk down once it is told to.
final class DiskSteps: Sendable {
  enum State { case goesOn, dies, isDead }

  private let left = Mutex<Int?>(nil)

  func begin(_ count: Int) { left.withLock { $0 = count } }

  func next() -> State {
    left.withLock { left in
      guard let count = left else { return .goesOn }
      left = count - 1
      return count > 0 ? .goesOn : count == 0 ? .dies : .isDead
    }
  }
}
