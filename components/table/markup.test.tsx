import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Status } from '@/components/ui/status'
import { plainMarkup } from './markup'

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
    ['raw HTML', <td key="h" dangerouslySetInnerHTML={{ __html: '<script>' }} />],
    ['script addresses', <a key="j" href={'java\nscript:alert(1)'} />],
    ['inputs', <input key="n" defaultValue="a" />],
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
