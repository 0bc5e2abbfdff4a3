import type { OpenApi, Operation } from '#apps/server/openapi.ts'

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** The API as one page without script or foreign asset, so that it needs no exception from the content policy. */
export function renderApiPage(document: OpenApi): string {
  const byTag = new Map<string, string[]>()
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags[0] ?? 'server'
      byTag.set(tag, [...(byTag.get(tag) ?? []), renderOperation(method.toUpperCase(), path, operation)])
    }
  const tags = [...byTag.keys()].toSorted()
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.info.title)} API</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escape(document.info.title)} API</h1>
<p>${escape(document.info.description)}</p>
<p><a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI ${document.openapi})</p></header>
<nav aria-label="Sections">${tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' ')}<a href="#shapes">Shapes</a></nav>
<main>${tags.map((tag) => `<section id="${escape(tag)}"><h2>${escape(tag)}</h2>${byTag.get(tag)!.join('')}</section>`).join('')}
<section id="shapes"><h2>Shapes</h2>${Object.entries(document.components.schemas)
    .map(
      ([name, schema]) =>
        `<details id="shape-${escape(name)}"><summary><code>${escape(name)}</code></summary>${renderJson(schema)}</details>`,
    )
    .join('')}</section></main>
</body>
</html>`
}

function renderOperation(method: string, path: string, operation: Operation): string {
  const rows = (operation.parameters ?? [])
    .map(
      (p) =>
        `<tr><th scope="row"><code>${escape(String(p['name']))}</code></th><td>${escape(String(p['in']))}${p['required'] ? ', required' : ''}</td><td><code>${escape(JSON.stringify(p['schema']))}</code></td></tr>`,
    )
    .join('')
  const answers = Object.entries(operation.responses)
    .map(
      ([status, response]) =>
        `<li><strong>${escape(status)}</strong> ${escape(String(response['description']))}${status === '200' ? renderSchema(response) : ''}</li>`,
    )
    .join('')
  return `<details id="${escape(operation.operationId)}"><summary><code><b>${method}</b> ${escape(path)}</code> ${escape(operation.summary)}</summary>
<p>${escape(operation.description)}</p>
${rows && `<table><caption>Parameters</caption><tbody>${rows}</tbody></table>`}
${operation.requestBody ? `<h3>Body</h3>${renderSchema(operation.requestBody)}` : ''}
<h3>Answers</h3><ul>${answers}</ul></details>`
}

function renderSchema(part: Record<string, unknown>): string {
  const content = Object.entries((part['content'] ?? {}) as Record<string, { schema?: unknown }>)[0]
  if (!content?.[1].schema) return content ? ` <code>${escape(content[0])}</code>` : ''
  return renderJson(content[1].schema)
}

/** JSON with a link on every reference to a shape. */
const renderJson = (schema: unknown): string =>
  `<pre tabindex="0">${escape(JSON.stringify(schema, null, 2)).replace(/#\/components\/schemas\/(\w+)/g, '<a href="#shape-$1">$1</a>')}</pre>`

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding-block: 1rem; border-block: 1px solid GrayText; }
summary { padding: .4rem 0; cursor: pointer; overflow-wrap: anywhere; }
details[open] { border-inline-start: 3px solid GrayText; padding-inline-start: 1rem; margin-bottom: 1rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; font-weight: bold; }
th, td { text-align: start; vertical-align: top; padding: .2rem .8rem .2rem 0; overflow-wrap: anywhere; }
pre { overflow: auto; max-height: 28rem; padding: .8rem; border: 1px solid GrayText; border-radius: .4rem; }
h3 { font-size: 1rem; margin-bottom: .2rem; }
`
