import pg from 'pg'
import { startTestCluster } from '#platform/db/embedded/test-cluster.ts'
import { prepareDatabase } from '#platform/db/prepare.ts'
const cluster = await startTestCluster()
process.stdout.write(`cluster ${cluster.adminUrl}\n`)
const admin = new pg.Client({ connectionString: cluster.adminUrl }); await admin.connect(); await admin.query('create database perf'); await admin.end()
const url = new URL(cluster.adminUrl); url.pathname = '/perf'
await prepareDatabase(url.href)
const c = new pg.Client({ connectionString: url.href }); await c.connect()
const run = async (label: string, sql: string) => { const t = Date.now(); await c.query(sql); process.stdout.write(`${label} ${Date.now() - t} ms\n`) }
await run('members', `insert into people.member (id, state, email, display_name) select platform.new_id(), 'active', 'm'||n||'@x.test', 'Membre '||n from generate_series(1,20000) n`)
await run('communities', `insert into communities.community (id, slug, kind, visibility, name, purpose) select platform.new_id(), 'c'||n, 'practice', (array['open','closed','secret'])[1+n%3], '{"fr":"Nom"}', '{"fr":"But"}' from generate_series(1,1000) n`)
await run('tables', `create table mm as select id, row_number() over () n from people.member; create index on mm(n); create table cc as select id, row_number() over () n from communities.community; create index on cc(n)`)
await run('memberships', `insert into communities.membership (community_id, member_id, last_seen_seq) select distinct on (cc.id, mm.id) cc.id, mm.id, 0 from (select 1+floor(power(random(),2)*999)::int c, 1+floor(random()*20000)::int m from generate_series(1,400000)) x join cc on cc.n=x.c join mm on mm.n=x.m`)
await run('heavy members', `insert into communities.membership (community_id, member_id) select cc.id, mm.id from cc, mm where mm.n <= 3 and cc.n <= 570 on conflict do nothing`)
await run('posts', `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, created_at, last_activity_at, answer_count, comment_count)
 select platform.new_id(x.at), cc.id, x.s, case when x.s%3=0 then 'question' else 'discussion' end, mm.id, 'Titre numéro '||x.s||' sur la panne', 'Bonjour, le convoyeur '||x.s||' de la ligne est en panne. Qui connaît la procédure '||md5(x.s::text)||' ?', '<p>Bonjour</p>', 'Bonjour, le convoyeur de la ligne est en panne', x.at, x.at, (x.s%4)::int, (x.s%4)::int
 from (select s, 1+floor(power(random(),2)*999)::int c, 1+floor(random()*20000)::int m, now() - (s * interval '15 minutes') as at from generate_series(1,150000) s) x join cc on cc.n=x.c join mm on mm.n=x.m`)
await run('comments', `insert into discussions.comment (id, community_id, post_id, author_id, body_md, body_html, created_at) select platform.new_id(p.created_at + k * interval '1 hour'), p.community_id, p.id, mm.id, 'Je crois que la procédure est dans le classeur '||k, '<p>Je crois que la procédure est dans le classeur</p>', p.created_at + k * interval '1 hour' from discussions.post p, generate_series(1,3) k, lateral (select id from mm where n = 1 + abs(hashtext(p.id::text||k)) % 20000) mm`)
await run('big thread', `insert into discussions.comment (id, community_id, post_id, author_id, body_md, body_html, created_at) select platform.new_id(), p.community_id, p.id, mm.id, 'Réponse '||k, '<p>Réponse '||k||'</p>', now() from (select * from discussions.post order by last_activity_at desc limit 1) p, generate_series(1,20) k, lateral (select id from mm where n = k*7) mm`)
const { cardSql } = await import('#modules/discussions/server/sql.ts')
await run('cards', `update discussions.post p set card = ${cardSql('p')}`)
await run('index posts', `insert into search.doc select 'post', p.id, p.id, p.community_id, floor(extract(epoch from p.created_at)/604800)::int, p.created_at, 'fr', search.vector('fr', p.title, p.body_md) from discussions.post p`)
await run('index comments', `insert into search.doc select 'comment', p.id, p.post_id, p.community_id, floor(extract(epoch from p.created_at)/604800)::int, p.created_at, 'fr', search.vector('fr', null, p.body_md) from discussions.comment p`)
await run('seq', `update communities.community c set post_seq = 100`)
await run('vacuum', `vacuum analyze`)
process.stdout.write('ready\n')
await c.end()
await new Promise((r) => process.on('SIGTERM', r))
await cluster.stop()
