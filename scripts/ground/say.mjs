// What a person reads while the ground is laid: one line a step, and one sentence when it cannot go on.

export class Problem extends Error {}

const tty = process.stdout.isTTY
process.stdout.on('error', ignoreClosedPipe)
process.stderr.on('error', ignoreClosedPipe)

function ignoreClosedPipe(error) {
  if (error.code !== 'EPIPE') throw error
}

export const say = (line = '') => void process.stdout.write(`${line}\n`)
export const complain = (line) => void process.stderr.write(`${line}\n`)
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs one step; `run` may return a short remark on how it ended.
 * @param {string} title
 * @param {(progress: (text: string) => void) => unknown} run
 */
export async function step(title, run) {
  const began = performance.now()
  let drawn = false
  let latest = ''
  const progress = (text) => {
    latest = text
    if (tty) redraw()
  }
  const redraw = () => {
    drawn = true
    const line = `  … ${title}${latest ? `: ${latest}` : ''} (${seconds(began)})`
    process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`)
  }
  // Without a terminal a long step still says every ten seconds that it lives.
  const timer = setInterval(() => (tty ? redraw() : say(`  … ${title}${latest ? `: ${latest}` : ''} (${seconds(began)})`)), tty ? 200 : 10_000)
  timer.unref()
  const finish = (mark, remark) => {
    clearInterval(timer)
    if (drawn) process.stdout.write('\r\x1b[2K')
    say(`  ${mark} ${title}${remark ? `: ${remark}` : ''} (${seconds(began)})`)
  }
  try {
    const remark = await run(progress)
    finish('✓', typeof remark === 'string' ? remark : '')
  } catch (error) {
    finish('✗', '')
    throw error
  }
}
