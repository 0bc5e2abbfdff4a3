// The only server door of sponsorship for other modules.
export {}
