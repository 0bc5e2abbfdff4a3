// Domain events of this module.
export {}
