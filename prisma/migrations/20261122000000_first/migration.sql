-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "workspace_id" UUID NOT NULL,
    "outbox_key" BYTEA NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace_member" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_member_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "token" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "project" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "languages" TEXT[],
    "preset" TEXT NOT NULL,
    "guidelines" TEXT NOT NULL,
    "two_person_rule" BOOLEAN NOT NULL DEFAULT false,
    "codebook_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "project_member" (
    "workspace_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("workspace_id","project_id","user_id")
);

-- CreateTable
CREATE TABLE "codebook_version" (
    "workspace_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,

    CONSTRAINT "codebook_version_pkey" PRIMARY KEY ("workspace_id","project_id","number")
);

-- CreateTable
CREATE TABLE "report" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "outlet" TEXT,
    "author" TEXT,
    "published" TEXT,
    "retrieved" TEXT,
    "url" TEXT,
    "language" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "triage" TEXT NOT NULL DEFAULT 'untriaged',
    "duplicate_of" UUID,
    "state" TEXT NOT NULL DEFAULT 'new',
    "closed_at" TIMESTAMPTZ(3),
    "layers_opened_at" TIMESTAMPTZ(3),
    "revision_id" UUID NOT NULL,
    "original_sha256" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "file_name" TEXT,
    "byte_length" INTEGER NOT NULL,
    "code_points" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "report_original" (
    "workspace_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "report_original_pkey" PRIMARY KEY ("workspace_id","report_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "code_points" INTEGER NOT NULL,
    "tail" TEXT NOT NULL,
    "extractor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "block" (
    "workspace_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "start" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "block_pkey" PRIMARY KEY ("workspace_id","revision_id","ordinal")
);

-- CreateTable
CREATE TABLE "tag" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "span_start" INTEGER,
    "span_end" INTEGER,
    "from_id" UUID,
    "to_id" UUID,
    "to_entity_id" UUID,
    "to_article" BOOLEAN NOT NULL DEFAULT false,
    "entity_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "tag_version" (
    "workspace_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attributes" JSONB NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "codebook_version" INTEGER NOT NULL,
    "anchor" JSONB,
    "from_id" UUID,
    "to_id" UUID,
    "to_entity_id" UUID,
    "to_article" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT NOT NULL,
    "op_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_version_pkey" PRIMARY KEY ("workspace_id","tag_id","number")
);

-- CreateTable
CREATE TABLE "verdict" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "result_version" INTEGER,
    "state_before" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "op_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "entity" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "anonymity" TEXT,
    "side" TEXT,
    "scale" TEXT,
    "aliases" TEXT[],
    "note" TEXT,
    "parent_id" UUID,
    "outlet_id" UUID,
    "merged_into" UUID,
    "reliability" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,

    CONSTRAINT "entity_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "grade" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entity_id" UUID NOT NULL,
    "reliability" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "thread" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "layer" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "tag_id" UUID,
    "anchor" JSONB,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "thread_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "entry" (
    "workspace_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT (pg_current_xact_id())::text::bigint,
    "did" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "project_id" UUID,
    "report_id" UUID,
    "tag_id" UUID,
    "version" INTEGER,
    "layer" TEXT,
    "refs" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_secret_hash_key" ON "session"("secret_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_secret_hash_key" ON "one_time_link"("secret_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE INDEX "workspace_member_user_id_idx" ON "workspace_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_secret_hash_key" ON "token"("secret_hash");

-- CreateIndex
CREATE INDEX "token_workspace_id_user_id_idx" ON "token"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_workspace_id_slug_key" ON "project"("workspace_id", "slug");

-- CreateIndex
CREATE INDEX "project_member_workspace_id_user_id_idx" ON "project_member"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "report_workspace_id_project_id_created_at_id_idx" ON "report"("workspace_id", "project_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "report_workspace_id_project_id_state_created_at_id_idx" ON "report"("workspace_id", "project_id", "state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_workspace_id_project_id_original_sha256_key" ON "report"("workspace_id", "project_id", "original_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "report_workspace_id_project_id_text_sha256_key" ON "report"("workspace_id", "project_id", "text_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "revision_workspace_id_report_id_number_key" ON "revision"("workspace_id", "report_id", "number");

-- CreateIndex
CREATE INDEX "block_workspace_id_revision_id_start_idx" ON "block"("workspace_id", "revision_id", "start");

-- CreateIndex
CREATE INDEX "tag_workspace_id_report_id_span_start_idx" ON "tag"("workspace_id", "report_id", "span_start");

-- CreateIndex
CREATE INDEX "tag_workspace_id_project_id_state_idx" ON "tag"("workspace_id", "project_id", "state");

-- CreateIndex
CREATE INDEX "tag_workspace_id_from_id_idx" ON "tag"("workspace_id", "from_id");

-- CreateIndex
CREATE INDEX "tag_workspace_id_to_id_idx" ON "tag"("workspace_id", "to_id");

-- CreateIndex
CREATE INDEX "tag_workspace_id_entity_id_idx" ON "tag"("workspace_id", "entity_id");

-- CreateIndex
CREATE INDEX "tag_workspace_id_to_entity_id_idx" ON "tag"("workspace_id", "to_entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_version_workspace_id_tag_id_op_id_key" ON "tag_version"("workspace_id", "tag_id", "op_id");

-- CreateIndex
CREATE INDEX "verdict_workspace_id_tag_id_created_at_idx" ON "verdict"("workspace_id", "tag_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_workspace_id_tag_id_op_id_key" ON "verdict"("workspace_id", "tag_id", "op_id");

-- CreateIndex
CREATE INDEX "entity_workspace_id_project_id_name_idx" ON "entity"("workspace_id", "project_id", "name");

-- CreateIndex
CREATE INDEX "grade_workspace_id_entity_id_created_at_idx" ON "grade"("workspace_id", "entity_id", "created_at");

-- CreateIndex
CREATE INDEX "thread_workspace_id_report_id_idx" ON "thread"("workspace_id", "report_id");

-- CreateIndex
CREATE INDEX "thread_workspace_id_tag_id_idx" ON "thread"("workspace_id", "tag_id");

-- CreateIndex
CREATE INDEX "comment_workspace_id_thread_id_created_at_idx" ON "comment"("workspace_id", "thread_id", "created_at");

-- CreateIndex
CREATE INDEX "entry_workspace_id_project_id_id_idx" ON "entry"("workspace_id", "project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "entry_workspace_id_report_id_id_idx" ON "entry"("workspace_id", "report_id", "id" DESC);

-- CreateIndex
CREATE INDEX "entry_workspace_id_tag_id_id_idx" ON "entry"("workspace_id", "tag_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_member" ADD CONSTRAINT "workspace_member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_member" ADD CONSTRAINT "workspace_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "workspace_member"("workspace_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "workspace_member"("workspace_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "codebook_version" ADD CONSTRAINT "codebook_version_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_original" ADD CONSTRAINT "report_original_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_workspace_id_revision_id_fkey" FOREIGN KEY ("workspace_id", "revision_id") REFERENCES "revision"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_workspace_id_from_id_fkey" FOREIGN KEY ("workspace_id", "from_id") REFERENCES "tag"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_workspace_id_to_id_fkey" FOREIGN KEY ("workspace_id", "to_id") REFERENCES "tag"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_workspace_id_to_entity_id_fkey" FOREIGN KEY ("workspace_id", "to_entity_id") REFERENCES "entity"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_workspace_id_entity_id_fkey" FOREIGN KEY ("workspace_id", "entity_id") REFERENCES "entity"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tag_version" ADD CONSTRAINT "tag_version_workspace_id_tag_id_fkey" FOREIGN KEY ("workspace_id", "tag_id") REFERENCES "tag"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_workspace_id_tag_id_fkey" FOREIGN KEY ("workspace_id", "tag_id") REFERENCES "tag"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_workspace_id_project_id_fkey" FOREIGN KEY ("workspace_id", "project_id") REFERENCES "project"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_workspace_id_parent_id_fkey" FOREIGN KEY ("workspace_id", "parent_id") REFERENCES "entity"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_workspace_id_outlet_id_fkey" FOREIGN KEY ("workspace_id", "outlet_id") REFERENCES "entity"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "entity" ADD CONSTRAINT "entity_workspace_id_merged_into_fkey" FOREIGN KEY ("workspace_id", "merged_into") REFERENCES "entity"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_workspace_id_entity_id_fkey" FOREIGN KEY ("workspace_id", "entity_id") REFERENCES "entity"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_thread_id_fkey" FOREIGN KEY ("workspace_id", "thread_id") REFERENCES "thread"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say. Kept in step with domain/* by prisma/constraints.test.ts.

ALTER TABLE "users" ADD CONSTRAINT "users_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_purpose" CHECK ("purpose" IN ('set-up', 'invitation'));
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_for" CHECK (("purpose" = 'set-up') = ("user_id" IS NULL));
ALTER TABLE "workspace_member" ADD CONSTRAINT "workspace_member_role" CHECK ("role" IN ('admin', 'member'));
ALTER TABLE "token" ADD CONSTRAINT "token_scopes" CHECK ("scopes" <@ ARRAY['read', 'write', 'export', 'admin']);
ALTER TABLE "project" ADD CONSTRAINT "project_mode" CHECK ("mode" IN ('shared', 'independent'));
ALTER TABLE "project" ADD CONSTRAINT "project_codebook_version" CHECK ("codebook_version" > 0);
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_role" CHECK ("role" IN ('editor', 'reviewer', 'analyst', 'reader'));

ALTER TABLE "report" ADD CONSTRAINT "report_direction" CHECK ("direction" IN ('ltr', 'rtl'));
ALTER TABLE "report" ADD CONSTRAINT "report_triage" CHECK ("triage" IN ('untriaged', 'relevant', 'irrelevant', 'duplicate of', 'needs language', 'nothing to tag'));
ALTER TABLE "report" ADD CONSTRAINT "report_duplicate" CHECK (("triage" = 'duplicate of') = ("duplicate_of" IS NOT NULL));
ALTER TABLE "report" ADD CONSTRAINT "report_state" CHECK ("state" IN ('new', 'in work', 'in review', 'reviewed', 'closed', 'set aside'));
ALTER TABLE "report" ADD CONSTRAINT "report_size" CHECK ("code_points" BETWEEN 0 AND 2000000 AND "byte_length" >= 0 AND "words" >= 0);
ALTER TABLE "revision" ADD CONSTRAINT "revision_size" CHECK ("number" > 0 AND "code_points" BETWEEN 0 AND 2000000);
ALTER TABLE "block" ADD CONSTRAINT "block_type" CHECK ("type" IN ('paragraph', 'heading', 'list-item', 'quote', 'table-cell'));
ALTER TABLE "block" ADD CONSTRAINT "block_start" CHECK ("ordinal" >= 0 AND "start" >= 0);

ALTER TABLE "tag" ADD CONSTRAINT "tag_type" CHECK ("type" IN ('annotation', 'relation'));
ALTER TABLE "tag" ADD CONSTRAINT "tag_state" CHECK ("state" IN ('open', 'accepted', 'returned', 'rejected', 'withdrawn'));
ALTER TABLE "tag" ADD CONSTRAINT "tag_layer" CHECK ("layer" ~ '^(shared|final|analyst:[0-9a-f-]{36})$');
ALTER TABLE "tag" ADD CONSTRAINT "tag_version" CHECK ("version" > 0);
ALTER TABLE "tag" ADD CONSTRAINT "tag_span" CHECK (
  CASE "type"
    WHEN 'annotation' THEN "span_start" IS NOT NULL AND "span_end" IS NOT NULL AND 0 <= "span_start" AND "span_start" < "span_end"
    ELSE "span_start" IS NULL AND "span_end" IS NULL
  END
);
ALTER TABLE "tag" ADD CONSTRAINT "tag_ends" CHECK (
  CASE "type"
    WHEN 'relation' THEN "from_id" IS NOT NULL AND num_nonnulls("to_id", "to_entity_id") + "to_article"::int = 1
    ELSE num_nonnulls("from_id", "to_id", "to_entity_id") = 0 AND NOT "to_article"
  END
);
ALTER TABLE "tag_version" ADD CONSTRAINT "tag_version_number" CHECK ("number" > 0 AND "schema_version" > 0 AND "codebook_version" > 0);
ALTER TABLE "tag_version" ADD CONSTRAINT "tag_version_state" CHECK ("state" IN ('open', 'accepted', 'returned', 'rejected', 'withdrawn'));
ALTER TABLE "tag_version" ADD CONSTRAINT "tag_version_origin" CHECK ("origin" ~ '^(person|engine:[a-z0-9-]{1,60})$');
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_decision" CHECK ("decision" IN ('accept', 'accept-with-change', 'return', 'reject'));
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_version" CHECK ("version" > 0);
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_state_before" CHECK ("state_before" IN ('open', 'accepted', 'returned', 'rejected'));

ALTER TABLE "entity" ADD CONSTRAINT "entity_reliability" CHECK ("reliability" ~ '^[A-F]$');
ALTER TABLE "entity" ADD CONSTRAINT "entity_itself" CHECK ("merged_into" <> "id" AND "parent_id" <> "id" AND "outlet_id" <> "id");
ALTER TABLE "grade" ADD CONSTRAINT "grade_reliability" CHECK ("reliability" ~ '^[A-F]$');

ALTER TABLE "thread" ADD CONSTRAINT "thread_target" CHECK (
  CASE "target"
    WHEN 'report' THEN "tag_id" IS NULL AND "anchor" IS NULL
    WHEN 'tag' THEN "tag_id" IS NOT NULL AND "anchor" IS NULL
    WHEN 'passage' THEN "tag_id" IS NULL AND "anchor" IS NOT NULL
    ELSE false
  END
);
ALTER TABLE "thread" ADD CONSTRAINT "thread_state" CHECK ("state" IN ('open', 'resolved'));

-- History, versions and grades are only ever added to.

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are append-only.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "entry_append_only" BEFORE UPDATE OR DELETE ON "entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "entry_no_truncate" BEFORE TRUNCATE ON "entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "tag_version_append_only" BEFORE UPDATE OR DELETE ON "tag_version" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "tag_version_no_truncate" BEFORE TRUNCATE ON "tag_version" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "grade_append_only" BEFORE UPDATE OR DELETE ON "grade" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "grade_no_truncate" BEFORE TRUNCATE ON "grade" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
