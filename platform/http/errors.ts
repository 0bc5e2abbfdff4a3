import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, statusOf } from '#platform/shared/refusal.ts'

/** The body of every error. The client turns `code` into words; `message` is for people reading logs or curl. */
export interface ErrorBody {
  error: { code: string; message: string; requestId: string; data?: Record<string, unknown> }
}

const body = (
  request: FastifyRequest,
  code: string,
  message: string,
  data?: Record<string, unknown>,
): ErrorBody => ({
  error: { code, message, requestId: request.id, ...(data && Object.keys(data).length > 0 && { data }) },
})

/** PostgreSQL cannot be reached, is restarting or chose this transaction to end a deadlock: the caller may try again. */
const isDatabaseAway = (error: { code?: string; syscall?: string; message: string }): boolean =>
  /^(57P0[123]|08|53300|40001|40P01|ECONN|EPIPE|ETIMEDOUT)/.test(error.code ?? '') ||
  (error.code === 'ENOENT' && error.syscall === 'connect') ||
  /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)

/** What may be logged of an error: PostgreSQL's `detail` and `where` quote the values that people wrote. */
export function loggable(error: unknown): Record<string, unknown> {
  const known = error as {
    name?: string
    message?: string
    stack?: string
    code?: string
    constraint?: string
    table?: string
  }
  return {
    type: known.name,
    message: known.message,
    stack: known.stack,
    ...(known.code && { code: known.code }),
    ...(known.table && { table: known.table }),
    ...(known.constraint && { constraint: known.constraint }),
  }
}

const codeByStatus = new Map([
  [413, 'tooLarge'],
  [415, 'unsupportedMediaType'],
  [429, 'tooManyRequests'],
])

/** The framework's words for a malformed request, where they are not clear by themselves. */
function explain(error: FastifyError): string {
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY') return 'The body is not valid JSON.'
  if (error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'The body is empty; JSON was announced.'
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'The body is larger than this route accepts.'
  if (error.code === 'FST_ERR_BAD_URL') return 'The address is malformed.'
  return error.message
}

const inWords = ({ code, data }: Refusal): string =>
  Array.isArray(data['fields'])
    ? (data['fields'] as { field: string; problem: string }[])
        .map((f) => `${f.field} ${f.problem}`)
        .join('; ')
    : code

/** The one place where an error becomes an HTTP answer. Absent and invisible share one body. */
export function answerError(
  error: FastifyError | Refusal | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.header('cache-control', 'private, no-store')
  if (error instanceof Refusal) {
    const status = statusOf(error.code)
    if (status === 429 && typeof error.data['retryAfter'] === 'number')
      reply.header('retry-after', error.data['retryAfter'])
    // Whatever was not found, and whatever may not be seen, answers with the same bytes.
    if (status === 404) void reply.code(404).send(body(request, 'notFound', 'notFound'))
    else void reply.code(status).send(body(request, error.code, inWords(error), error.data))
    return
  }
  const known = error as FastifyError
  if (known.validation) {
    const fields = known.validation.map((issue) => {
      const at = `${known.validationContext ?? 'body'}${issue.instancePath}`
      const { additionalProperty } = issue.params as { additionalProperty?: string }
      if (additionalProperty !== undefined)
        return {
          field: `${at}/${additionalProperty.slice(0, 100)}`,
          problem: 'is not a property of this request',
        }
      return { field: at, problem: issue.message ?? 'is invalid' }
    })
    void reply
      .code(400)
      .send(
        body(request, 'invalidInput', fields.map((f) => `${f.field} ${f.problem}`).join('; '), { fields }),
      )
    return
  }
  // Only a file outside the client's folder: our own 403 is a refusal.
  if (known.statusCode === 403) {
    void reply.code(404).send(body(request, 'notFound', 'notFound'))
    return
  }
  if (known.statusCode && known.statusCode < 500) {
    void reply
      .code(known.statusCode)
      .send(body(request, codeByStatus.get(known.statusCode) ?? 'invalidInput', explain(known)))
    return
  }
  if (isDatabaseAway(known)) {
    request.log.warn({ err: known.message }, 'the database is away')
    void reply
      .code(503)
      .header('retry-after', 2)
      .send(body(request, 'unavailable', 'The database is not available; try again in a moment.'))
    return
  }
  // Text that PostgreSQL cannot store (NUL, lone surrogate) or a value out of range is the caller's input.
  if (known.code?.startsWith('22')) {
    void reply.code(400).send(body(request, 'invalidInput', 'A value cannot be stored as it is.'))
    return
  }
  request.log.error({ err: loggable(error), requestId: request.id }, 'unexpected error')
  void reply
    .code(500)
    .send(
      body(
        request,
        'unexpected',
        'Something failed on our side. The request id helps to find it in the logs.',
      ),
    )
}

/** `page` answers what the browser's own router handles; everything else is the one 404. */
export function notFoundAnswer(
  app: FastifyInstance,
  page?: (request: FastifyRequest, reply: FastifyReply) => boolean,
): void {
  app.setNotFoundHandler((request, reply) => {
    if (page?.(request, reply)) return
    reply.header('cache-control', 'private, no-store')
    void reply.code(404).send(body(request, 'notFound', 'notFound'))
  })
}
