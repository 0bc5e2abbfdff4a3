import { defineJob } from '#platform/jobs/job.ts'
import { destroyKeys } from './keys.ts'

/** Destroys the key of a wave that is over: from then on nothing that was sealed for it can be opened. */
export const destroySeal = defineJob<{ waveId: string }>({
  name: 'pulse.destroySeal',
  attempts: 12,
  timeout: 60,
  onFinalFailure:
    'The key of a closed pulse is still in the file store (pulse-seal-… and pulse-names-…): delete those files by hand.',
  run: (_ctx, { waveId }, services) => destroyKeys(services, waveId),
})
