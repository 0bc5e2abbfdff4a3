// The only server door of radar for other modules.
export {}
