import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { expect, test, forgetSignIns } from './fixtures'
import { openPages, pagePatterns } from './pages'

// Nothing here names a page, an action or a route: what is built is walked.
const nobody = '00000000-0000-7000-8000-000000000000'
const filled = (pattern: string) => pattern.replace(/\[[^\]]+\]/g, nobody)
const pages = pagePatterns()
const guarded = pages.filter((path) => !openPages.includes(path))
const lists = guarded.filter((path) => !path.includes('['))

const manifest = (name: string) => JSON.parse(readFileSync(`.next-test/${name}`, 'utf8')) as Record<string, unknown>
const actions = Object.entries((manifest('server/server-reference-manifest.json') as { node: Record<string, { exportedName: string }> }).node)
const actionIds = actions.map(([id]) => id)
/** Doors for everybody, which lead in or out and answer with the way; their own journeys try them. */
const openDoors = actions.filter(([, { exportedName }]) => ['signInAction', 'signOutAction', 'signOutHereAction'].includes(exportedName)).map(([id]) => id)
const routes = Object.keys(manifest('app-path-routes-manifest.json')).filter((path) => path.endsWith('/route')).map((path) => path.replace(/\/route$/, '').replace(/\/\([^)]+\)/g, ''))
const publicRoutes = ['/api/auth/[...nextauth]', '/api/health', '/api/timetables/feed/[token]', '/offline', '/icon.svg', '/favicon.ico', '/manifest.webmanifest', '/robots.txt']
const guardedRoutes = routes.filter((path) => path.startsWith('/api/') && !publicRoutes.includes(path))

test('there is something to walk', () => {
  expect(guarded.length).toBeGreaterThan(5)
  expect(actionIds.length).toBeGreaterThan(1)
  expect(openDoors).toHaveLength(3)
  expect(guardedRoutes.length).toBeGreaterThan(1)
  expect(routes.filter((path) => !path.startsWith('/api/') && !publicRoutes.includes(path))).toEqual([])
})

for (const path of guarded) {
  test(`signed out, ${path} leads to the door and shows nothing`, async ({ request }) => {
    const answer = await request.get(filled(path), { maxRedirects: 0 })
    expect([307, 404]).toContain(answer.status())
    expect(await answer.text()).not.toMatch(/Cedar Valley|Northwind/)
  })
}

test('with a permission short, pages answer 403 or 404 and never their content', async ({ asks }) => {
  const request = await asks('finance')
  const answers = await Promise.all(['/students/new', '/users', '/users/new', '/roles', '/support', '/outbox', '/audit', '/classes/new', '/staff/new', '/campuses/new', '/documents/new', '/staff', '/attendance', '/attendance/absences', '/attendance/staff', '/attendance/staff/month', '/attendance/staff/records', '/attendance/settings', '/attendance/desk', '/attendance/chasing', '/attendance/overview', '/attendance/reports', '/attendance/reports/register', '/attendance/summaries', '/timetables', '/timetables/new', '/timetables/mine', '/timetables/overview', `/timetables/${nobody}`, '/setup/rooms', '/setup/bell-schedules', '/walkthroughs', '/walkthroughs/new', '/walkthroughs/overview', `/walkthroughs/${nobody}`, '/safety-quiz/board', `/campuses/${nobody}/development`, '/content', '/content/zones', '/imports', '/imports/new', `/imports/${nobody}`, `/attendance/${nobody}`].map(async (path) => [path, (await request.get(path)).status()] as const))
  for (const [path, status] of answers) expect([403, 404], path).toContain(status)
  expect((await request.get('/staff')).status()).toBe(403)
  const teacher = await asks('teacher')
  for (const path of ['/billing', '/billing/plan', '/invoices', '/invoices/new', '/payments', '/payments/new', '/fee-plans', '/fee-plans/new', '/setup', '/setup/terms/new', '/setup/special-days/new', '/timetables/new', '/setup/rooms/new', '/setup/bell-schedules/new', `/timetables/${nobody}/print`, `/invoices/${nobody}`, `/payments/${nobody}`, `/fee-plans/${nobody}`]) expect([403, 404], path).toContain((await teacher.get(path)).status())
})

/** Ids of the other organization's, as its lists show them; found once a worker. */
let found: Promise<string[]> | undefined
const findTheirs = async (other: APIRequestContext) => {
  const texts = await Promise.all(lists.map(async (path) => (await other.get(path)).text()))
  return [...new Set(texts.join('').match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g) ?? [])]
}

for (const path of guarded) {
  test(`ids of the other organization are nothing in ${path}`, async ({ asks }) => {
    const mine = await asks('admin')
    const theirs = await (found ??= findTheirs(await asks('otherAdmin')))
    expect(theirs.length).toBeGreaterThan(3)
    if (path.includes('[')) {
      for (const id of theirs.slice(0, 12)) expect((await mine.get(path.replace(/\[[^\]]+\]/g, id))).status(), id).toBe(404)
    } else {
      const [id] = theirs
      const answer = await mine.get(`${path}?campus=${id}&class=${id}&grade=${id}&year=${id}`)
      expect(answer.status()).toBeLessThan(400)
      expect(await answer.text()).not.toContain('Northwind')
    }
  })
}

/** What pages read of their addresses, beside what their lists do. */
const asked = ['date', 'week', 'month', 'year', 'from', 'to', 'at', 'of', 'period', 'campus', 'class', 'grade', 'student', 'teacher', 'term', 'zone', 'lesson', 'visit', 'edit', 'preview', 'practise', 'again', 'why', 'done', 'by', 'q', 'sort', 'size', 'after', 'before', 'cols', 'page', 'status']

test('whatever an address says, no page breaks', async ({ asks }) => {
  const admin = await asks('admin')
  for (const path of lists) {
    for (const value of ['0000-01-01', 'a\0b', '1e300']) {
      const answer = await admin.get(`${path}?${new URLSearchParams([...asked, ...asked.slice(0, 6)].map((name) => [name, value]))}`)
      expect(answer.status(), `${path} ${JSON.stringify(value)}`).toBeLessThan(500)
    }
  }
})

const wrong = ['[]', `[{"id":"${nobody}"}]`, '["x"]', '["$undefined"]', '[{"__proto__":{"a":1}}]']

for (const [who, site] of [['nobody', 'same-origin'], ['finance', 'same-origin'], ['admin', 'cross-site']] as const) {
  test(`every action refuses ${who} from ${site}`, async ({ asks, request, baseURL }) => {
    const sender = who === 'nobody' ? request : await asks(who)
    // Who signs out is nobody for the rest of the walk.
    for (const id of actionIds.filter((action) => !openDoors.includes(action))) {
      const headers = { 'next-action': id, origin: baseURL!, 'sec-fetch-site': site, 'content-type': 'text/plain;charset=UTF-8' }
      // Strangers and other sites are refused before anybody looks at what they say.
      for (const args of who === 'finance' ? wrong : wrong.slice(0, 2)) {
        const answer = await sender.post('/sign-in', { headers, data: args, maxRedirects: 0 })
        const text = await answer.text()
        expect(answer.status() === 303 ? '"ok":true' : text, `${id} ${args}`).not.toContain(who === 'finance' ? '"ok":true,"data":{' : '"ok":true')
      }
    }
    // One of them ends all other sessions of whoever asks.
    if (who !== 'nobody') forgetSignIns(who)
  })
}

test('arguments of an action that cannot be read are refused and not a crash', async ({ asks, baseURL }) => {
  const [admin, id] = [await asks('admin'), actions.find(([, { exportedName }]) => exportedName === 'createGuardianAction')![0]]
  const send = async (data: string, type = 'text/plain;charset=UTF-8', action = id) => (await admin.post('/guardians', { headers: { 'next-action': action, origin: baseURL!, 'sec-fetch-site': 'same-origin', 'content-type': type }, data })).status()
  for (const garbage of ['', '{', '[1', '"x"', '\0', '["$F1"]', '["$1"]', '["$K1"]', '["$Q1"]', '["$0:9:9"]', '["$nx"]', '['.repeat(9_000)]) expect(await send(garbage), garbage.slice(0, 20)).toBe(400)
  for (const type of ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/form-data; boundary=x']) expect(await send('[]', type), type).toBe(400)
  for (const unknown of ['x', '0'.repeat(42)]) expect([400, 404, 409], unknown).toContain(await send('[]', undefined, unknown))
  for (const whole of ['[]', '["\\u0000"]', '[{"fullName":"$$5","studentId":"$undefined"}]']) expect(await send(whole), whole).toBeLessThan(500)
})

test('every route refuses strangers, and a wrong input is refused and not a crash', async ({ asks, request, baseURL }) => {
  const admin = await asks('admin')
  for (const route of guardedRoutes) {
    const path = filled(route)
    for (const method of ['GET', 'POST'] as const) {
      const headers = { origin: baseURL!, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
      expect([401, 405], `${method} ${path} signed out`).toContain((await request.fetch(path, { method, headers, data: method === 'POST' ? {} : undefined })).status())
      const answer = await admin.fetch(path, { method, headers, data: method === 'POST' ? { not: 'expected', id: { $gt: '' } } : undefined })
      expect(answer.status(), `${method} ${path} wrong input`).toBeLessThan(500)
      const foreign = await admin.fetch(path, { method: 'POST', headers: { ...headers, 'sec-fetch-site': 'cross-site' }, data: {} })
      expect([403, 405], `POST ${path} cross-site`).toContain(foreign.status())
    }
  }
})
