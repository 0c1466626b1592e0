import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { House } from 'lucide'
import { Icon } from './icon'
import { Status } from './status'
import { plainMarkup } from './plain-markup'

const Named = ({ name }: { name: string }) => (
  <>
    <b>{name}</b>, {[1, 2, null, false, 'x']}
  </>
)

describe('plainMarkup', () => {
  it.each<[string, ReactNode]>([
    ['a row', <tr key="r"><th scope="row"><a href="/students/1?a=1&b=2">Ana</a></th><td className="end">{0}</td></tr>],
    ['components and fragments', <Named key="n" name="O'Brien & <sons>" />],
    ['a status', <Status key="s" tone="ok">Present</Status>],
    ['attributes', <label key="l" htmlFor="a" aria-hidden={false} data-on hidden title={'"'}><br /></label>],
    ['what is HTML already', <Icon key="i" of={House} className="size-4" />],
    ['a form that only asks', <form key="f" action="/attendance?a=1" method="get"><input type="date" max="2030-01-01" name="date" defaultValue="2026-01-02" /><button type="submit" tabIndex={-1}>Go</button></form>],
  ])('writes %s as React does', (_, node) => {
    expect(plainMarkup(node)).toBe(renderToStaticMarkup(node))
  })

  it('lets no text out of its place', () => {
    const sign = fc.constantFrom('<', '>', '"', "'", '&', 'script', '=', ' ', 'é')
    fc.assert(fc.property(fc.array(sign).map((signs) => signs.join('')), (text) => {
      const node = <td title={text} data-x={text}>{text}</td>
      expect(plainMarkup(node)).toBe(renderToStaticMarkup(node))
    }))
  })

  it.each<[string, ReactNode]>([
    ['handlers', <button key="b" onClick={() => undefined} />],
    ['styles', <td key="s" style={{ color: 'red' }} />],
    ['script addresses', <a key="j" href={'java\nscript:alert(1)'} />],
    ['choices', <select key="n" defaultValue="a"><option value="a" /></select>],
    ['deeds of a form', <form key="f" action={() => undefined} />],
    ['promises', Promise.resolve('late')],
    ['islands', <Island key="i" />],
  ])('leaves %s to React', (_, node) => {
    expect(plainMarkup(<tr>{node}</tr>)).toBeNull()
  })
})

function Island() {
  return null
}
Object.assign(Island, { $$typeof: Symbol.for('react.client.reference') })
