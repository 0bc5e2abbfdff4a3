// The only server door of recognition for other modules.
export {}
