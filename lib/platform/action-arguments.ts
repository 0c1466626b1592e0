/** What the browser writes for values that JSON has no word for, and text that only begins like one. */
const plain = /^\$(\$|T|undefined$|Infinity$|-Infinity$|-0$|NaN$|D[0-9TZ:.+-]{1,32}$)/
/** A place among the arguments themselves (`$0:1:name`), another part of the same form (`$2`), a form of its own (`$K3`). */
const place = /^\$0((:[^:]+)+)$/
const part = /^\$[@QW]?([1-9a-f][0-9a-f]{0,7})(:|$)/
const ownForm = /^\$K[0-9a-f]{1,8}$/

/** Every text that stands for something else stands for something that was sent. */
function areKnown(text: unknown, form: FormData | null): boolean {
  const list: unknown = typeof text === 'string' ? JSON.parse(text) : null
  const at = (path: string) => path.split(':').slice(1).reduce<unknown>((value, key) => (Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined), list)
  const isKnown = (value: unknown): boolean => {
    if (typeof value === 'object' && value !== null) return Object.values(value).every(isKnown)
    if (typeof value !== 'string' || value[0] !== '$' || plain.test(value)) return true
    const path = place.exec(value)?.[1]
    return path ? at(path) !== undefined : form !== null && (ownForm.test(value) || form.has(part.exec(value)?.[1] ?? ''))
  }
  return Array.isArray(list) && isKnown(list)
}

/**
 * Whether an action's arguments are whole. Next answers those that are not with an error of its own, as if the mistake
 * were ours; what they mean is each action's own to parse.
 */
export async function areWhole(request: Request): Promise<boolean> {
  const type = request.headers.get('content-type') ?? ''
  try {
    if (type.startsWith('text/plain')) return areKnown(await request.text(), null)
    if (!type.startsWith('multipart/form-data')) return false
    const form = await request.formData()
    return areKnown(form.get('0'), form)
  } catch {
    return false
  }
}
