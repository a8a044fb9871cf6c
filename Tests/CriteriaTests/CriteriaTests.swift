import Testing

@Suite struct CriteriaTests {}
