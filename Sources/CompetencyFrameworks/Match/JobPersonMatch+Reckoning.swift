public import KinerjaCore
import RuleLanguage

extension JobPersonMatchRule {
  /// Holds a person's competencies against those of a post.
  ///
  /// For each group of the rule Σ person's levels ∕ Σ standard's levels × 100; of several groups
  /// the mean by weight. All exact; a group of which the post asks nothing is left out.
  public func match(
    _ person: PersonProfile, against post: PostProfile, in framework: CompetencyFramework
  ) -> JobPersonMatch {
    let gaps = post.requirements.map { requirement in
      let seen = person[requirement.competency]
      return CompetencyGap(
        competency: requirement.competency, required: requirement.level, observed: seen?.level,
        raterCount: seen?.raterCount ?? 0)
    }
    var parts: [JobPersonMatch.Part] = []
    let outcome: JobPersonMatch.Outcome
    do throws(NoMatch) {
      guard person.framework == framework.id, post.framework == framework.id else {
        throw NoMatch(.differentFrameworks)
      }
      let unknown = gaps.map(\.competency).filter { framework[$0] == nil }
      guard unknown.isEmpty else { throw NoMatch(.notInFramework(unknown)) }
      parts = try self.parts(gaps, in: framework)
      outcome = try self.outcome(of: parts)
    } catch {
      outcome = .withheld(error.reason)
    }
    return JobPersonMatch(
      person: person.person, post: post.post, gaps: gaps, parts: parts, outcome: outcome)
  }

  private struct NoMatch: Error {
    let reason: JobPersonMatch.Reason
    init(_ reason: JobPersonMatch.Reason) { self.reason = reason }
  }

  private func parts(
    _ gaps: [CompetencyGap], in framework: CompetencyFramework
  ) throws(NoMatch) -> [JobPersonMatch.Part] {
    let groups = groups.isEmpty ? [MatchGroup(CompetencyDomain.allCases, weight: 1)] : groups
    var parts: [JobPersonMatch.Part] = []
    var missing: [CompetencyID] = []
    for group in groups {
      let members = gaps.filter { gap in
        framework[gap.competency].map { group.domains.contains($0.domain) } ?? false
      }
      let observed = members.filter { $0.observed != nil }
      if observed.count < members.count, !allows(observed, of: members) {
        missing += members.filter { $0.observed == nil }.map(\.competency)
      }
      guard !observed.isEmpty else { continue }
      do throws(ArithmeticError) {
        parts.append(
          JobPersonMatch.Part(
            domains: group.domains, weight: group.weight,
            individualTotal: try Ratio.sum(of: observed.compactMap { counted($0) }),
            standardTotal: try Ratio.sum(of: observed.map { Ratio($0.required) })))
      } catch {
        throw NoMatch(.overflow)
      }
    }
    guard missing.isEmpty else { throw NoMatch(.notObserved(missing)) }
    return parts
  }

  private func counted(_ gap: CompetencyGap) -> Ratio? {
    gap.observed.map { capPerCompetencyAtStandard ? min($0, Ratio(gap.required)) : $0 }
  }

  private func allows(_ observed: [CompetencyGap], of members: [CompetencyGap]) -> Bool {
    guard case .leaveOut(let minimumShare) = unobserved else { return false }
    let all = members.reduce(0) { $0 + Int128($1.required) }
    let seen = observed.reduce(0) { $0 + Int128($1.required) }
    guard let share = try? Ratio(seen, over: all) else { return false }
    return seen > 0 && share >= minimumShare
  }

  private func outcome(
    of parts: [JobPersonMatch.Part]
  ) throws(NoMatch) -> JobPersonMatch.Outcome {
    guard !parts.isEmpty else { throw NoMatch(.nothingToMatch) }
    do throws(ArithmeticError) {
      var sum = Ratio.zero
      for part in parts {
        let percent = try part.individualTotal / part.standardTotal * .hundred
        sum = try sum + percent * part.weight
      }
      let percent = try sum / Ratio.sum(of: parts.map(\.weight))
      return .match(percent: percent, band: band(of: percent))
    } catch {
      throw NoMatch(.overflow)
    }
  }
}

extension JobPersonMatch {
  /// The match in words, such as "JPM = 24 ∕ 27 × 100 = 88,8888…%: Memenuhi Syarat".
  ///
  /// Numbers with more than six decimals are cut after four and end in "…", so that a match just
  /// below an edge never seems to reach it.
  public func text(in language: Language) -> String {
    let convention = language.decimalConvention
    switch outcome {
    case .withheld(let reason): return "JPM: \(reason.label[language])"
    case .match(let percent, let band):
      let terms = parts.map { part in
        let quotient =
          "\(part.individualTotal.checkableText(convention)) ∕ \(part.standardTotal.checkableText(convention)) × 100"
        return parts.count == 1
          ? quotient : "\(part.weight.checkableOperand(convention)) × (\(quotient))"
      }.joined(separator: " + ")
      let weights = parts.map { $0.weight.checkableOperand(convention) }.joined(separator: " + ")
      let sum = parts.count == 1 ? terms : "(\(terms)) ∕ (\(weights))"
      let shown = percent.checkableText(convention)
      return "JPM = \(sum) = \(shown)%: \(band.name[language])"
    }
  }
}

extension JobPersonMatch.Reason {
  /// The reason in words.
  public var label: LocalizedText {
    switch self {
    case .notObserved(let ids):
      LocalizedText(
        id: "belum diamati: \(ids.map(\.text).joined(separator: ", "))",
        en: "not observed: \(ids.map(\.text).joined(separator: ", "))")
    case .notInFramework(let ids):
      LocalizedText(
        id: "tidak ada dalam kerangka: \(ids.map(\.text).joined(separator: ", "))",
        en: "not in the framework: \(ids.map(\.text).joined(separator: ", "))")
    case .differentFrameworks:
      LocalizedText(
        id: "profil pegawai dan jabatan memakai kerangka yang berbeda",
        en: "person and post are profiled in different frameworks")
    case .nothingToMatch:
      LocalizedText(
        id: "tidak ada kompetensi yang dapat dibandingkan", en: "there is nothing to compare")
    case .overflow:
      LocalizedText(id: "angka terlalu besar", en: "the figures are too large")
    }
  }
}
