const french =
  /\b(le|la|les|des|une|est|pas|que|qui|pour|dans|avec|sur|nous|vous|mais|cette|sont|plus|être|fait)\b/gi
const english =
  /\b(the|and|is|are|of|to|that|for|with|this|have|not|you|but|was|would|should|which|it|there)\b/gi

/** French or English by the small words of a text; undefined when it says too little. */
export function detectLanguage(text: string): 'fr' | 'en' | undefined {
  const sample = text.slice(0, 2_000)
  const inFrench = sample.match(french)?.length ?? 0
  const inEnglish = sample.match(english)?.length ?? 0
  if (inFrench === inEnglish) return undefined
  return inFrench > inEnglish ? 'fr' : 'en'
}
