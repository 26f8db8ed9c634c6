public import WeightedScoring

extension RuleBook {
  /// Every scoring rule of national law, one a line, by subject.
  ///
  /// A rule of this book has the files `Vectors/ID.json` and `Vectors/ID.edges.json`, which the
  /// tests look for by its identifier.
  public static let national = RuleBook(checked: [
    // Appraisal.
    .pp10Of1979,
    .pp46Of2011,
    .pp30Of2019,
    .permenPANRB8Of2021,
    .permenPANRB6Of2022,
    // Public satisfaction.
    .kepMenPAN25Of2004,
    .permenPANRB14Of2017,
    // Discipline and allowance.
    .pp94Of2021,
    .regionalAllowance,
    // Ministry of Finance.
    .kmk467Of2014Index,
    .kmk467Of2014Organisation,
    .ministryEmployeeScore,
    // Credit points of functional posts.
    .permenPANRB1Of2023,
    // Competency.
    .peraturanBKN26Of2019,
    .functionalPostMatch,
    // Talent.
    .permenPANRB3Of2020,
    .keputusanBKN411Of2025,
    // Professionalism.
    .permenPANRB38Of2018,
    .permenPANRB38Of2018Agency,
  ])

  /// The rules by which civil servants are appraised, one after the other: each supersedes the one
  /// before, and on no day do two of them hold.
  public static let nationalAppraisal = RuleBook(checked: [
    .pp10Of1979,
    .pp46Of2011,
    .permenPANRB8Of2021,
    .permenPANRB6Of2022,
  ])
}
