import { AskDialog } from './AskDialog.tsx'
import { NeighbourDialog } from './NeighbourDialog.tsx'
import { OwnerDialog } from './OwnerDialog.tsx'
import { RelayDialog } from './RelayDialog.tsx'
import type { LadderLevel } from '#modules/workbench/contract.ts'
import type { Waiting } from '../use-step.ts'

export const stepActs = ['ask', 'neighbour', 'relay', 'owner'] as const
export type StepAct = (typeof stepActs)[number]

/** The smallest act that lets the community act, at each level. */
export const actOfLevel: Readonly<Record<LadderLevel, StepAct>> = {
  L0: 'ask',
  L1: 'ask',
  L2: 'neighbour',
  L3: 'relay',
  L4: 'owner',
}

const dialogs = { ask: AskDialog, neighbour: NeighbourDialog, relay: RelayDialog, owner: OwnerDialog }

export function StepDialog({
  act,
  ...props
}: {
  act: StepAct | undefined
  slug: string
  question: Waiting
  onClose: () => void
  onDone?: (() => void) | undefined
}) {
  if (!act) return null
  const Chosen = dialogs[act]
  return <Chosen {...props} />
}
