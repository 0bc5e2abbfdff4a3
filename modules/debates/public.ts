// The only server door of debates for other modules.
export {}
