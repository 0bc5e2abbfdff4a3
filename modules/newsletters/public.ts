// The only server door of newsletters for other modules.
export {}
