// The only server door of editorial for other modules.
export {}
