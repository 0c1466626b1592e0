import 'server-only'
import { studentRoutines, teachingRoutines } from '@/lib/domain/academics/public.server'
import { billingJobs } from '@/lib/domain/billing/public.server'
import { mailErrands } from '@/lib/domain/access/mail-delivery.server'
import { bulkJob } from '@/lib/domain/bulk.server'
import { fileRoutines } from '@/lib/domain/files/public.server'
import { importJobs } from '@/lib/domain/interop/public.server'
import type { AnyJob } from '@/lib/platform/jobs.server'

/** Every kind of work that the worker does. */
export const jobs: readonly AnyJob[] = [bulkJob, ...billingJobs, ...importJobs, ...fileRoutines, ...studentRoutines, ...teachingRoutines, ...mailErrands]
