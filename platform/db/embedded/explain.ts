/**
 * One sentence that says what PostgreSQL's own words mean and what to do. `output` is what the program
 * wrote, `folder` the place it was working in.
 */
export function explainPostgres(output: string, folder: string): string {
  for (const [pattern, sentence] of known) {
    const found = pattern.exec(output)
    if (found) return sentence(folder, found)
  }
  const last = lastComplaint(output)
  return `PostgreSQL did not start in ${folder}: ${last || 'it ended without saying why'}.`
}

const known: [RegExp, (folder: string, found: RegExpExecArray) => string][] = [
  [
    /No space left on device|ENOSPC/,
    (folder) =>
      `The disk that holds ${folder} is full: free some space there (df -h ${folder}) and start Préau again.`,
  ],
  [
    /Disk quota exceeded|EDQUOT/,
    (folder) => `The disk quota for ${folder} is used up: free some space there and start Préau again.`,
  ],
  [
    /Read-only file system|EROFS/,
    (folder) => `${folder} is on a read-only disk: set DATA_DIR to a folder Préau may write to.`,
  ],
  [
    /could not look up effective user ID (\d+)/,
    (_, found) =>
      `PostgreSQL needs an account with a name and user number ${found[1]} has none in /etc/passwd: add one, or name an external server in DATABASE_URL.`,
  ],
  [
    /has wrong ownership/,
    (folder) =>
      `${folder} belongs to another user: start Préau as its owner, or give it to this user with chown -R.`,
  ],
  [
    /has group or world access|invalid permissions/,
    (folder) => `${folder} is open to other users and PostgreSQL refuses that: run chmod 700 ${folder}.`,
  ],
  [
    /initialized by PostgreSQL version (\S+?),?\s.*not compatible with this version (\S+?)\.?$/ms,
    (folder, found) =>
      `${folder} was written by PostgreSQL ${found[1]} and this Préau brings ${found[2]}: use the Préau release that wrote it, and see docs/operating/upgrade.md.`,
  ],
  [
    /lock file "postmaster\.pid" already exists|pre-existing shared memory block/,
    (folder) =>
      `Another PostgreSQL still uses ${folder}: stop it, or wait a few seconds, and start Préau again.`,
  ],
  [
    /Cannot allocate memory|could not (?:create|map) (?:anonymous )?shared memory/,
    () => 'There is not enough memory to start PostgreSQL: free about 200 MB and start Préau again.',
  ],
  [
    /error while loading shared libraries: ([^:]+)/,
    (_, found) =>
      `PostgreSQL misses the system library ${found[1]}: run npm ci again, and if that does not help install the library or name an external server in DATABASE_URL.`,
  ],
  [
    /ENOENT|not found/,
    (folder) =>
      `The PostgreSQL that npm brings does not run here (${folder}): it needs a Linux with glibc, elsewhere name an external server in DATABASE_URL.`,
  ],
  [
    /Permission denied|EACCES|EPERM/,
    (folder) =>
      `Préau may not read or write ${folder}: give that folder to the user who starts Préau (chown -R), or set DATA_DIR elsewhere.`,
  ],
]

function lastComplaint(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const complaint = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? ''
  return complaint.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').replace(/\.$/, '')
}
