import { z } from 'zod'

const said = (most: number) => z.string().trim().min(1).max(most)
/** A text in each language that people here read. */
export const words = z.strictObject({ en: said(2000), es: said(2000) })
export type Words = z.infer<typeof words>
export const inLanguage = (text: Words, locale: string): string => (locale === 'es' ? text.es : text.en)

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'content.problems.slug').max(60)
/** Rows that are called by a key: each key once. */
const keyed = <Row extends z.ZodType<{ key: string }>>(row: Row) => z.array(row).refine((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, 'content.problems.keyTwice')
const exactly = <Row extends { key: string }>(keys: readonly string[]) => (rows: readonly Row[]) => rows.length === keys.length && keys.every((key) => rows.some((row) => row.key === key))

export const criterionKeys = ['attitude', 'classroomManagement', 'cleanliness', 'vibes', 'teamDynamics', 'emergencyExit', 'lessonPlan'] as const
export type CriterionKey = (typeof criterionKeys)[number]
const criterion = z.strictObject({ key: z.enum(criterionKeys), name: words, about: words, ratings: z.array(words).length(5) })
const walkthroughCriteria = z.strictObject({ criteria: keyed(criterion).refine(exactly(criterionKeys), 'content.problems.allKeys') })

export const frameKeys = ['formal', 'recognition', 'application', 'management', 'emotional'] as const
export type FrameKey = (typeof frameKeys)[number]
const framePrompts = z.strictObject({ sections: keyed(z.strictObject({ key: z.enum(frameKeys), name: words, about: words, starters: z.array(words).max(6) })).refine(exactly(frameKeys), 'content.problems.allKeys') })

const question = z
  .strictObject({ text: words, options: z.array(words).min(2).max(5), answer: z.int().min(0), explanation: words })
  .refine(({ options, answer }) => answer < options.length, { path: ['answer'], error: 'content.problems.answer' })
const safetyQuiz = z.strictObject({ key: slug, title: words, about: words, questions: z.array(question).min(5).max(8) })
const safetyQuizzes = z.strictObject({ passMark: z.int().min(50).max(100), quizzes: keyed(safetyQuiz).min(1).max(60) })

export const traitKeys = ['extraversion', 'agreeableness', 'conscientiousness', 'calm', 'imagination'] as const
export type TraitKey = (typeof traitKeys)[number]
const trait = z.strictObject({ key: z.enum(traitKeys), name: words, about: words, low: words, middle: words, high: words })
const personalityQuiz = z.strictObject({
  about: words, isNot: words,
  traits: keyed(trait).refine(exactly(traitKeys), 'content.problems.allKeys'),
  statements: keyed(z.strictObject({ key: slug, trait: z.enum(traitKeys), reversed: z.boolean(), text: words })).min(10).max(120),
})

export const handShapes = ['fist', 'thumb-fist', 'thumb-up', 'flat', 'open', 'bent', 'claw', 'cup', 'point', 'two', 'two-together', 'three', 'hook', 'pinch', 'pinched', 'ring', 'l', 'y', 'little', 'love'] as const
export const handPlaces = ['forehead', 'temple', 'eye', 'mouth', 'chin', 'cheek', 'ear', 'shoulder', 'chest', 'middle', 'waist', 'side'] as const
export const handMoves = ['none', 'out', 'in', 'up', 'down', 'toward-side', 'inward', 'circle', 'shake', 'tap', 'twist', 'open-close'] as const
const hand = z.strictObject({ shape: z.enum(handShapes), place: z.enum(handPlaces), turn: z.int().min(-180).max(180), move: z.enum(handMoves) })
const sign = z.strictObject({ key: slug, word: words, how: words, right: hand, left: hand.nullable() })
const signLessons = z.strictObject({ language: words, lessons: keyed(z.strictObject({ key: slug, title: words, signs: keyed(sign).min(1).max(12) })).min(1).max(60) })

export const zoneKeys = ['blue', 'green', 'yellow', 'red'] as const
export type ZoneKey = (typeof zoneKeys)[number]
const zones = z.strictObject({ question: words, zones: keyed(z.strictObject({ key: z.enum(zoneKeys), name: words, about: words, strategies: z.array(words).min(1).max(12) })).refine(exactly(zoneKeys), 'content.problems.allKeys') })

/** What the catalogue holds, a payload a type; the shape is asked for whenever something is saved, imported or read. */
export const contentShapes = { walkthrough_criteria: walkthroughCriteria, frame_prompts: framePrompts, safety_quizzes: safetyQuizzes, zones, personality_quiz: personalityQuiz, sign_lessons: signLessons } as const
export type ContentType = keyof typeof contentShapes
export type Payload<T extends ContentType> = z.output<(typeof contentShapes)[T]>
export const contentTypes = Object.keys(contentShapes) as ContentType[]
export const isContentType = (name: string): name is ContentType => Object.hasOwn(contentShapes, name)

export type Criterion = Payload<'walkthrough_criteria'>['criteria'][number]
export type SafetyQuiz = Payload<'safety_quizzes'>['quizzes'][number]
export type Sign = Payload<'sign_lessons'>['lessons'][number]['signs'][number]
export type Hand = Sign['right']

/** Where a shape breaks, as somebody finds it in the file: `quizzes[3].questions[0].answer`. */
export const pathOf = (path: readonly PropertyKey[]): string => path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)), '')
