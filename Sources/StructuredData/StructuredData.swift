// StructuredData
