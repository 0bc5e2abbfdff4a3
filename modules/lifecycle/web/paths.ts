export const wishesPath = '/communities/wishes'
export const lifePath = (slug: string, part?: string): string =>
  `/communities/${slug}/workbench/life${part ? `?part=${part}` : ''}`
/** The canvas and, when a closing is announced, the closing page: for members. */
export const canvasPath = (slug: string): string => `/communities/${slug}/life`
