import Testing

@Suite struct StructuredDataTests {}
