'use server'

import { z } from 'zod'
import { documentEditInput, documentInput } from '@/lib/domain/people/document'
import { createDocument, documents } from '@/lib/domain/people/document.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/documents'

export const createDocumentAction = defineAction({ needs: 'CREATE_DOCUMENTS', input: documentInput, run: createDocument, refresh })
export const updateDocumentAction = defineAction({ needs: 'UPDATE_DOCUMENTS', input: documentEditInput, run: documents.update, refresh })
export const removeDocumentAction = defineAction({ needs: 'DELETE_DOCUMENTS', input: seenInput, run: documents.remove, refresh })
export const restoreDocumentAction = defineAction({ needs: 'DELETE_DOCUMENTS', input: z.object({ id: z.uuid() }), run: documents.restore, refresh })
