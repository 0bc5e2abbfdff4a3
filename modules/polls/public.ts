/** The only server door of polls for other modules. */
export {}
