// A worker of its own for tests: sends what is due until it is killed. Arguments: database, mail server, data folder.
import { openDb } from '#platform/db/pool.ts'
import { createLog } from '#platform/log.ts'
import { smtpMailer } from '#platform/mail/smtp-mailer.ts'
import type { Services } from '#platform/services.ts'
import { newslettersModule } from '#modules/newsletters/server/module.ts'
import { sendBulk } from '#modules/notifications/public.ts'

const [databaseUrl = '', smtpUrl = '', dataDir = ''] = process.argv.slice(2)
// Loaded for what it declares: the kind of letter.
void newslettersModule
const log = createLog({ level: 'fatal' })
const db = openDb(databaseUrl, log, { max: 5 })
const publicUrl = 'https://preau.exemple.test'
const services = {
  config: { dataDir, publicUrl, mailPerMinute: 1_000_000 },
  db,
  log,
  mailer: smtpMailer(smtpUrl, publicUrl),
  now: () => new Date(),
} as unknown as Services
await db.transaction((tx) =>
  sendBulk.run({ actor: { kind: 'system', reason: 'test' }, tx, now: new Date() }, {}, services),
)
process.stdout.write('done\n')
process.exit(0)
