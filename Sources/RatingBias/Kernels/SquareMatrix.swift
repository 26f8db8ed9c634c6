/// A small matrix.
struct SquareMatrix {
  let size: Int
  private var values: [Double]

  init(size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
  }

  init(_ rows: [[Double]]) {
    size = rows.count
    values = rows.flatMap(\.self)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  var trace: Double { (0..<size).reduce(0) { $0 + self[$1, $1] } }

  func times(_ other: SquareMatrix) -> SquareMatrix {
    var product = SquareMatrix(size: size)
    for row in 0..<size {
      for inner in 0..<size {
        let factor = self[row, inner]
        for column in 0..<size { product[row, column] += factor * other[inner, column] }
      }
    }
    return product
  }

  /// *vᵀMv*.
  func form(_ vector: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<size {
      var inner = 0.0
      for column in 0..<size { inner += self[row, column] * vector[column] }
      sum += vector[row] * inner
    }
    return sum
  }
}
