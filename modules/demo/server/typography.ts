/** French typography for texts typed with plain spaces: narrow no-break space before ; ! ? » and after «, no-break before a colon. */
export const french = (text: string): string =>
  text
    .replace(/ ([;!?»])/g, '\u202f$1')
    .replace(/« /g, '«\u202f')
    .replace(/ :(?=\s|$)/g, '\u00a0:')
    .replace(/(\d) (?=(?:€|%|h\b|°C|mm|kilom|tonnes|litres|heures))/g, '$1\u00a0')
