import 'server-only'
import type { Prisma } from './generated/client'
import { database, secrets } from './client.server'

export type ModelName = Prisma.ModelName
type Field = { name: string; kind: 'scalar' | 'enum' | 'object'; type: string }
type Shape = {
  fields: ReadonlyMap<string, Field>
  /** Relation fields: the model they lead to, and whether they lead to many. */
  relations: ReadonlyMap<string, { target: ModelName; many: boolean }>
  softDelete: boolean
  stamped: boolean
  secrets: ReadonlySet<string>
}

const lower = (model: string) => model.charAt(0).toLowerCase() + model.slice(1)

// Prisma keeps its model map on the client but does not type it; a test compares it with the schema files.
type Described = { _runtimeDataModel: { models: Record<string, { fields: Field[] }> } }

function describe(prisma: object): Map<ModelName, Shape> {
  const { models } = (prisma as Described)._runtimeDataModel
  return new Map(
    Object.entries(models).map(([model, { fields }]) => {
      const byName = new Map(fields.map((field) => [field.name, field]))
      const relations = fields
        .filter((field) => field.kind === 'object')
        // By the house's naming a to-one relation `campus` has its key `campusId` beside it.
        .map((field) => [field.name, { target: field.type as ModelName, many: !byName.has(`${field.name}Id`) }] as const)
      const shape: Shape = {
        fields: byName,
        relations: new Map(relations),
        softDelete: byName.has('deletedAt'),
        stamped: byName.has('createdById'),
        secrets: new Set(Object.keys(secrets[lower(model) as keyof typeof secrets] ?? {})),
      }
      return [model as ModelName, shape]
    }),
  )
}

let described: Map<ModelName, Shape> | undefined

/** A model's fields and relations. Throws for a model that does not exist. */
export function shapeOf(model: ModelName): Shape {
  const shape = (described ??= describe(database().prisma)).get(model)
  if (!shape) throw new Error(`Unknown model ${model}.`)
  return shape
}
