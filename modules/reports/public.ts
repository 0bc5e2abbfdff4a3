// The only server door of reports for other modules.
export {}
