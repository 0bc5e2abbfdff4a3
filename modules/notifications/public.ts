/** The only server door of notifications for other modules. */
export {}
