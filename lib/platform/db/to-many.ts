import type { Prisma } from './generated/client'
import type { ModelName } from './relations.server'

type Relations<M extends ModelName> = Prisma.TypeMap['model'][M]['payload']['objects']

/** Names of a model's to-many relations: what may still hang on one of its rows. */
export type ToMany<M extends ModelName> = { [Name in keyof Relations<M>]: Relations<M>[Name] extends readonly unknown[] ? Name : never }[keyof Relations<M>] & string
