// The only server door of campaigns for other modules.
export {}
