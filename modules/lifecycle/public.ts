// The only server door of lifecycle for other modules.
export {}
