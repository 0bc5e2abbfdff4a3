// The only server door of programmes for other modules.
export {}
