'use server'

import { z } from 'zod'
import { fileOwners } from '@/app/api/files/owners'
import { removeFile, restoreFile } from '@/lib/domain/files/public.server'
import { defineAction } from '@/lib/platform/action.server'

const input = z.object({ id: z.uuid() })

/** The right is that of the record which a file belongs to; the deeds themselves ask for it. */
export const removeFileAction = defineAction({ needs: 'SIGNED_IN', input, run: (ctx, file) => removeFile(ctx, fileOwners, file) })
export const restoreFileAction = defineAction({ needs: 'SIGNED_IN', input, run: (ctx, file) => restoreFile(ctx, fileOwners, file) })
