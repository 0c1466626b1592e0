import { Fragment, isValidElement, type ReactNode } from 'react'

const clientReference = Symbol.for('react.client.reference')
const voidTags = new Set(['br', 'hr', 'img', 'input', 'wbr'])
/** React treats these in its own way. */
const ownWay = new Set(['select', 'option', 'textarea', 'script', 'style', 'template'])
const renamed: Record<string, string> = { className: 'class', htmlFor: 'for', tabIndex: 'tabindex', defaultValue: 'value', strokeWidth: 'stroke-width', strokeDasharray: 'stroke-dasharray' }
/** Attributes of SVG that React spells otherwise; those that are wanted stand in `renamed`. */
const spelled = /^(?:stroke|fill|font|text|clip|marker|stop|color|dominant|alignment|paint|pointer|shape|xlink|xml)[A-Z]/

/** Thrown for what is more than plain HTML: islands, handlers, styles, promises. */
class NotPlain extends Error {}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
const escape = (text: string) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text)

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null || name === 'children' || name === 'dangerouslySetInnerHTML') return ''
  const isNamedState = name.startsWith('aria-') || name.startsWith('data-')
  if (name === 'hidden' && typeof value === 'boolean') return value ? ' hidden=""' : ''
  const isPlain = typeof value === 'string' || typeof value === 'number' || (isNamedState && typeof value === 'boolean')
  const isScript = (name === 'href' || name === 'action') && typeof value === 'string' && /^[\s\0-\x1F]*j[\s\0-\x1F]*a[\s\0-\x1F]*v/i.test(value)
  if (!isPlain || isScript || (spelled.test(name) && !(name in renamed)) || !/^[a-zA-Z][\w-]*$/.test(name) || /^on/i.test(name)) throw new NotPlain()
  return ` ${renamed[name] ?? name}="${escape(String(value))}"`
}

type Props = Record<string, unknown> & { children?: ReactNode }

function element(type: unknown, props: Props): string {
  if (type === Fragment) return draw(props.children)
  if (typeof type === 'function') {
    if ('$$typeof' in type && type.$$typeof === clientReference) throw new NotPlain()
    return draw((type as (props: Props) => ReactNode)(props))
  }
  if (typeof type !== 'string' || ownWay.has(type)) throw new NotPlain()
  let open = `<${type}`
  for (const name in props) open += attribute(name, props[name])
  if (voidTags.has(type)) return `${open}/>`
  const inside = props.dangerouslySetInnerHTML === undefined ? draw(props.children) : (props.dangerouslySetInnerHTML as { __html: string }).__html
  return `${open}>${inside}</${type}>`
}

function draw(node: ReactNode): string {
  if (typeof node === 'string') return escape(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) {
    let text = ''
    for (const part of node as ReactNode[]) text += draw(part)
    return text
  }
  if (!isValidElement<Props>(node)) throw new NotPlain()
  return element(node.type, node.props)
}

/**
 * Plain elements as HTML; null when there is anything React has to look after. A page of rows is some six
 * hundred elements, which React writes twice (payload and HTML) and hydrates: this writes them once, and
 * costs the server a fifth and the tablet nothing.
 */
export function plainMarkup(node: ReactNode): string | null {
  try {
    return draw(node)
  } catch (error) {
    if (error instanceof NotPlain) return null
    throw error
  }
}
