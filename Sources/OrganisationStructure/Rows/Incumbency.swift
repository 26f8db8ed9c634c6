public import KinerjaCore

/// A person in a post on certain days.
///
/// When the person's rank changes, the incumbency gets a further row with later days.
public struct Incumbency: Hashable, Sendable {
  /// By what right somebody holds a post.
  public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
    /// Appointed to it (*pejabat definitif*).
    case definitive
    /// Acting for a post that nobody holds (*pelaksana tugas*, Plt.).
    case plt
    /// Acting for a holder who is away (*pelaksana harian*, Plh.).
    case plh

    /// Whether it is an acting one.
    public var isActing: Bool { self != .definitive }

    /// Who is in charge when several hold one post: who stands in goes before whom he stands in for.
    var precedence: Int {
      switch self {
      case .definitive: 0
      case .plt: 1
      case .plh: 2
      }
    }

    /// The standing in words.
    public var label: LocalizedText {
      switch self {
      case .definitive: LocalizedText(id: "pejabat definitif", en: "definitive holder")
      case .plt: LocalizedText(id: "pelaksana tugas (Plt.)", en: "acting officer (Plt.)")
      case .plh: LocalizedText(id: "pelaksana harian (Plh.)", en: "daily acting officer (Plh.)")
      }
    }
  }

  /// The person.
  public let person: PersonID
  /// The post.
  public let post: PostID
  /// By what right the person holds it.
  public let standing: Standing
  /// How the person is employed; nil if another row says so, or nothing.
  public let employment: EmploymentKind?
  /// The person's rank; nil if it is not known.
  public let rank: Rank?
  /// The days on which this holds.
  public let days: DayRange

  /// Creates a row.
  public init(
    _ person: PersonID, in post: PostID, as standing: Standing = .definitive,
    employment: EmploymentKind? = nil, rank: Rank? = nil, days: DayRange
  ) {
    self.person = person
    self.post = post
    self.standing = standing
    self.employment = employment ?? rank?.employment
    self.rank = rank
    self.days = days
  }
}

extension Incumbency.Standing: DefinitionValue {}
