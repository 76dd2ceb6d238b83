-- A list without entries is empty, never null: readers of exports and the API rely on it.
UPDATE "entity" SET "aliases" = '{}' WHERE "aliases" IS NULL;
ALTER TABLE "entity" ALTER COLUMN "aliases" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "aliases" SET NOT NULL;

UPDATE "project" SET "languages" = '{}' WHERE "languages" IS NULL;
ALTER TABLE "project" ALTER COLUMN "languages" SET DEFAULT ARRAY[]::TEXT[], ALTER COLUMN "languages" SET NOT NULL;

UPDATE "token" SET "scopes" = '{}' WHERE "scopes" IS NULL;
ALTER TABLE "token" ALTER COLUMN "scopes" SET NOT NULL;
