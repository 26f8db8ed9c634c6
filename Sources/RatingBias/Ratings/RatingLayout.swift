public import KinerjaCore
public import KinerjaTables

/// How ratings stand in a file or a table.
///
/// ```swift
/// let ratings = try RatingSet(path: "ratings.csv", scale: scale)
/// let sheet = try RatingSet(path: "sheet.csv", layout: .columnPerRater(), scale: scale)
/// let forms = try RatingSet(path: "forms.csv", layout: .columnPerItem(groups: ["unit"]), scale: scale)
/// ```
///
/// Columns of role, time, order and groups are read where the file has them. A column whose name
/// begins with `group` is a group without being asked for.
public struct RatingLayout: Sendable, Hashable {
  /// What a row holds.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// One rating.
    case long
    /// All ratings of a ratee on an item, a column for each rater, named by the rater.
    case columnPerRater = "column-per-rater"
    /// All ratings that a rater gave a ratee, a column for each item, named by the item.
    case columnPerItem = "column-per-item"
  }

  /// What a row holds.
  public var form: Form
  /// The column of the person rated (*pegawai*).
  public var ratee = "ratee"
  /// The column of the person who rated (*penilai*); not there in ``Form/columnPerRater``.
  public var rater = "rater"
  /// The column of what was rated (*butir*); not there in ``Form/columnPerItem``, and may be absent in
  /// ``Form/columnPerRater`` for ``onlyItem``.
  public var item = "item"
  /// The column of the rating (*nilai*), in the long form: the value of a level.
  public var rating = "rating"
  /// The column of the rater's role (*peran*); nil to read none.
  public var role: String? = "role"
  /// The column of the time (*waktu*), of whole numbers; nil to read none.
  public var time: String? = "time"
  /// The column of the place in the rater's sequence (*urutan*), of whole numbers that are not
  /// negative; nil to read none.
  public var order: String? = "order"
  /// Further columns to be read as groups, all of which must be there.
  public var groups: [String]
  /// The item where no column names one.
  public var onlyItem: ItemID = "rating"
  /// What is done about other columns of a file, in the long form.
  public var otherColumns = CSVLayout.OtherColumns.refused

  /// Creates a layout whose columns have their usual names.
  public init(_ form: Form = .long, groups: [String] = []) {
    self.form = form
    self.groups = groups
  }

  /// One rating a row.
  public static func long(groups: [String] = []) -> Self { Self(.long, groups: groups) }
  /// A column for each rater, named by the rater; a row for each ratee, or ratee and item.
  public static func columnPerRater(groups: [String] = []) -> Self {
    Self(.columnPerRater, groups: groups)
  }
  /// A column for each item, named by the item; a row for each ratee and rater.
  public static func columnPerItem(groups: [String] = []) -> Self {
    Self(.columnPerItem, groups: groups)
  }
}

extension RatingLayout {
  /// Whether a column that is not asked for is a group all the same.
  static func isGroup(_ name: String) -> Bool { name.lowercased().hasPrefix("group") }

  /// The columns of a file that have fixed names.
  package var csvLayout: CSVLayout {
    let form = form
    var columns: [CSVColumn] = [
      .identifier(ratee, PersonID.self, aliases: aliases("pegawai", of: ratee, "ratee"))
    ]
    if form != .columnPerRater {
      columns.append(
        .identifier(rater, PersonID.self, aliases: aliases("penilai", of: rater, "rater")))
    }
    if form != .columnPerItem {
      columns.append(
        .identifier(
          item, ItemID.self, aliases: aliases("butir", of: item, "item"),
          presence: form == .long ? .required : .optional))
    }
    if form == .long {
      columns.append(
        .integer(
          rating, aliases: aliases("nilai", of: rating, "rating"), presence: .emptyCellsAllowed))
    }
    if let role {
      columns.append(
        .identifier(
          role, RaterRole.self, aliases: aliases("peran", of: role, "role"), presence: .optional))
    }
    if let time {
      columns.append(
        .integer(time, aliases: aliases("waktu", of: time, "time"), presence: .optional))
    }
    if let order {
      columns.append(
        .integer(
          order, in: 0 ... .max, aliases: aliases("urutan", of: order, "order"),
          presence: .optional))
    }
    columns += groups.map { .code($0, presence: .emptyCellsAllowed) }
    var layout = CSVLayout(columns, otherColumns: otherColumns) { name in
      if Self.isGroup(name) { return .code(name, presence: .emptyCellsAllowed) }
      return form == .long ? nil : .integer(name, presence: .emptyCellsAllowed)
    }
    layout.omitsAbsentColumns = true
    return layout
  }

  /// The Indonesian name of a column that has its usual one, unless another column has it.
  private func aliases(_ alias: String, of name: String, _ usual: String) -> [String] {
    let others = [ratee, rater, item, rating] + [role, time, order].compactMap(\.self) + groups
    return name == usual && !others.contains { $0.lowercased() == alias } ? [alias] : []
  }
}
