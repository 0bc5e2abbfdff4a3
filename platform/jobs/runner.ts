import { Logger as GraphileLogger, run, runOnce } from 'graphile-worker'
import type { Runner, TaskList } from 'graphile-worker'
import { systemActor } from '#platform/context.ts'
import { registerListeners } from '#platform/events/events.ts'
import type { Listener, StoredEvent } from '#platform/events/events.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'

/** What a process can work off; a name with zero or two handlers stops the boot. */
export interface Work {
  tasks: TaskList
  crontab: string
}

/** Turns jobs and listeners into the queue's tasks. Each runs in one transaction with an explicit system actor. */
export function prepareWork(services: Services, jobs: readonly Job[], listeners: readonly Listener[]): Work {
  const tasks: TaskList = {}
  const add = (name: string, task: TaskList[string]) => {
    if (tasks[name]) throw new Error(`Two handlers are declared for the job ${name}; keep one.`)
    tasks[name] = task
  }
  for (const job of jobs) {
    add(job.name, (payload, helpers) =>
      withDeadline(job.timeout, job.name, () =>
        services.db
          .transaction((tx) => job.run({ actor: systemActor(job.name), tx, now: services.now() }, payload as never, services))
          .catch((error: unknown) => {
            if (helpers.job.attempts >= helpers.job.max_attempts)
              services.log.error({ job: job.name, jobId: helpers.job.id, err: error }, `job given up: ${job.onFinalFailure}`)
            throw error
          }),
      ),
    )
  }
  for (const listener of listeners) {
    add(listener.name, (payload) =>
      services.db.transaction((tx) =>
        listener.run({ actor: systemActor(listener.name), tx, now: services.now() }, payload as StoredEvent as never, services),
      ),
    )
  }
  registerListeners(listeners)
  const crontab = jobs.flatMap((job) => (job.cron ? [`${job.cron} ${job.name}`] : [])).join('\n')
  return { tasks, crontab }
}

async function withDeadline(seconds: number, name: string, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the job ${name} did not finish within ${seconds} s`)), seconds * 1000)
  })
  try {
    await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Works until stopped; picked up within milliseconds through LISTEN. */
export function startRunner(services: Services, work: Work): Promise<Runner> {
  return run({
    pgPool: services.db.pool,
    taskList: work.tasks,
    crontab: work.crontab,
    concurrency: 4,
    noHandleSignals: true,
    logger: quietLogger(services),
  })
}

/** Runs what is due until the queue is empty; for tests and for the command line. */
export async function runDueJobs(services: Services, work: Work): Promise<void> {
  await runOnce({ pgPool: services.db.pool, taskList: work.tasks, logger: quietLogger(services), noHandleSignals: true })
}

function quietLogger(services: Services): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') services.log.error({ from: 'jobs' }, message)
    else if (level === 'warning') services.log.warn({ from: 'jobs' }, message)
  })
}
