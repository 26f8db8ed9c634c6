/// Why a text is no ``NationalPersonNumber``; which digits are wrong, never what they are.
public enum InvalidPersonNumber: DiagnosedError, Hashable, Sendable {
  /// Something else than a digit or a single space; its position is counted from 1.
  case character(position: Int)
  /// Not 18 digits; carries how many there are.
  case length(Int)
  /// Digits 1 to 8 are no day since 1900.
  case birthDate
  /// Digits 9 to 14 are no month after the birth, nor a year with the code of a contract.
  case appointment
  /// Digit 15 is not 1 or 2.
  case sex
  /// Digits 16 to 18 are 000.
  case serial
}

extension InvalidPersonNumber {
  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic {
    switch self {
    case .character(let position):
      Diagnostic(.personNumberCharacter, ["position": .integer(Int64(position))])
    case .length(let count): Diagnostic(.personNumberLength, ["count": .integer(Int64(count))])
    case .birthDate: Diagnostic(.personNumberBirthDate)
    case .appointment: Diagnostic(.personNumberAppointment)
    case .sex: Diagnostic(.personNumberSex)
    case .serial: Diagnostic(.personNumberSerial)
    }
  }
}
