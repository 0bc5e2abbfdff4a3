/** The only server door of knowledge for other modules. */
export {}
