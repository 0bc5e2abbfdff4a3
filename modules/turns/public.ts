// The only server door of turns for other modules.
export {}
