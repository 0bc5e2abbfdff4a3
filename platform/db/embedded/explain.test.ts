import { expect, test } from 'vitest'
import { explainPostgres } from './explain.ts'

test.each([
  [
    'PANIC:  could not write to file "pg_wal/xlogtemp.12": No space left on device',
    'The disk that holds /d is full: free some space there (df -h /d) and start Préau again.',
  ],
  [
    'FATAL:  data directory "/d" has wrong ownership\nHINT:  The server must be started by the user that owns the data directory.',
    '/d belongs to another user: start Préau as its owner, or give it to this user with chown -R.',
  ],
  [
    'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.',
    '/d was written by PostgreSQL 17 and this Préau brings 18.4: use the Préau release that wrote it, and see docs/operating/upgrade.md.',
  ],
  [
    'initdb: could not look up effective user ID 4321: user does not exist',
    'PostgreSQL needs an account with a name and user number 4321 has none in /etc/passwd: add one, or name an external server in DATABASE_URL.',
  ],
  [
    'spawn /x/postgres ENOENT',
    'The PostgreSQL that npm brings does not run here (/d): it needs a Linux with glibc, elsewhere name an external server in DATABASE_URL.',
  ],
  [
    'LOG:  hello\nFATAL:  something new.\nLOG:  database system is shut down',
    'PostgreSQL did not start in /d: something new.',
  ],
  ['', 'PostgreSQL did not start in /d: it ended without saying why.'],
])('%s', (output, sentence) => {
  expect(explainPostgres(output, '/d')).toBe(sentence)
})
