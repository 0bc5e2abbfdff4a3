/**
 * HTTP status of each expected refusal. A module adds its codes in `contract.ts` through `declareRefusals`,
 * so that one place maps a code to a status and the client to words (`messages` key `refusal.<code>`).
 */
const statusByCode = new Map<string, number>([
  ['notSignedIn', 401],
  ['notFound', 404],
  ['notPermitted', 403],
  ['invalidInput', 400],
  ['conflict', 409],
  ['tooManyRequests', 429],
  ['tooLarge', 413],
  ['unavailable', 503],
  ['idempotencyMismatch', 422],
])

/**
 * Declares a module's refusal codes and their HTTP status; returns the codes as a typed list. Two modules may say the
 * same word, with the same status: throws otherwise, or the one loaded last would decide for both.
 */
export function declareRefusals<
  const C extends Record<string, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503>,
>(codes: C): C {
  for (const [code, status] of Object.entries(codes)) {
    const known = statusByCode.get(code)
    if (known !== undefined && known !== status)
      throw new Error(`The refusal ${code} is ${known} elsewhere and ${status} here: choose another word.`)
    statusByCode.set(code, status)
  }
  return codes
}

export const statusOf = (code: string): number => statusByCode.get(code) ?? 400

/** An expected refusal: thrown by operations, mapped to HTTP in one place (platform/http/errors.ts). */
export class Refusal extends Error {
  readonly code: string
  /** Facts that help the client explain (field names, limits, seconds to wait); never private data. */
  readonly data: Record<string, unknown>

  constructor(code: string, data: Record<string, unknown> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data
  }
}

/** Throws `notPermitted` with the policy's reason unless the decision is `true`. */
export function enforce(decision: true | string): void {
  if (decision !== true) throw new Refusal('notPermitted', { reason: decision })
}
