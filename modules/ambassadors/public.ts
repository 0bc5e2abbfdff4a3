// The only server door of ambassadors for other modules.
export {}
