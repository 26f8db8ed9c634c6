import KinerjaCore

/// The tables of an organisation with ways into them; what they say need not be sound.
struct OrganisationIndex: Sendable {
  let units: [OrganisationUnit]
  let posts: [Post]
  let incumbencies: [Incumbency]
  let overrides: [SupervisionOverride]

  let unitRows: DatedRows<UnitID>
  let postRows: DatedRows<PostID>
  /// Leading posts by their unit.
  let leadingRows: DatedRows<UnitID>
  let holderRows: DatedRows<PostID>
  let personRows: DatedRows<PersonID>
  let overrideRows: DatedRows<PersonID>

  init(
    units: [OrganisationUnit], posts: [Post], incumbencies: [Incumbency],
    overrides: [SupervisionOverride]
  ) {
    self.units = units
    self.posts = posts
    self.incumbencies = incumbencies
    self.overrides = overrides
    unitRows = DatedRows(units, by: \.id, days: \.days)
    postRows = DatedRows(posts, by: \.id, days: \.days)
    leadingRows = DatedRows(posts, by: { $0.isLeadership ? $0.unit : nil }, days: \.days)
    holderRows = DatedRows(incumbencies, by: \.post, days: \.days)
    personRows = DatedRows(incumbencies, by: \.person, days: \.days)
    overrideRows = DatedRows(overrides, by: \.person, days: \.days)
  }
}

// Each answer lowers `until` to the last day through which it stays the same.
extension OrganisationIndex {
  func unit(_ id: UnitID, on day: Day, until: inout Day) -> OrganisationUnit? {
    unitRows.indices(of: id, on: day, until: &until).first.map { units[$0] }
  }

  func post(_ id: PostID, on day: Day, until: inout Day) -> Post? {
    postRows.indices(of: id, on: day, until: &until).first.map { posts[$0] }
  }

  func holders(of post: PostID, on day: Day, until: inout Day) -> [Incumbency] {
    holderRows.indices(of: post, on: day, until: &until).map { incumbencies[$0] }
      .sorted { ($1.standing.precedence, $0.person) < ($0.standing.precedence, $1.person) }
  }

  /// Who exercises a post: whoever stands in, else its holder or holders.
  func officers(of post: PostID, on day: Day, until: inout Day) -> [Incumbency] {
    let holders = holders(of: post, on: day, until: &until)
    return holders.filter { $0.standing == holders[0].standing }
  }

  /// The posts that are a person's own: definitive ones, or acting ones if there is no other.
  func mainIncumbencies(of person: PersonID, on day: Day, until: inout Day) -> [Incumbency] {
    let all = personRows.indices(of: person, on: day, until: &until).map { incumbencies[$0] }
    let own = all.filter { !$0.standing.isActing }
    return own.isEmpty ? all : own
  }

  /// The unit and those above it, as far as they are known, each once.
  func chain(from unit: UnitID, on day: Day, until: inout Day) -> [UnitID] {
    var chain: [UnitID] = []
    var next: UnitID? = unit
    while let id = next, !chain.contains(id) {
      chain.append(id)
      next = self.unit(id, on: day, until: &until)?.parent
    }
    return chain
  }

  enum Line: Hashable {
    /// To a post.
    case post(PostID)
    /// To nobody.
    case top
    /// To one of several leading posts of a unit.
    case severalHeads(UnitID)
  }

  /// To which post a post reports.
  func line(from id: PostID, on day: Day, until: inout Day) -> Line {
    guard let post = post(id, on: day, until: &until) else { return .top }
    if let superior = post.reportsTo { return .post(superior) }
    let chain = chain(from: post.unit, on: day, until: &until)
    for unit in post.isLeadership ? chain.dropFirst() : chain[...] {
      let heads = leadingRows.indices(of: unit, on: day, until: &until)
      if heads.count > 1 { return .severalHeads(unit) }
      if let head = heads.first { return .post(posts[head].id) }
    }
    return .top
  }
}
