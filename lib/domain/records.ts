import type { Field } from '@/lib/platform/catalog'
import { academicYear } from './academics/academic-year'
import { grade } from './academics/grade'
import { subject } from './academics/subject'
import { guardian } from './people/guardian'

/** What the history knows of a kind of record: its fields with their words. */
export type RecordFacts = { name: string; entity: string; fields: Readonly<Record<string, Field>> }

const furniture = [academicYear, grade, subject].map(({ name, noun, fields }) => ({ name, entity: noun.toLowerCase(), fields }))

/** By the entity's name in `audit_events`. */
export const recordFacts: ReadonlyMap<string, RecordFacts> = new Map([guardian, ...furniture].map((facts: RecordFacts) => [facts.entity, facts]))
