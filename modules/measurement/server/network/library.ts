import louvainPackage from 'graphology-communities-louvain'
import { countConnectedComponents } from 'graphology-components'
import betweennessPackage from 'graphology-metrics/centrality/betweenness.js'
import { undirectedDensity } from 'graphology-metrics/graph/density.js'
import modularityPackage from 'graphology-metrics/graph/modularity.js'

// NOTE these packages are CommonJS whose types declare an ES default: Node hands over what the types call `.default`.
const own = <T>(loaded: { default: T }): T => loaded as unknown as T

export const louvain = own(louvainPackage)
export const betweennessOf = own(betweennessPackage)
export const modularity = own(modularityPackage)
export { countConnectedComponents, undirectedDensity }
