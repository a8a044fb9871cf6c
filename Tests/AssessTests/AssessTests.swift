import Testing

@Suite struct AssessTests {}
