// The only server door of trials for other modules.
export {}
