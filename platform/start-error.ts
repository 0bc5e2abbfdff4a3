/**
 * Something the person who starts Préau can put right: the message is one sentence that says what is
 * wrong and what to do. Printed alone, without a stack; everything else is a fault of ours.
 */
export class StartError extends Error {
  override readonly name = 'StartError'
}
