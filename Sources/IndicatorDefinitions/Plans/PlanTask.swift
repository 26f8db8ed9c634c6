public import KinerjaCore

/// A task of a work plan (*kegiatan tugas jabatan*, *rencana hasil kerja*).
public typealias TaskID = Identifier<TaskKind>

/// The kind of a ``TaskID``.
public enum TaskKind: IdentifierKind {
  public static let label = LocalizedText(id: "tugas", en: "task")
}

/// The items of a plan that measure the aspects of one task: how much, how well, how soon, at what
/// cost.
public struct PlanTask: Hashable, Sendable {
  /// The task; nil for an item that stands alone.
  public let id: TaskID?
  /// Its items, in the order of the plan; never empty.
  public let items: [PlanItem]
}

extension WorkPlan {
  /// The tasks in the order in which they first appear; an item without one stands alone.
  public var tasks: [PlanTask] {
    var tasks: [(id: TaskID?, items: [PlanItem])] = []
    var places: [TaskID: Int] = [:]
    for item in items {
      if let task = item.task, let place = places[task] {
        tasks[place].items.append(item)
        continue
      }
      if let task = item.task { places[task] = tasks.count }
      tasks.append((item.task, [item]))
    }
    return tasks.map { PlanTask(id: $0.id, items: $0.items) }
  }
}
