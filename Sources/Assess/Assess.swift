// Assess
