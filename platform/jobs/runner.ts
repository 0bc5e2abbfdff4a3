import { Logger as GraphileLogger, parseCronItems, run, runOnce } from 'graphile-worker'
import type { CronItem, Runner, TaskList, WorkerUtilsOptions } from 'graphile-worker'
import { systemActor } from '#platform/context.ts'
import { registerListeners } from '#platform/events/events.ts'
import type { Listener } from '#platform/events/events.ts'
import { loggable } from '#platform/http/errors.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { Services } from '#platform/services.ts'

/** What a process can work off; a name with zero or two handlers stops the boot. */
export interface Work {
  tasks: TaskList
  cron: CronItem[]
}

type WorkUnit = Pick<Job<unknown>, 'name' | 'timeout' | 'onFinalFailure' | 'run'>

/** Turns jobs and listeners into the queue's tasks. Each runs in one transaction with an explicit system actor. */
export function prepareWork(services: Services, jobs: readonly Job[], listeners: readonly Listener[]): Work {
  const tasks: TaskList = {}
  const add = (name: string, task: TaskList[string]) => {
    if (tasks[name]) throw new Error(`Two handlers are declared for the job ${name}; keep one.`)
    tasks[name] = task
  }
  const addWork = (unit: WorkUnit) =>
    add(unit.name, (payload, helpers) =>
      withDeadline(unit.timeout, unit.name, (isLate) =>
        services.db.transaction(async (tx) => {
          await unit.run(
            { actor: systemActor(unit.name), tx, now: services.now() },
            payload as never,
            services,
          )
          // The queue has given this attempt up and will start another: this one must leave nothing behind.
          if (isLate()) throw new Error(`the job ${unit.name} finished too late and was undone`)
        }),
      ).catch((error: unknown) => {
        const facts = {
          job: unit.name,
          jobId: helpers.job.id,
          attempt: helpers.job.attempts,
          err: loggable(error),
        }
        if (helpers.job.attempts >= helpers.job.max_attempts)
          services.log.error(facts, `job given up: ${unit.onFinalFailure}`)
        else services.log.warn(facts, 'a job failed and will be tried again')
        throw error
      }),
    )
  for (const job of jobs) addWork(job as unknown as WorkUnit)
  for (const listener of listeners)
    addWork({
      timeout: 300,
      onFinalFailure: `What ${listener.name} does on ${listener.on} is missing for one event.`,
      ...listener,
    } as unknown as WorkUnit)
  registerListeners(listeners)
  const cron = jobs.flatMap((job) =>
    job.cron
      ? [
          {
            task: job.name,
            match: job.cron,
            options: { backfillPeriod: 0, maxAttempts: job.attempts, jobKey: job.name },
          },
        ]
      : [],
  )
  return { tasks, cron }
}

async function withDeadline(
  seconds: number,
  name: string,
  work: (isLate: () => boolean) => Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let isLate = false
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true
      reject(new Error(`the job ${name} did not finish within ${seconds} s`))
    }, seconds * 1000)
  })
  try {
    await Promise.race([work(() => isLate), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Without a batch the queue does not wait until it has written what became of a job: "until the queue is empty" would
 * return while the last one still stands there.
 */
const preset: NonNullable<WorkerUtilsOptions['preset']> = {
  worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
}

/** Works until stopped; picked up within milliseconds through LISTEN. */
export function startRunner(services: Services, work: Work): Promise<Runner> {
  return run({
    preset,
    pgPool: services.db.pool,
    taskList: work.tasks,
    parsedCronItems: parseCronItems(work.cron),
    concurrency: 4,
    noHandleSignals: true,
    logger: quietLogger(services),
  })
}

/** Runs what is due until the queue is empty; for tests and for the command line. */
export async function runDueJobs(services: Services, work: Work): Promise<void> {
  await runOnce({
    preset,
    pgPool: services.db.pool,
    taskList: work.tasks,
    logger: quietLogger(services),
    noHandleSignals: true,
  })
}

function quietLogger(services: Services): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    // A failed attempt is told above, with its job; the queue's own words would repeat the error's text.
    if (message.startsWith('Failed task')) return
    if (level === 'error') services.log.error({ from: 'jobs' }, message)
    else if (level === 'warning') services.log.warn({ from: 'jobs' }, message)
  })
}
