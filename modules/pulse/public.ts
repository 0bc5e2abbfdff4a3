// The only server door of pulse for other modules.
export {}
