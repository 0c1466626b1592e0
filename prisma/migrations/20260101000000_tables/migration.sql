CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Time-ordered ids (RFC 9562, version 7). PostgreSQL 18 has its own; 15 to 17 get the same from SQL.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  ELSE
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $f$
      SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
    $f$;
  END IF;
END $$;

-- What people type when they look for a name: without accents, in lower case. Declared immutable so that it
-- can be stored: comparing the stored text is leak-proof, so its index also works behind row-level security.
CREATE FUNCTION search_key(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT lower(public.unaccent('public.unaccent', $1)) $$;

-- The organization of this transaction; null outside of one, so that nothing can be written by accident.
CREATE FUNCTION app_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;


-- CreateEnum
CREATE TYPE "enum_classes_status" AS ENUM ('planned', 'active', 'completed', 'cancelled', 'archived');

-- CreateEnum
CREATE TYPE "enum_class_enrollments_status" AS ENUM ('pending', 'waitlisted', 'active', 'completed', 'promoted', 'repeated', 'transferred', 'withdrawn', 'expelled', 'no_show', 'cancelled');

-- CreateEnum
CREATE TYPE "enum_class_subjects_status" AS ENUM ('planned', 'active', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "enum_timetables_status" AS ENUM ('draft', 'published', 'archived');

-- CreateEnum
CREATE TYPE "enum_timetable_periods_day_of_week" AS ENUM ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');

-- CreateEnum
CREATE TYPE "enum_classes_class_type" AS ENUM ('homeroom', 'scheduled');

-- CreateEnum
CREATE TYPE "enum_terms_term_type" AS ENUM ('semester', 'term', 'gradingPeriod');

-- CreateEnum
CREATE TYPE "enum_special_days_kind" AS ENUM ('holiday', 'non_instructional', 'teacher_only', 'weather', 'emergency', 'make_up', 'late_arrival', 'early_dismissal', 'other');

-- CreateEnum
CREATE TYPE "enum_roles_reach" AS ENUM ('organization', 'campus', 'class');

-- CreateEnum
CREATE TYPE "enum_one_time_tokens_purpose" AS ENUM ('verify_email', 'reset_password', 'invite', 'calendar_feed', 'api');

-- CreateEnum
CREATE TYPE "enum_assessments_assessment_type" AS ENUM ('homework', 'classwork', 'quiz', 'test', 'exam', 'project', 'essay', 'oral', 'practical', 'participation', 'portfolio', 'observation', 'other');

-- CreateEnum
CREATE TYPE "enum_assessments_status" AS ENUM ('draft', 'published', 'closed', 'archived');

-- CreateEnum
CREATE TYPE "enum_assessment_results_grade_letter" AS ENUM ('A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-', 'F', 'I', 'NA');

-- CreateEnum
CREATE TYPE "enum_attendance_sessions_session_type" AS ENUM ('daily', 'am', 'pm', 'period', 'event', 'ad_hoc');

-- CreateEnum
CREATE TYPE "enum_attendance_records_status" AS ENUM ('present', 'late', 'absent_unexcused', 'absent_excused', 'left_early', 'partial', 'off_site', 'remote', 'suspended', 'not_required', 'unmarked');

-- CreateEnum
CREATE TYPE "enum_staff_attendance_records_status" AS ENUM ('present', 'late', 'absent', 'absent_excused', 'remote', 'half_day');

-- CreateEnum
CREATE TYPE "enum_attendance_sessions_state" AS ENUM ('scheduled', 'open', 'submitted', 'locked', 'cancelled');

-- CreateEnum
CREATE TYPE "enum_attendance_records_reason" AS ENUM ('illness', 'medical_appointment', 'family', 'bereavement', 'religious', 'educational', 'transport', 'weather', 'suspension', 'unknown', 'other');

-- CreateEnum
CREATE TYPE "enum_campus_attendance_config_register_mode" AS ENUM ('daily', 'period');

-- CreateEnum
CREATE TYPE "enum_fee_plans_billing_cycle" AS ENUM ('one_time', 'weekly', 'monthly', 'quarterly', 'term', 'semester', 'annual', 'custom');

-- CreateEnum
CREATE TYPE "enum_invoices_status" AS ENUM ('draft', 'issued', 'partially_paid', 'paid', 'void', 'uncollectible', 'refunded');

-- CreateEnum
CREATE TYPE "enum_payments_method" AS ENUM ('cash', 'cheque', 'bank_transfer', 'card', 'direct_debit', 'online_gateway', 'mobile_money', 'scholarship', 'credit_note', 'other');

-- CreateEnum
CREATE TYPE "enum_payments_status" AS ENUM ('pending', 'succeeded', 'failed', 'refunded', 'partially_refunded', 'reversed');

-- CreateEnum
CREATE TYPE "enum_messages_channel" AS ENUM ('in_app', 'email', 'sms', 'push', 'voice', 'letter');

-- CreateEnum
CREATE TYPE "enum_messages_audience" AS ENUM ('organization', 'campus', 'role', 'year_group', 'class', 'class_subject', 'activity', 'group', 'attendance_status', 'balance_status', 'individual');

-- CreateEnum
CREATE TYPE "enum_messages_status" AS ENUM ('draft', 'scheduled', 'pending_approval', 'sending', 'sent', 'partially_failed', 'cancelled', 'archived');

-- CreateEnum
CREATE TYPE "enum_message_recipients_recipient_type" AS ENUM ('user', 'student', 'guardian', 'staff');

-- CreateEnum
CREATE TYPE "enum_message_recipients_delivery_status" AS ENUM ('queued', 'sent', 'delivered', 'read', 'confirmed', 'bounced', 'failed', 'suppressed', 'no_address');

-- CreateEnum
CREATE TYPE "enum_documents_entity_type" AS ENUM ('organization', 'campus', 'student', 'guardian', 'staff', 'class', 'assessment', 'invoice', 'payment', 'other');

-- CreateEnum
CREATE TYPE "enum_documents_category" AS ENUM ('identity', 'birth_certificate', 'residency_visa', 'medical', 'immunization', 'academic_record', 'report_card', 'custody_legal', 'consent', 'contract', 'invoice', 'policy', 'certificate', 'photo', 'other');

-- CreateEnum
CREATE TYPE "enum_import_batches_state" AS ENUM ('uploaded', 'checking', 'checked', 'applying', 'applied', 'failed', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "enum_import_diagnostics_severity" AS ENUM ('error', 'warning', 'info');

-- CreateEnum
CREATE TYPE "enum_import_changes_kind" AS ENUM ('created', 'updated', 'removed', 'revived');

-- CreateEnum
CREATE TYPE "enum_students_gender" AS ENUM ('male', 'female', 'other', 'unspecified');

-- CreateEnum
CREATE TYPE "enum_students_status" AS ENUM ('applicant', 'expected', 'active', 'on_leave', 'suspended', 'withdrawn', 'transferred', 'graduated', 'archived');

-- CreateEnum
CREATE TYPE "enum_guardians_relationship" AS ENUM ('mother', 'father', 'step_mother', 'step_father', 'adoptive_parent', 'foster_parent', 'legal_guardian', 'grandmother', 'grandfather', 'aunt', 'uncle', 'sibling', 'other_relative', 'caregiver', 'agency', 'other');

-- CreateEnum
CREATE TYPE "enum_staff_staff_type" AS ENUM ('teacher', 'assistant', 'administrator', 'director', 'counselor', 'specialist', 'nurse', 'librarian', 'support', 'facilities', 'it', 'substitute', 'volunteer', 'contractor', 'other');

-- CreateEnum
CREATE TYPE "enum_staff_status" AS ENUM ('expected', 'active', 'on_leave', 'ended');

-- CreateTable
CREATE TABLE "academic_years" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT false,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "academic_years_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grades" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "description" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "grades_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subjects" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "description" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "subjects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "section" TEXT,
    "capacity" INTEGER,
    "status" "enum_classes_status" NOT NULL DEFAULT 'active',
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "academic_yearId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "gradeId" UUID NOT NULL,
    "homeroom_teacherId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "class_type" "enum_classes_class_type" NOT NULL DEFAULT 'homeroom',
    "room" TEXT,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "classes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_enrollments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "enrolled_on" DATE NOT NULL,
    "ended_on" DATE,
    "status" "enum_class_enrollments_status" NOT NULL DEFAULT 'active',
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "classId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "class_enrollments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_subjects" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "status" "enum_class_subjects_status" NOT NULL DEFAULT 'active',
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "classId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "teacherId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "class_subjects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timetables" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "status" "enum_timetables_status" NOT NULL DEFAULT 'draft',
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "academic_yearId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "timetables_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timetable_periods" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "day_of_week" "enum_timetable_periods_day_of_week" NOT NULL,
    "starts_at" TIME(0) NOT NULL,
    "ends_at" TIME(0) NOT NULL,
    "room" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "class_subjectId" UUID NOT NULL,
    "timetableId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "teacherId" UUID,
    "classId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "name" TEXT,
    "effective_from" DATE,
    "effective_to" DATE,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "timetable_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "term_type" "enum_terms_term_type" NOT NULL DEFAULT 'term',
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "academic_yearId" UUID NOT NULL,
    "importHash" VARCHAR(255),
    "sourced_id" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "special_days" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "date" DATE NOT NULL,
    "kind" "enum_special_days_kind" NOT NULL DEFAULT 'holiday',
    "title" TEXT NOT NULL,
    "campusId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "special_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "next_student_number" INTEGER NOT NULL DEFAULT 1,
    "next_invoice_number" INTEGER NOT NULL DEFAULT 1,
    "next_receipt_number" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "firstName" TEXT,
    "lastName" TEXT,
    "phoneNumber" TEXT,
    "email" TEXT NOT NULL,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "password" TEXT,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "provider" TEXT,
    "importHash" VARCHAR(255),
    "createdById" UUID,
    "updatedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "app_roleId" UUID,
    "locale" TEXT,
    "permissions_version" INTEGER NOT NULL DEFAULT 1,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "organizationId" UUID,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roles" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "globalAccess" BOOLEAN NOT NULL DEFAULT false,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "key" TEXT,
    "reach" "enum_roles_reach" NOT NULL DEFAULT 'organization',
    "description" TEXT,
    "organizationId" UUID,

    CONSTRAINT "roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permissions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,

    CONSTRAINT "permissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_refresh_tokens" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "familyId" UUID NOT NULL,
    "previousTokenId" UUID,
    "userAgent" TEXT,
    "ipAddress" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "replacedByTokenId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "family_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "organizationId" UUID,

    CONSTRAINT "auth_refresh_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rolesPermissionsPermissions" (
    "roles_permissionsId" UUID NOT NULL,
    "permissionId" UUID NOT NULL,
    "organizationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rolesPermissionsPermissions_pkey" PRIMARY KEY ("roles_permissionsId","permissionId")
);

-- CreateTable
CREATE TABLE "usersCustom_permissionsPermissions" (
    "users_custom_permissionsId" UUID NOT NULL,
    "permissionId" UUID NOT NULL,
    "organizationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "usersCustom_permissionsPermissions_pkey" PRIMARY KEY ("users_custom_permissionsId","permissionId")
);

-- CreateTable
CREATE TABLE "user_campuses" (
    "userId" UUID NOT NULL,
    "campusId" UUID NOT NULL,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_campuses_pkey" PRIMARY KEY ("organizationId","userId","campusId")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "userId" UUID NOT NULL,
    "organizationId" UUID,
    "purpose" "enum_one_time_tokens_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "deed" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organizationId" UUID NOT NULL DEFAULT app_organization(),
    "key" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "assessments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "assessment_type" "enum_assessments_assessment_type" NOT NULL,
    "assigned_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "max_score" DECIMAL(8,2) NOT NULL,
    "status" "enum_assessments_status" NOT NULL DEFAULT 'draft',
    "instructions" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "class_subjectId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_results" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "score" DECIMAL(8,2),
    "grade_letter" "enum_assessment_results_grade_letter",
    "remarks" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "assessmentId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "assessment_results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_sessions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "session_date" DATE NOT NULL,
    "session_type" "enum_attendance_sessions_session_type" NOT NULL,
    "notes" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "class_subjectId" UUID,
    "taken_byId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "state" "enum_attendance_sessions_state" NOT NULL DEFAULT 'open',
    "timetable_periodId" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "total_enrolled" INTEGER NOT NULL DEFAULT 0,
    "total_present" INTEGER NOT NULL DEFAULT 0,
    "total_absent" INTEGER NOT NULL DEFAULT 0,
    "total_tardy" INTEGER NOT NULL DEFAULT 0,
    "total_excused" INTEGER NOT NULL DEFAULT 0,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "attendance_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_records" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "status" "enum_attendance_records_status" NOT NULL,
    "minutes_late" INTEGER,
    "remarks" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "attendance_sessionId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "reason" "enum_attendance_records_reason",
    "campusId" UUID NOT NULL,
    "session_date" DATE NOT NULL,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "attendance_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campus_attendance_config" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "campus_key" TEXT NOT NULL,
    "attendance_link" TEXT,
    "updated_by_label" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "register_mode" "enum_campus_attendance_config_register_mode" NOT NULL DEFAULT 'daily',
    "school_days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "editable_days" INTEGER NOT NULL DEFAULT 7,
    "register_due_at" TIME(0) NOT NULL DEFAULT '09:30:00'::time without time zone,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "campus_attendance_config_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campus_attendance_summaries" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "campus_key" TEXT NOT NULL,
    "attendance_date" DATE NOT NULL,
    "total_enrolled" INTEGER NOT NULL,
    "total_present" INTEGER NOT NULL,
    "total_absent" INTEGER NOT NULL,
    "total_tardy" INTEGER NOT NULL DEFAULT 0,
    "attendance_percentage" DECIMAL(5,2) NOT NULL,
    "recorded_by_label" TEXT,
    "notes" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "total_excused" INTEGER NOT NULL DEFAULT 0,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "campus_attendance_summaries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_attendance_records" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "attendance_date" DATE NOT NULL,
    "status" "enum_staff_attendance_records_status" NOT NULL,
    "note" TEXT,
    "user_name" TEXT NOT NULL,
    "user_role" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "userId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "staff_attendance_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_plans" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "billing_cycle" "enum_fee_plans_billing_cycle" NOT NULL,
    "total_amount" DECIMAL(12,2) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "notes" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "academic_yearId" UUID NOT NULL,
    "gradeId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "fee_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_number" TEXT NOT NULL,
    "issue_date" DATE NOT NULL,
    "due_date" DATE NOT NULL,
    "subtotal" DECIMAL(12,2) NOT NULL,
    "discount_amount" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "tax_amount" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "total_amount" DECIMAL(12,2) NOT NULL,
    "balance_due" DECIMAL(12,2) NOT NULL,
    "status" "enum_invoices_status" NOT NULL DEFAULT 'draft',
    "notes" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID NOT NULL,
    "fee_planId" UUID,
    "studentId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "billing_period" DATE,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "receipt_number" TEXT NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "amount" DECIMAL(12,2) NOT NULL,
    "method" "enum_payments_method" NOT NULL,
    "reference_code" TEXT,
    "notes" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "invoiceId" UUID NOT NULL,
    "received_byId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "status" "enum_payments_status" NOT NULL DEFAULT 'succeeded',
    "reverses_id" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "channel" "enum_messages_channel" NOT NULL,
    "audience" "enum_messages_audience" NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "status" "enum_messages_status" NOT NULL DEFAULT 'draft',
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "sent_byId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_recipients" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "recipient_type" "enum_message_recipients_recipient_type" NOT NULL,
    "recipient_label" TEXT,
    "destination" TEXT NOT NULL,
    "delivery_status" "enum_message_recipients_delivery_status" NOT NULL DEFAULT 'queued',
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "messageId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "userId" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "message_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "communication_events" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "title" TEXT NOT NULL,
    "event_date" DATE NOT NULL,
    "event_type" TEXT NOT NULL,
    "roles" JSONB NOT NULL DEFAULT '[]',
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "communication_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_catalog" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "content_type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "organizationId" UUID,

    CONSTRAINT "content_catalog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frame_entries" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "week_of" DATE NOT NULL,
    "posted_date" DATE NOT NULL,
    "formal" TEXT NOT NULL,
    "recognition" TEXT NOT NULL,
    "application" TEXT NOT NULL,
    "management" TEXT NOT NULL,
    "emotional" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "frame_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_progress" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "progress_type" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "value" TEXT,
    "score" INTEGER,
    "metadata" JSONB,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "userId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "user_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safety_quiz_results" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "quiz_id" TEXT NOT NULL,
    "quiz_title" TEXT NOT NULL,
    "week_of" DATE NOT NULL,
    "score" INTEGER NOT NULL,
    "total_questions" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "user_name" TEXT NOT NULL,
    "user_role" TEXT NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "userId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "safety_quiz_results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "walkthrough_checkins" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "teacher_name" TEXT NOT NULL,
    "classroom" TEXT NOT NULL,
    "director_name" TEXT NOT NULL,
    "check_in_date" DATE NOT NULL,
    "check_in_time" TIME(0) NOT NULL,
    "attitude_rating" INTEGER NOT NULL,
    "attitude_comment" TEXT,
    "classroom_management_rating" INTEGER NOT NULL,
    "classroom_management_comment" TEXT,
    "cleanliness_rating" INTEGER NOT NULL,
    "cleanliness_comment" TEXT,
    "vibes_rating" INTEGER NOT NULL,
    "vibes_comment" TEXT,
    "team_dynamics_rating" INTEGER NOT NULL,
    "team_dynamics_comment" TEXT,
    "emergency_exit_rating" INTEGER NOT NULL,
    "emergency_exit_comment" TEXT,
    "lesson_plan_rating" INTEGER NOT NULL,
    "lesson_plan_comment" TEXT,
    "overall_notes" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "teacherId" UUID,
    "directorId" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "walkthrough_checkins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personality_quiz_results" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "personality_type" TEXT NOT NULL,
    "quiz_answers" JSONB NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "userId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "personality_quiz_results_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "entity_type" "enum_documents_entity_type" NOT NULL,
    "entity_reference" TEXT,
    "name" TEXT NOT NULL,
    "category" "enum_documents_category" NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "notes" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "belongsTo" VARCHAR(255) NOT NULL,
    "belongsToId" UUID,
    "belongsToColumn" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "sizeInBytes" INTEGER,
    "privateUrl" VARCHAR(255) NOT NULL,
    "publicUrl" VARCHAR(255) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "mime_type" TEXT,
    "checksum" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "state" "enum_import_batches_state" NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "format" TEXT,
    "found" JSONB NOT NULL DEFAULT '{}',
    "summary" JSONB NOT NULL DEFAULT '{}',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "updatedById" UUID,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_diagnostics" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "batch_id" UUID NOT NULL,
    "severity" "enum_import_diagnostics_severity" NOT NULL,
    "code" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "row" INTEGER,
    "column" TEXT,
    "value" TEXT,
    "params" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "import_diagnostics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_changes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "batch_id" UUID NOT NULL,
    "kind" "enum_import_changes_kind" NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "before" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "import_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campuses" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "address" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "mascot" TEXT,
    "color" TEXT,
    "bgGradient" TEXT,
    "borderColor" TEXT,
    "textColor" TEXT,
    "bgLight" TEXT,
    "description" TEXT,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "importHash" VARCHAR(255),
    "createdById" UUID,
    "updatedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "campuses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "students" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "student_number" TEXT COLLATE "C" NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "gender" "enum_students_gender",
    "date_of_birth" DATE,
    "enrollment_date" DATE,
    "status" "enum_students_status" NOT NULL DEFAULT 'active',
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "preferred_name" TEXT,
    "first_name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (search_key(first_name)) STORED,
    "last_name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (search_key(last_name)) STORED,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "students_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guardians" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "full_name" TEXT NOT NULL,
    "relationship" "enum_guardians_relationship" NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "primary_contact" BOOLEAN NOT NULL DEFAULT false,
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "studentId" UUID NOT NULL,
    "createdById" UUID,
    "updatedById" UUID,
    "name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (search_key(full_name)) STORED,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "guardians_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "employee_number" TEXT COLLATE "C" NOT NULL,
    "job_title" TEXT,
    "staff_type" "enum_staff_staff_type" NOT NULL,
    "hire_date" DATE,
    "status" "enum_staff_status" NOT NULL DEFAULT 'active',
    "importHash" VARCHAR(255),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "campusId" UUID NOT NULL,
    "userId" UUID,
    "createdById" UUID,
    "updatedById" UUID,
    "first_name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (search_key(first_name)) STORED,
    "last_name_key" TEXT COLLATE "C" GENERATED ALWAYS AS (search_key(last_name)) STORED,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "sourced_id" TEXT,
    "organizationId" UUID NOT NULL DEFAULT app_organization(),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "academic_years_organizationId_id_key" ON "academic_years"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "academic_years_import_hash_live" ON "academic_years"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "academic_years_sourced_id_live" ON "academic_years"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "academic_years_name_live" ON "academic_years"("organizationId", "name") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "grades_organizationId_id_key" ON "grades"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "grades_import_hash_live" ON "grades"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "grades_code_live" ON "grades"("organizationId", "code") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "subjects_organizationId_id_key" ON "subjects"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "subjects_import_hash_live" ON "subjects"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "subjects_sourced_id_live" ON "subjects"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "subjects_code_live" ON "subjects"("organizationId", "code") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "classes_organizationId_campusId_academic_yearId_idx" ON "classes"("organizationId", "campusId", "academic_yearId");

-- CreateIndex
CREATE INDEX "classes_organizationId_homeroom_teacherId_idx" ON "classes"("organizationId", "homeroom_teacherId");

-- CreateIndex
CREATE INDEX "classes_organizationId_academic_yearId_name_id_idx" ON "classes"("organizationId", "academic_yearId", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "classes_organizationId_id_key" ON "classes"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "classes_import_hash_live" ON "classes"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "classes_sourced_id_live" ON "classes"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "classes_name_live" ON "classes"("organizationId", "campusId", "academic_yearId", "name") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "class_enrollments_organizationId_studentId_idx" ON "class_enrollments"("organizationId", "studentId");

-- CreateIndex
CREATE INDEX "class_enrollments_organizationId_classId_idx" ON "class_enrollments"("organizationId", "classId");

-- CreateIndex
CREATE UNIQUE INDEX "class_enrollments_import_hash_live" ON "class_enrollments"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "class_enrollments_sourced_id_live" ON "class_enrollments"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE INDEX "class_subjects_organizationId_teacherId_idx" ON "class_subjects"("organizationId", "teacherId");

-- CreateIndex
CREATE INDEX "class_subjects_organizationId_subjectId_idx" ON "class_subjects"("organizationId", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "class_subjects_organizationId_id_key" ON "class_subjects"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "class_subjects_import_hash_live" ON "class_subjects"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "class_subjects_sourced_id_live" ON "class_subjects"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE INDEX "timetables_organizationId_campusId_academic_yearId_idx" ON "timetables"("organizationId", "campusId", "academic_yearId");

-- CreateIndex
CREATE UNIQUE INDEX "timetables_organizationId_id_key" ON "timetables"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "timetables_import_hash_live" ON "timetables"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "timetable_periods_organizationId_timetableId_idx" ON "timetable_periods"("organizationId", "timetableId");

-- CreateIndex
CREATE INDEX "timetable_periods_organizationId_class_subjectId_idx" ON "timetable_periods"("organizationId", "class_subjectId");

-- CreateIndex
CREATE INDEX "timetable_periods_organizationId_teacherId_day_of_week_idx" ON "timetable_periods"("organizationId", "teacherId", "day_of_week");

-- CreateIndex
CREATE UNIQUE INDEX "timetable_periods_organizationId_id_key" ON "timetable_periods"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "timetable_periods_import_hash_live" ON "timetable_periods"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "terms_organizationId_academic_yearId_idx" ON "terms"("organizationId", "academic_yearId");

-- CreateIndex
CREATE UNIQUE INDEX "terms_import_hash_live" ON "terms"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "terms_sourced_id_live" ON "terms"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE INDEX "special_days_organizationId_date_idx" ON "special_days"("organizationId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_import_hash_live" ON "organizations"("importHash") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "users_organizationId_idx" ON "users"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "users_organizationId_id_key" ON "users"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "users_import_hash_live" ON "users"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "roles_organizationId_id_key" ON "roles"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "roles_import_hash_live" ON "roles"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "permissions_import_hash_live" ON "permissions"("importHash") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "permissions_name_live" ON "permissions"("name") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "auth_refresh_tokens_userId_idx" ON "auth_refresh_tokens"("userId");

-- CreateIndex
CREATE INDEX "auth_refresh_tokens_familyId_idx" ON "auth_refresh_tokens"("familyId");

-- CreateIndex
CREATE UNIQUE INDEX "auth_refresh_tokens_token_hash" ON "auth_refresh_tokens"("tokenHash");

-- CreateIndex
CREATE INDEX "one_time_tokens_userId_idx" ON "one_time_tokens"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_tokens_token_hash_key" ON "one_time_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "audit_events_organizationId_entity_entity_id_at_idx" ON "audit_events"("organizationId", "entity", "entity_id", "at");

-- CreateIndex
CREATE INDEX "audit_events_organizationId_at_idx" ON "audit_events"("organizationId", "at");

-- CreateIndex
CREATE INDEX "idempotency_keys_createdAt_idx" ON "idempotency_keys"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_organizationId_deed_key_key" ON "idempotency_keys"("organizationId", "deed", "key");

-- CreateIndex
CREATE INDEX "assessments_organizationId_class_subjectId_idx" ON "assessments"("organizationId", "class_subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "assessments_organizationId_id_key" ON "assessments"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessments_import_hash_live" ON "assessments"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "assessment_results_organizationId_studentId_idx" ON "assessment_results"("organizationId", "studentId");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_results_import_hash_live" ON "assessment_results"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "assessment_results_student_live" ON "assessment_results"("organizationId", "assessmentId", "studentId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "attendance_sessions_taken" ON "attendance_sessions"("organizationId", "campusId", "session_date", "classId", "timetable_periodId") WHERE (("deletedAt" IS NULL) AND (state <> 'cancelled'::enum_attendance_sessions_state));

-- CreateIndex
CREATE INDEX "attendance_sessions_organizationId_classId_session_date_idx" ON "attendance_sessions"("organizationId", "classId", "session_date");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_sessions_import_hash_live" ON "attendance_sessions"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "attendance_sessions_organizationId_id_campusId_session_date_key" ON "attendance_sessions"("organizationId", "id", "campusId", "session_date");

-- CreateIndex
CREATE INDEX "attendance_records_organizationId_studentId_session_date_idx" ON "attendance_records"("organizationId", "studentId", "session_date" DESC);

-- CreateIndex
CREATE INDEX "attendance_records_exceptions" ON "attendance_records"("organizationId", "campusId", "session_date", "status") WHERE (("deletedAt" IS NULL) AND (status <> 'present'::enum_attendance_records_status));

-- CreateIndex
CREATE INDEX "attendance_records_absent" ON "attendance_records"("organizationId", "campusId", "session_date", "status") WHERE (("deletedAt" IS NULL) AND (status = ANY (ARRAY['absent_unexcused'::enum_attendance_records_status, 'absent_excused'::enum_attendance_records_status, 'suspended'::enum_attendance_records_status])));

-- CreateIndex
CREATE INDEX "attendance_records_late" ON "attendance_records"("organizationId", "campusId", "session_date", "status") WHERE (("deletedAt" IS NULL) AND (status = 'late'::enum_attendance_records_status));

-- CreateIndex
CREATE UNIQUE INDEX "attendance_records_import_hash_live" ON "attendance_records"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "attendance_records_student_live" ON "attendance_records"("organizationId", "attendance_sessionId", "studentId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "campus_attendance_config_import_hash_live" ON "campus_attendance_config"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "campus_attendance_config_live" ON "campus_attendance_config"("organizationId", "campusId") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "campus_attendance_summaries_import_hash_live" ON "campus_attendance_summaries"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "campus_attendance_summaries_live" ON "campus_attendance_summaries"("organizationId", "campusId", "attendance_date") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "staff_attendance_records_import_hash_live" ON "staff_attendance_records"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "staff_attendance_records_live" ON "staff_attendance_records"("organizationId", "userId", "attendance_date") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "fee_plans_organizationId_academic_yearId_idx" ON "fee_plans"("organizationId", "academic_yearId");

-- CreateIndex
CREATE UNIQUE INDEX "fee_plans_organizationId_id_key" ON "fee_plans"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fee_plans_import_hash_live" ON "fee_plans"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "invoices_organizationId_studentId_idx" ON "invoices"("organizationId", "studentId");

-- CreateIndex
CREATE INDEX "invoices_organizationId_campusId_status_due_date_idx" ON "invoices"("organizationId", "campusId", "status", "due_date");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_organizationId_id_key" ON "invoices"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_import_hash_live" ON "invoices"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "invoices_number_live" ON "invoices"("organizationId", "invoice_number") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "invoices_period_live" ON "invoices"("organizationId", "fee_planId", "studentId", "billing_period") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "payments_organizationId_invoiceId_idx" ON "payments"("organizationId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "payments_organizationId_id_key" ON "payments"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_import_hash_live" ON "payments"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "payments_receipt_live" ON "payments"("organizationId", "receipt_number") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "messages_organizationId_campusId_sent_at_idx" ON "messages"("organizationId", "campusId", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "messages_organizationId_id_key" ON "messages"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_import_hash_live" ON "messages"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "message_recipients_organizationId_userId_read_at_idx" ON "message_recipients"("organizationId", "userId", "read_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_recipients_import_hash_live" ON "message_recipients"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "message_recipients_live" ON "message_recipients"("organizationId", "messageId", "recipient_type", "destination") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "communication_events_organizationId_event_date_idx" ON "communication_events"("organizationId", "event_date");

-- CreateIndex
CREATE UNIQUE INDEX "communication_events_import_hash_live" ON "communication_events"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "content_catalog_import_hash_live" ON "content_catalog"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "frame_entries_import_hash_live" ON "frame_entries"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "frame_entries_week_live" ON "frame_entries"("organizationId", "campusId", "week_of") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "user_progress_organizationId_userId_idx" ON "user_progress"("organizationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "user_progress_import_hash_live" ON "user_progress"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "user_progress_live" ON "user_progress"("organizationId", "userId", "progress_type", "item_id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "safety_quiz_results_organizationId_userId_week_of_idx" ON "safety_quiz_results"("organizationId", "userId", "week_of");

-- CreateIndex
CREATE INDEX "safety_quiz_results_organizationId_campusId_week_of_idx" ON "safety_quiz_results"("organizationId", "campusId", "week_of");

-- CreateIndex
CREATE UNIQUE INDEX "safety_quiz_results_import_hash_live" ON "safety_quiz_results"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "walkthrough_checkins_organizationId_campusId_check_in_date_idx" ON "walkthrough_checkins"("organizationId", "campusId", "check_in_date");

-- CreateIndex
CREATE UNIQUE INDEX "walkthrough_checkins_import_hash_live" ON "walkthrough_checkins"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "personality_quiz_results_organizationId_userId_idx" ON "personality_quiz_results"("organizationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "personality_quiz_results_import_hash_live" ON "personality_quiz_results"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "documents_organizationId_campusId_idx" ON "documents"("organizationId", "campusId");

-- CreateIndex
CREATE UNIQUE INDEX "documents_import_hash_live" ON "documents"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE INDEX "file_organizationId_belongsTo_belongsToId_idx" ON "file"("organizationId", "belongsTo", "belongsToId");

-- CreateIndex
CREATE INDEX "import_batches_organizationId_createdAt_idx" ON "import_batches"("organizationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "import_batches_organizationId_id_key" ON "import_batches"("organizationId", "id");

-- CreateIndex
CREATE INDEX "import_diagnostics_organizationId_batch_id_severity_id_idx" ON "import_diagnostics"("organizationId", "batch_id", "severity", "id");

-- CreateIndex
CREATE INDEX "import_changes_organizationId_batch_id_entity_idx" ON "import_changes"("organizationId", "batch_id", "entity");

-- CreateIndex
CREATE UNIQUE INDEX "campuses_organizationId_id_key" ON "campuses"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "campuses_import_hash_live" ON "campuses"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "campuses_sourced_id_live" ON "campuses"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "campuses_code_live" ON "campuses"("organizationId", "code") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "students_organizationId_last_name_key_first_name_key_id_idx" ON "students"("organizationId", "last_name_key", "first_name_key", "id");

-- CreateIndex
CREATE INDEX "students_first_name_live" ON "students"("organizationId", "first_name_key", "last_name_key", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "students_organizationId_campusId_last_name_key_first_name_k_idx" ON "students"("organizationId", "campusId", "last_name_key", "first_name_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "students_organizationId_id_key" ON "students"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "students_import_hash_live" ON "students"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "students_sourced_id_live" ON "students"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "students_student_number_live" ON "students"("organizationId", "student_number") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "guardians_organizationId_studentId_idx" ON "guardians"("organizationId", "studentId");

-- CreateIndex
CREATE INDEX "guardians_organizationId_name_key_idx" ON "guardians"("organizationId", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "guardians_import_hash_live" ON "guardians"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "guardians_sourced_id_live" ON "guardians"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE INDEX "staff_organizationId_last_name_key_first_name_key_id_idx" ON "staff"("organizationId", "last_name_key", "first_name_key", "id");

-- CreateIndex
CREATE INDEX "staff_first_name_live" ON "staff"("organizationId", "first_name_key", "last_name_key", "id") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE INDEX "staff_organizationId_campusId_last_name_key_first_name_key__idx" ON "staff"("organizationId", "campusId", "last_name_key", "first_name_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_organizationId_id_key" ON "staff"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_import_hash_live" ON "staff"("organizationId", "importHash") WHERE (("deletedAt" IS NULL) AND ("importHash" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "staff_sourced_id_live" ON "staff"("organizationId", "sourced_id") WHERE (("deletedAt" IS NULL) AND (sourced_id IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "staff_employee_number_live" ON "staff"("organizationId", "employee_number") WHERE ("deletedAt" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "staff_user_live" ON "staff"("organizationId", "userId") WHERE ("deletedAt" IS NULL);

-- AddForeignKey
ALTER TABLE "academic_years" ADD CONSTRAINT "academic_years_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "grades" ADD CONSTRAINT "grades_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "classes" ADD CONSTRAINT "classes_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "classes" ADD CONSTRAINT "classes_organizationId_academic_yearId_fkey" FOREIGN KEY ("organizationId", "academic_yearId") REFERENCES "academic_years"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "classes" ADD CONSTRAINT "classes_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "classes" ADD CONSTRAINT "classes_organizationId_gradeId_fkey" FOREIGN KEY ("organizationId", "gradeId") REFERENCES "grades"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "classes" ADD CONSTRAINT "classes_organizationId_homeroom_teacherId_fkey" FOREIGN KEY ("organizationId", "homeroom_teacherId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "class_enrollments" ADD CONSTRAINT "class_enrollments_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "class_enrollments" ADD CONSTRAINT "class_enrollments_organizationId_classId_fkey" FOREIGN KEY ("organizationId", "classId") REFERENCES "classes"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "class_enrollments" ADD CONSTRAINT "class_enrollments_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "class_subjects" ADD CONSTRAINT "class_subjects_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "class_subjects" ADD CONSTRAINT "class_subjects_organizationId_classId_fkey" FOREIGN KEY ("organizationId", "classId") REFERENCES "classes"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "class_subjects" ADD CONSTRAINT "class_subjects_organizationId_subjectId_fkey" FOREIGN KEY ("organizationId", "subjectId") REFERENCES "subjects"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "class_subjects" ADD CONSTRAINT "class_subjects_organizationId_teacherId_fkey" FOREIGN KEY ("organizationId", "teacherId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetables" ADD CONSTRAINT "timetables_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetables" ADD CONSTRAINT "timetables_organizationId_academic_yearId_fkey" FOREIGN KEY ("organizationId", "academic_yearId") REFERENCES "academic_years"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetables" ADD CONSTRAINT "timetables_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetable_periods" ADD CONSTRAINT "timetable_periods_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetable_periods" ADD CONSTRAINT "timetable_periods_organizationId_class_subjectId_fkey" FOREIGN KEY ("organizationId", "class_subjectId") REFERENCES "class_subjects"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetable_periods" ADD CONSTRAINT "timetable_periods_organizationId_timetableId_fkey" FOREIGN KEY ("organizationId", "timetableId") REFERENCES "timetables"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetable_periods" ADD CONSTRAINT "timetable_periods_organizationId_teacherId_fkey" FOREIGN KEY ("organizationId", "teacherId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetable_periods" ADD CONSTRAINT "timetable_periods_organizationId_classId_fkey" FOREIGN KEY ("organizationId", "classId") REFERENCES "classes"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "timetable_periods" ADD CONSTRAINT "timetable_periods_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "terms" ADD CONSTRAINT "terms_organizationId_academic_yearId_fkey" FOREIGN KEY ("organizationId", "academic_yearId") REFERENCES "academic_years"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "special_days" ADD CONSTRAINT "special_days_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "special_days" ADD CONSTRAINT "special_days_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_app_roleId_fkey" FOREIGN KEY ("app_roleId") REFERENCES "roles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "roles" ADD CONSTRAINT "roles_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "auth_refresh_tokens" ADD CONSTRAINT "auth_refresh_tokens_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "auth_refresh_tokens" ADD CONSTRAINT "auth_refresh_tokens_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rolesPermissionsPermissions" ADD CONSTRAINT "rolesPermissionsPermissions_roles_permissionsId_fkey" FOREIGN KEY ("roles_permissionsId") REFERENCES "roles"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rolesPermissionsPermissions" ADD CONSTRAINT "rolesPermissionsPermissions_permissionId_fkey" FOREIGN KEY ("permissionId") REFERENCES "permissions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rolesPermissionsPermissions" ADD CONSTRAINT "rolesPermissionsPermissions_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "usersCustom_permissionsPermissions" ADD CONSTRAINT "usersCustom_permissionsPermissions_users_custom_permission_fkey" FOREIGN KEY ("users_custom_permissionsId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "usersCustom_permissionsPermissions" ADD CONSTRAINT "usersCustom_permissionsPermissions_permissionId_fkey" FOREIGN KEY ("permissionId") REFERENCES "permissions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "usersCustom_permissionsPermissions" ADD CONSTRAINT "usersCustom_permissionsPermissions_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "user_campuses" ADD CONSTRAINT "user_campuses_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "user_campuses" ADD CONSTRAINT "user_campuses_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "user_campuses" ADD CONSTRAINT "user_campuses_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organizationId_class_subjectId_fkey" FOREIGN KEY ("organizationId", "class_subjectId") REFERENCES "class_subjects"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "assessments"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sessions" ADD CONSTRAINT "attendance_sessions_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sessions" ADD CONSTRAINT "attendance_sessions_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sessions" ADD CONSTRAINT "attendance_sessions_organizationId_classId_fkey" FOREIGN KEY ("organizationId", "classId") REFERENCES "classes"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sessions" ADD CONSTRAINT "attendance_sessions_organizationId_class_subjectId_fkey" FOREIGN KEY ("organizationId", "class_subjectId") REFERENCES "class_subjects"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sessions" ADD CONSTRAINT "attendance_sessions_organizationId_taken_byId_fkey" FOREIGN KEY ("organizationId", "taken_byId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_sessions" ADD CONSTRAINT "attendance_sessions_organizationId_timetable_periodId_fkey" FOREIGN KEY ("organizationId", "timetable_periodId") REFERENCES "timetable_periods"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_organizationId_attendance_sessionId_cam_fkey" FOREIGN KEY ("organizationId", "attendance_sessionId", "campusId", "session_date") REFERENCES "attendance_sessions"("organizationId", "id", "campusId", "session_date") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "campus_attendance_config" ADD CONSTRAINT "campus_attendance_config_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "campus_attendance_config" ADD CONSTRAINT "campus_attendance_config_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "campus_attendance_summaries" ADD CONSTRAINT "campus_attendance_summaries_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "campus_attendance_summaries" ADD CONSTRAINT "campus_attendance_summaries_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff_attendance_records" ADD CONSTRAINT "staff_attendance_records_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff_attendance_records" ADD CONSTRAINT "staff_attendance_records_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff_attendance_records" ADD CONSTRAINT "staff_attendance_records_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fee_plans" ADD CONSTRAINT "fee_plans_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fee_plans" ADD CONSTRAINT "fee_plans_organizationId_academic_yearId_fkey" FOREIGN KEY ("organizationId", "academic_yearId") REFERENCES "academic_years"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fee_plans" ADD CONSTRAINT "fee_plans_organizationId_gradeId_fkey" FOREIGN KEY ("organizationId", "gradeId") REFERENCES "grades"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organizationId_fee_planId_fkey" FOREIGN KEY ("organizationId", "fee_planId") REFERENCES "fee_plans"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organizationId_invoiceId_fkey" FOREIGN KEY ("organizationId", "invoiceId") REFERENCES "invoices"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organizationId_received_byId_fkey" FOREIGN KEY ("organizationId", "received_byId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organizationId_reverses_id_fkey" FOREIGN KEY ("organizationId", "reverses_id") REFERENCES "payments"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_organizationId_sent_byId_fkey" FOREIGN KEY ("organizationId", "sent_byId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message_recipients" ADD CONSTRAINT "message_recipients_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message_recipients" ADD CONSTRAINT "message_recipients_organizationId_messageId_fkey" FOREIGN KEY ("organizationId", "messageId") REFERENCES "messages"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message_recipients" ADD CONSTRAINT "message_recipients_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "communication_events" ADD CONSTRAINT "communication_events_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "communication_events" ADD CONSTRAINT "communication_events_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "content_catalog" ADD CONSTRAINT "content_catalog_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "frame_entries" ADD CONSTRAINT "frame_entries_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "frame_entries" ADD CONSTRAINT "frame_entries_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "user_progress" ADD CONSTRAINT "user_progress_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "user_progress" ADD CONSTRAINT "user_progress_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "user_progress" ADD CONSTRAINT "user_progress_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "safety_quiz_results" ADD CONSTRAINT "safety_quiz_results_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "safety_quiz_results" ADD CONSTRAINT "safety_quiz_results_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "safety_quiz_results" ADD CONSTRAINT "safety_quiz_results_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "walkthrough_checkins" ADD CONSTRAINT "walkthrough_checkins_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "walkthrough_checkins" ADD CONSTRAINT "walkthrough_checkins_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "walkthrough_checkins" ADD CONSTRAINT "walkthrough_checkins_organizationId_teacherId_fkey" FOREIGN KEY ("organizationId", "teacherId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "walkthrough_checkins" ADD CONSTRAINT "walkthrough_checkins_organizationId_directorId_fkey" FOREIGN KEY ("organizationId", "directorId") REFERENCES "staff"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "personality_quiz_results" ADD CONSTRAINT "personality_quiz_results_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "personality_quiz_results" ADD CONSTRAINT "personality_quiz_results_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "personality_quiz_results" ADD CONSTRAINT "personality_quiz_results_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_diagnostics" ADD CONSTRAINT "import_diagnostics_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_diagnostics" ADD CONSTRAINT "import_diagnostics_organizationId_batch_id_fkey" FOREIGN KEY ("organizationId", "batch_id") REFERENCES "import_batches"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_organizationId_batch_id_fkey" FOREIGN KEY ("organizationId", "batch_id") REFERENCES "import_batches"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "campuses" ADD CONSTRAINT "campuses_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_organizationId_studentId_fkey" FOREIGN KEY ("organizationId", "studentId") REFERENCES "students"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_organizationId_campusId_fkey" FOREIGN KEY ("organizationId", "campusId") REFERENCES "campuses"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "users"("organizationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


