// The only server door of problems for other modules.
export {}
