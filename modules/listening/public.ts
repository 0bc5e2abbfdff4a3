// The only server door of listening for other modules.
export {}
