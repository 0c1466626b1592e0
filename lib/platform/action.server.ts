import 'server-only'
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { getCtx, meets, type Ctx, type Needs } from './context.server'
import { noteDenied } from './denied.server'
import { Refusal, type Result } from './errors'
import { asFailure } from './failure.server'
import { parseInput } from './input'
import { assertSameOrigin } from './same-origin.server'

type Spec<Input extends z.ZodType, Output> = {
  /** The permission; required, because what can be forgotten will be. */
  needs: Needs
  input: Input
  run: (ctx: Ctx, input: z.output<Input>) => Promise<Output>
  /** Pages whose content changes. */
  refresh?: string | readonly string[]
}

export type Action<Input extends z.ZodType, Output> = ((raw: z.input<Input>) => Promise<Result<Output>>) & { declared: { needs: Needs | 'GATE' } }

/**
 * A door for change: same origin, session, input, permission, deed, refresh, `Result`. A server action is
 * reachable by anybody with any arguments, so nothing before `input` is trusted.
 */
export function defineAction<Input extends z.ZodType, Output>({ needs, input, run, refresh = [] }: Spec<Input, Output>): Action<Input, Output> {
  const door = async (raw: z.input<Input>): Promise<Result<Output>> => {
    let ctx: Ctx | null = null
    try {
      assertSameOrigin(await headers())
      ctx = await getCtx()
      if (!ctx) throw new Refusal('signed-out', 'errors.refusals.signedOut')
      if (!meets(ctx, needs)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
      const data = await run(ctx, parseInput(input, raw))
      for (const path of [refresh].flat()) revalidatePath(path)
      return { ok: true, data }
    } catch (error) {
      await noteDenied(ctx, needs, error)
      return asFailure(error, needs)
    }
  }
  return Object.assign(door, { declared: { needs } })
}

type GateSpec<Input extends z.ZodType, Output> = {
  /** Why there is no context to ask for a permission; read by whoever walks the list of doors. */
  why: string
  input: Input
  run: (input: z.output<Input>) => Promise<Output>
}

/** A door before there is an organization: same origin and input; the deed itself asks who it is. */
export function defineGateAction<Input extends z.ZodType, Output>({ input, run }: GateSpec<Input, Output>): Action<Input, Output> {
  const door = async (raw: z.input<Input>): Promise<Result<Output>> => {
    try {
      assertSameOrigin(await headers())
      return { ok: true, data: await run(parseInput(input, raw)) }
    } catch (error) {
      return asFailure(error, 'gate')
    }
  }
  return Object.assign(door, { declared: { needs: 'GATE' as const } })
}
