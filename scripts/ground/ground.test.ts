import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { playwrightTally, settle, vitestTally } from '../testing/tally.mjs'
import { isAlive } from './alive.mjs'
import { diskProblem } from './disk.mjs'
import { canReach } from './identity.mjs'
import { demandNode, isInstalled } from './install.mjs'
import { takeLock } from './lock.mjs'
import { nextFree } from './port.mjs'
import { findServer, isServerOf, readPidFile } from './postmaster.mjs'
import { hashOf, isStamped, once } from './stamp.mjs'
import { watch } from './watch.mjs'

const home = mkdtempSync(path.join(os.tmpdir(), 'ground-'))
afterAll(() => rmSync(home, { recursive: true }))

const folder = (name: string, files: Record<string, string>) => {
  const base = path.join(home, name)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(base, file)), { recursive: true })
    writeFileSync(path.join(base, file), content)
  }
  return base
}

describe('the stamp of a build', () => {
  const base = folder('stamp', { 'app/page.tsx': 'one', 'lib/rule.ts': 'two' })
  const stamp = (salt = '') => hashOf(['app', 'lib', 'absent'], { base, salt })

  test('changes with a content, a name and the salt, not with a test or generated code', () => {
    const first = stamp()
    folder('stamp', { 'lib/rule.test.ts': 'a test', 'lib/generated/client.ts': 'made' })
    expect(stamp()).toBe(first)
    expect(stamp('key')).not.toBe(first)
    folder('stamp', { 'app/page.tsx': 'once' })
    expect(stamp()).not.toBe(first)
    folder('stamp', { 'app/page.tsx': 'one', 'app/other.tsx': '' })
    expect(stamp()).not.toBe(first)
  })

  test('work that fails leaves no stamp, work that is done is not done again', async () => {
    const file = path.join(home, 'mark/stamp')
    await expect(once(file, 'a', () => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off')
    expect(isStamped(file, 'a')).toBe(false)
    expect(await once(file, 'a', async () => {})).toBe(true)
    expect(await once(file, 'a', () => Promise.reject(new Error('again')))).toBe(false)
    await expect(once(file, 'b', () => Promise.reject(new Error('cut off')))).rejects.toThrow()
    expect(isStamped(file, 'a')).toBe(false)
  })
})

test('a taken port gives way to the next', async () => {
  const taken = net.createServer()
  const port = await new Promise<number>((resolve) => taken.listen(0, '0.0.0.0', () => resolve((taken.address() as net.AddressInfo).port)))
  const found = await nextFree(port, ['127.0.0.1', '0.0.0.0'])
  expect(found).toBeGreaterThan(port)
  taken.close()
})

test('of two starts the second learns who is first', async () => {
  const key = `${home}/data`
  const first = await takeLock(key)
  first.update!({ url: 'http://localhost:3000' })
  expect(await takeLock(key)).toEqual({ held: { pid: process.pid, url: 'http://localhost:3000' } })
  await first.release!()
  const again = await takeLock(key)
  expect(again.held).toBeUndefined()
  await again.release!()
})

describe('a pid file', () => {
  const write = (pid: number) => folder('cluster', { 'postmaster.pid': `${pid}\n${home}/cluster\n1\n5433\n\n127.0.0.1\n 1 2\nready   \n` })

  test('is read', () => {
    expect(readPidFile(write(4711))).toEqual({ pid: 4711, port: 5433, ready: true })
    expect(readPidFile(path.join(home, 'none'))).toBeNull()
  })
  test("that names somebody else's process is cleared, not obeyed", () => {
    const dir = write(process.pid)
    expect(findServer(dir)).toBeNull()
    expect(readPidFile(dir)).toBeNull()
  })
  test('is ours when that process is a postgres on this folder', () => {
    expect(isServerOf('/data/pg', process.pid, () => 'postgres -D /data/pg')).toBe(true)
    expect(isServerOf('/data/pg', process.pid, () => 'postgres -D /other')).toBe(false)
    expect(isServerOf('/data/pg', 2 ** 22 + 1, () => 'postgres -D /data/pg')).toBe(false)
  })
  test('a process is alive or not', () => {
    expect(isAlive(process.pid)).toBe(true)
    expect(isAlive(2 ** 22 + 1)).toBe(false)
  })
})

describe('a database that is killed', () => {
  const nobody = 2 ** 22 + 1
  test('is started again, and left alone while it lives', async () => {
    const cluster = { pid: nobody, restarts: 0, restart: async () => void ((cluster.pid = process.pid), cluster.restarts++) }
    const stop = watch(cluster, () => undefined, { every: 1 })
    await expect.poll(() => cluster.restarts).toBe(1)
    cluster.pid = nobody
    await expect.poll(() => cluster.restarts).toBe(2)
    stop()
    cluster.pid = nobody
    await sleep(20)
    expect(cluster.restarts).toBe(2)
  })
  test('and falls again and again ends the start in one sentence', async () => {
    const cluster = { pid: nobody, restarts: 0, restart: async () => void cluster.restarts++ }
    const said = await new Promise<string>((resolve) => void watch(cluster, resolve, { every: 1 }))
    expect(said).toContain('The database fell six times')
    expect(cluster.restarts).toBe(5)
  })
})

test('a folder below a private one cannot be reached by another user', () => {
  mkdirSync(path.join(home, 'private/data'), { recursive: true, mode: 0o700 })
  expect(canReach(path.join(home, 'private/data'), { uid: 54_321, gid: 54_321 })).toBe(false)
  expect(canReach(path.join(home, 'private/data/not-there-yet'), { uid: process.getuid?.(), gid: process.getgid?.() })).toBe(true)
})

test('an install counts when every package of the lock is there in its version', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32': { version: '1.0.0', optional: true } } }
  expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
  expect(isInstalled(lock, { packages: {} })).toBe(false)
})

test('Node is old or new enough', () => {
  expect(() => demandNode('18.20.0')).toThrow('Node 20.19 or newer')
  expect(() => demandNode('20.18.3')).toThrow()
  for (const version of ['20.19.0', '22.0.0', '100.1.0']) expect(() => demandNode(version)).not.toThrow()
})

test('what the disk says becomes one sentence; other errors stay what they are', () => {
  expect(diskProblem({ code: 'ENOSPC', message: 'write' }, '/data')?.message).toContain('The disk that holds /data is full')
  expect(diskProblem({ code: 'EROFS', message: 'open', path: '/ro/x' })?.message).toContain('/ro/x lies on a read-only disk')
  expect(diskProblem({ code: 'EACCES', message: 'open', path: '/home/x' })?.message).toContain('/home/x cannot be written')
  expect(diskProblem({ message: 'PANIC: could not write: No space left on device' }, '/data')?.message).toContain('full')
  expect(diskProblem(new Error('something else'))).toBeNull()
})

describe('the tally', () => {
  const report = (name: string, content: object) => path.join(folder('reports', { [name]: JSON.stringify(content) }), name)

  test('a run without tests, and one that crashed, have failed', () => {
    expect(settle({ passed: 0, failed: 0 }, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(settle({ passed: 3, failed: 0 }, 1)).toMatchObject({ passed: 3, failed: 1 })
    expect(settle({ passed: 3, failed: 0 }, 1, 'a.test.ts\nUnhandled Errors\nError: the connection broke').failures).toEqual([{ name: 'outside a test', message: 'Unhandled Errors\nError: the connection broke' }])
    expect(settle({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2, failures: [] })
    expect(vitestTally(path.join(home, 'no-report'), 1)).toMatchObject({ passed: 0, failed: 1 })
  })
  test('a file that does not load counts as a failure', () => {
    const red = { status: 'failed', fullName: 'adds up', failureMessages: ['\u001b[31mError: 3 is not 4\u001b[39m'] }
    const file = report('v', { numPassedTests: 4, numFailedTests: 1, testResults: [{ status: 'failed', name: path.resolve('a.test.ts'), message: 'no such module', assertionResults: [] }, { status: 'failed', name: path.resolve('b.test.ts'), assertionResults: [red] }] })
    expect(vitestTally(file, 1)).toEqual({ passed: 4, failed: 2, failures: [{ name: 'a.test.ts', message: 'no such module' }, { name: 'b.test.ts › adds up', message: 'Error: 3 is not 4' }] })
  })
  test('a browser test that passed at a second try is named', () => {
    const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', line: 7, tests: [{ status, results: [{ error: { message: 'not there' } }] }] })
    const suites = [{ specs: [spec('opens', 'expected')], suites: [{ specs: [spec('closes', 'unexpected'), spec('sings', 'flaky')] }] }]
    expect(playwrightTally(report('p', { stats: { expected: 5, unexpected: 1, flaky: 1 }, suites }), 1)).toEqual({
      passed: 6, failed: 1, remark: '1 passed at a second try only',
      failures: [{ name: 'a.spec.ts:7 › closes', message: 'not there' }, { name: 'a.spec.ts:7 › sings (passed at a second try)', message: 'not there' }],
    })
  })
})
