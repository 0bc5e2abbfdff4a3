// The only server door of practice for other modules.
export {}
