import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'
import fastJsonStringify from 'fast-json-stringify'
import type { FastifyInstance, FastifySchema } from 'fastify'

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void

function compiler(options: { coerceTypes: boolean }): Ajv {
  const ajv = new Ajv({
    coerceTypes: options.coerceTypes ? 'array' : false,
    useDefaults: true,
    removeAdditional: false,
    allErrors: true,
    strict: false,
  })
  addFormats(ajv)
  return ajv
}

const bodies = compiler({ coerceTypes: false })
const coerced = compiler({ coerceTypes: true })
const answers = compiler({ coerceTypes: false })

/**
 * A copy that refuses properties it does not know, however deep: a misspelt field is told, not dropped. An object
 * that says `additionalProperties` itself keeps its word; intersections are left open (each half knows its own).
 */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy: Record<string, unknown> = { ...schema }
  if (copy['allOf']) return copy
  for (const key of ['anyOf', 'oneOf', 'items']) if (copy[key]) copy[key] = closed(copy[key])
  const properties = copy['properties'] as Record<string, unknown> | undefined
  if (properties) {
    copy['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, closed(part)]),
    )
    copy['additionalProperties'] ??= false
  }
  return copy
}

/** Response schema → validator that says what is wrong; used by the tests on every answer. */
const answerValidators = new WeakMap<object, ValidateFunction>()
export function explainAnswer(schema: object, answer: unknown): string | undefined {
  let validate = answerValidators.get(schema)
  if (!validate) answerValidators.set(schema, (validate = answers.compile(schema)))
  return validate(answer) ? undefined : answers.errorsText(validate.errors)
}

/** Compiling leaves tens of megabytes behind that an idle server would keep for hours: asked for once. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

/**
 * Validators and serialisers are compiled at first use (about 7 ms a route) and then in idle moments after
 * `listen`, so that a thousand routes do not slow the start and no visitor pays for them.
 */
export function useLazyCompilers(app: FastifyInstance): { warmUp(): void } {
  const waiting: (() => void)[] = []
  app.setValidatorCompiler(({ schema, httpPart }) => {
    let validate: ValidateFunction | undefined
    const compile = () =>
      (validate ??= (httpPart === 'body' ? bodies : coerced).compile(closed(schema) as object))
    waiting.push(compile)
    return (data: unknown) => {
      const check = compile()
      if (check(data)) return { value: data }
      return {
        error: Object.assign(new Error(coerced.errorsText(check.errors)), {
          validation: check.errors,
        }) as never,
      }
    }
  })
  app.setSerializerCompiler(({ schema }) => {
    let stringify: ((data: unknown) => string) | undefined
    const compile = () =>
      (stringify ??= fastJsonStringify(schema as FastifySchema as never) as (data: unknown) => string)
    waiting.push(compile)
    return (data: unknown) => compile()(data)
  })
  return {
    warmUp() {
      const next = waiting.shift()
      if (!next) return collectGarbage()
      next()
      setTimeout(() => this.warmUp(), 5).unref()
    },
  }
}
