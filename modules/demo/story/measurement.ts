/** Communities whose past months and quarters have been published; the nights to come publish the others. */
export const publishedCommunities: readonly string[] = ['maintenance']
