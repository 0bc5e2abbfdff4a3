// The merged contract of the product, types only. One import and one name per module:
//   import type { contract as people } from '#modules/people/contract.ts'
//   type People = typeof people
//   declare module '#platform/web/api.ts' { interface ApiContract extends People {} }
export {}
