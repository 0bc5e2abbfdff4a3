/** The only server door of gatherings for other modules. */
export {}
