/** The only server door of expertise for other modules. */
export {}
