import { describe, expect, test } from 'vitest'
import { commands } from '#apps/cli/commands.ts'
import { main } from '#apps/cli/preau.ts'
import { createIo, Failure, runCommand, UsageError } from '#platform/cli.ts'
import type { Command, Io } from '#platform/cli.ts'
import { loadConfig } from '#platform/config.ts'

function testIo(): Io & { out: string; err: string } {
  const io = {
    ...createIo(),
    out: '',
    err: '',
    config: () => loadConfig({ PORT: 'abc' }, '/'),
    print: (text: string) => void (io.out += `${text}\n`),
    json: (value: unknown) => void (io.out += JSON.stringify(value)),
    note: (text: string) => void (io.err += `${text}\n`),
  }
  return io
}

const sample: Command = {
  name: 'user',
  summary: 'Creates or disables an account.',
  usage: ['<create|disable> …'],
  subcommands: [
    {
      name: 'create',
      summary: 'Creates an account.',
      usage: ['--email E [--admin]'],
      options: {
        email: { type: 'string', value: 'E', help: 'Address.' },
        admin: { type: 'boolean', help: 'May set up Préau.' },
      },
      async run({ values }, io) {
        if (!values['email']) throw new UsageError('--email is needed.')
        if (values['email'] === 'taken@example.org') throw new Failure('This address already has an account.')
        io.json(values)
      },
    },
  ],
}

async function call(...argv: string[]) {
  const io = testIo()
  const code = await runCommand(sample, argv, io)
  return { code, out: io.out, err: io.err }
}

describe('preau', () => {
  test('lists its commands', async () => {
    const io = testIo()
    expect(await main(['--help'], io)).toBe(0)
    for (const { name, summary } of commands)
      expect(io.out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
    expect(await main([], testIo())).toBe(2)
  })

  test('suggests the command that was meant', async () => {
    const io = testIo()
    expect(await main(['migrat'], io)).toBe(2)
    expect(io.err).toBe('preau has no command migrat; did you mean migrate?\nSee: preau --help\n')
  })

  test.each(['serve', 'migrate', 'doctor'])('%s explains itself', async (name) => {
    const io = testIo()
    expect(await main([name, '--help'], io)).toBe(0)
    expect(io.out).toContain(`Usage: preau ${name}`)
  })

  test('doctor says what is wrong with a setting and ends with 3', async () => {
    const io = testIo()
    expect(await main(['doctor', '--json'], io)).toBe(3)
    expect(JSON.parse(io.out)).toMatchObject({
      ok: false,
      checks: [
        {
          name: 'settings',
          state: 'fail',
          finding: 'PORT must be a whole number between 1 and 65535; it is "abc".',
        },
      ],
    })
  })

  test('ends with 0 when done, 1 when it could not, 2 when the call is wrong', async () => {
    expect(await call('create', '--email', 'a@example.org', '--admin')).toEqual({
      code: 0,
      out: '{"email":"a@example.org","admin":true}',
      err: '',
    })
    expect(await call('create', '--email', 'taken@example.org')).toEqual({
      code: 1,
      out: '',
      err: 'This address already has an account.\n',
    })
    expect(await call('create')).toMatchObject({
      code: 2,
      err: '--email is needed.\nSee: preau user create --help\n',
    })
    expect(await call('create', '--emial', 'x')).toMatchObject({
      code: 2,
      err: 'There is no option --emial; did you mean --email?\nSee: preau user create --help\n',
    })
    expect(await call('craete')).toMatchObject({
      code: 2,
      err: 'preau user has no craete; did you mean preau user create?\nSee: preau user --help\n',
    })
    expect(await call()).toMatchObject({
      code: 2,
      err: 'preau user needs one of: create.\nSee: preau user --help\n',
    })
  })

  test('--help works at every level', async () => {
    expect((await call('--help')).out).toContain('create  Creates an account.')
    expect((await call('create', '--help')).out).toBe(
      'Creates an account.\n\nUsage: preau user create --email E [--admin]\n\n  --email E   Address.\n  --admin     May set up Préau.\n  -h, --help  Shows this text.\n',
    )
  })
})

describe('progress', () => {
  const capture = (isTTY: boolean) => {
    let text = ''
    const stderr = {
      isTTY,
      columns: 80,
      write: (chunk: string) => (text += chunk).length > 0,
    } as unknown as NodeJS.WriteStream
    const { progress } = createIo({ stdin: process.stdin, stdout: process.stdout, stderr })
    return { progress, text: () => text }
  }

  test('is one plain line at each tenth where nobody watches', () => {
    const { progress, text } = capture(false)
    const bar = progress('Posts', 1000)
    for (let done = 1; done <= 1000; done++) bar.at(done)
    expect(text().split('\n').filter(Boolean)).toHaveLength(11)
    expect(text()).toContain('Posts: 50 %\n')
    expect(text()).not.toContain('\r')
    bar.end('1000 read')
    expect(text()).toMatch(/Posts: 1000 read \(\d+\.\d s\)\n$/)
  })

  test('is a bar redrawn in place on a terminal', () => {
    const { progress, text } = capture(true)
    progress('Posts', 10).at(10)
    expect(text()).toBe(`\r\u001B[K${'█'.repeat(24)} Posts: 100 %`)
  })
})
