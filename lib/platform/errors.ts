/** What went wrong in a way the user can act on. `not-found` also covers other tenants and deleted rows. */
export type RefusalCode = 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'signed-out' | 'too-many' | 'unavailable'

export type MessageParams = Record<string, string | number>

/** A key of `messages/` with its values; the door translates it for the person who asks. */
export type Message = { key: string; params?: MessageParams }

type RefusalMore = { params?: MessageParams; fields?: Record<string, Message>; detail?: unknown }

/**
 * A refusal is for the user: it names a message that says what happened, what is safe and what to do.
 * Everything else that is thrown is a bug and is only logged.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: MessageParams
  readonly fields: Record<string, Message>
  /** What a screen needs to resolve the refusal, e.g. the newer version in a conflict. */
  readonly detail: unknown

  constructor(code: RefusalCode, key: string, { params = {}, fields = {}, detail }: RefusalMore = {}) {
    super(key)
    this.name = 'Refusal'
    this.code = code
    this.params = params
    this.fields = fields
    this.detail = detail
  }
}

/** What a door answers. Texts are translated; `fields` maps an input's name to its sentence. */
export type Result<T> =
  | { ok: true; data: T }
  | { ok: false; code: RefusalCode | 'bug'; message: string; fields?: Record<string, string>; detail?: unknown }
