/// One of six intraclass correlations.
///
/// The two traditions of names: Shrout and Fleiss (1979) number the designs, McGraw and Wong (1996) name
/// what is asked. ICC(2) and ICC(A) are one, ICC(3) and ICC(C) are one.
public enum IntraclassForm: String, Sendable, Hashable, Codable, CaseIterable {
  /// ICC(1,1): one rating; raters may be others for each ratee.
  case oneWaySingle
  /// ICC(2,1), ICC(A,1): one rating by any of the raters; that raters are severe counts as error.
  case agreementSingle
  /// ICC(3,1), ICC(C,1): one rating; severity that is the same for all ratees does not count.
  case consistencySingle
  /// ICC(1,*k*): the mean of *k* ratings; raters may be others for each ratee.
  case oneWayAverage
  /// ICC(2,*k*), ICC(A,*k*): the mean of all raters; that raters are severe counts as error.
  case agreementAverage
  /// ICC(3,*k*), ICC(C,*k*): the mean of all raters, severity aside; Cronbach's alpha over raters.
  case consistencyAverage

  /// The name of McGraw and Wong.
  public var mcGrawWong: String {
    switch self {
    case .oneWaySingle: "ICC(1,1)"
    case .agreementSingle: "ICC(A,1)"
    case .consistencySingle: "ICC(C,1)"
    case .oneWayAverage: "ICC(1,k)"
    case .agreementAverage: "ICC(A,k)"
    case .consistencyAverage: "ICC(C,k)"
    }
  }

  /// The name of Shrout and Fleiss.
  public var shroutFleiss: String {
    switch self {
    case .oneWaySingle: "ICC(1,1)"
    case .agreementSingle: "ICC(2,1)"
    case .consistencySingle: "ICC(3,1)"
    case .oneWayAverage: "ICC(1,k)"
    case .agreementAverage: "ICC(2,k)"
    case .consistencyAverage: "ICC(3,k)"
    }
  }

  /// Whether it is about the mean of all raters, else about one.
  public var isAverage: Bool {
    switch self {
    case .oneWaySingle, .agreementSingle, .consistencySingle: false
    case .oneWayAverage, .agreementAverage, .consistencyAverage: true
    }
  }

  /// Whether raters may be others for each ratee.
  public var isOneWay: Bool { self == .oneWaySingle || self == .oneWayAverage }

  /// Whether severity counts as error though all raters rated all ratees.
  var isAgreement: Bool { self == .agreementSingle || self == .agreementAverage }
}
