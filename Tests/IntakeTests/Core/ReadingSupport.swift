import Criteria
import Defaults
import Diagnostics
import Intake

/// The criteria sets built into the program.
func shippedCriteria() -> [CriteriaSet] {
  Defaults.criteria.compactMap { CriteriaReader.read(SourceText(path: $0.path, text: $0.text)).value }
}
