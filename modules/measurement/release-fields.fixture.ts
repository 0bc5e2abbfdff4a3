/** Every field that an address about figures of groups, or about my own ties, may carry. A new one is added here on purpose. */
const value = (path: string) => ['value', 'code', 'low', 'high'].map((key) => `${path}.${key}`)
const member = (path: string) =>
  ['id', 'displayName', 'photoUrl', 'jobTitle', 'entityName', 'kind', 'isFormer'].map(
    (key) => `${path}.${key}`,
  )

export const allowed: readonly string[] = [
  'scope',
  'periods',
  'periods[]',
  'rows',
  'decisions',
  ...[
    'metric',
    'period',
    'dimension',
    'cell',
    'includes',
    'includes[]',
    'nBand',
    'unit',
    'k',
    'algoVersion',
    'releasedAt',
    'parts',
  ].map((key) => `rows[].${key}`),
  ...value('rows[].value'),
  'rows[].parts[].key',
  ...value('rows[].parts[].value'),
  ...['metric', 'period', 'outcome', 'reason', 'rawCells', 'keptCells', 'k', 'decidedAt'].map(
    (key) => `decisions[].${key}`,
  ),
  // The network of entities.
  'withheld',
  'map',
  'topics',
  'topicsUntil',
  ...['topic', 'band', 'accepted'].map((key) => `topics[].${key}`),
  ...[
    'period',
    'releasedAt',
    'k',
    'nBand',
    'expected',
    'silo',
    'density',
    'components',
    'groups',
    'cells',
    'pairs',
  ].map((key) => `map.${key}`),
  ...['twoWay', 'ei', 'dependency'].flatMap((key) => value(`map.${key}`)),
  ...['count', 'stability', 'overlap'].map((key) => `map.groups.${key}`),
  ...['cell', 'includes', 'includes[]', 'nBand', 'expected', 'x', 'y'].map((key) => `map.cells[].${key}`),
  ...value('map.cells[].ei'),
  ...['a', 'b', 'ratio', 'ties', 'isFragile'].map((key) => `map.pairs[].${key}`),
  // My own ties, for me.
  'from',
  'to',
  'people',
  'twoWay',
  'spread',
  'constraint',
  'bridges',
  'bridges[].a',
  'bridges[].b',
  'ties',
  ...member('ties[].member'),
  ...['isTwoWay', 'threads', 'isSameEntity', 'communities'].map((key) => `ties[].${key}`),
  ...['id', 'slug', 'name.fr', 'name.en', 'kind', 'visibility', 'accent', 'partnersAdmitted'].map(
    (key) => `ties[].communities[].${key}`,
  ),
]
