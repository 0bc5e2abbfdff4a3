// The only server door of kinds for other modules.
export {}
