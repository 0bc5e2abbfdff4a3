// The only server door of privacy for other modules.
export {}
