/// What a row of the table of changes tells; the numbers are part of the format.
enum ChangeKind: Int64 {
  case put = 0
  case deleted = 1
  case appended = 2
  case erased = 3
}
