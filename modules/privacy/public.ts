// privacy stands on top of what it tells of: nothing below asks it.
export {}
