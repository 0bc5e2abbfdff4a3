/** The only server door of moderation for other modules. */
export {}
