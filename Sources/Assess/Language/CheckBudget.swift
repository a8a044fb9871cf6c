/// What checks may take together, in steps of the template engine, counted down by each expression.
final class CheckBudget {
  let most: Int
  var left: Int

  init(_ most: Int) { (self.most, left) = (most, most) }

  var isUsedUp: Bool { left <= 0 }
}
