import type { contract as communities } from '#modules/communities/contract.ts'
import type { contract as demo } from '#modules/demo/contract.ts'
import type { contract as discussions } from '#modules/discussions/contract.ts'
import type { contract as measurement } from '#modules/measurement/contract.ts'
import type { contract as people } from '#modules/people/contract.ts'
import type { contract as search } from '#modules/search/contract.ts'
import type { contract as workbench } from '#modules/workbench/contract.ts'

// The merged contract of the product, types only: one import and one name per module. It gives `api()` its types.

type Communities = typeof communities
type Demo = typeof demo
type Discussions = typeof discussions
type Measurement = typeof measurement
type People = typeof people
type Search = typeof search
type Workbench = typeof workbench

declare module '#platform/web/api.ts' {
  interface ApiContract extends Communities, Demo, Discussions, Measurement, People, Search, Workbench {}
}
