-- Trigrams, for names that are only nearly alike; a trusted extension, which the owner of a database may make.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "countries" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "gazetteer_place" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "feature" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "admin1" TEXT,
    "admin2" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "population" INTEGER NOT NULL DEFAULT 0,
    "names" TEXT[] NOT NULL,

    CONSTRAINT "gazetteer_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gazetteer_name" (
    "key" TEXT NOT NULL,
    "place_id" TEXT NOT NULL,

    CONSTRAINT "gazetteer_name_pkey" PRIMARY KEY ("key","place_id")
);

-- CreateTable
CREATE TABLE "gazetteer_load" (
    "id" SMALLINT NOT NULL,
    "state" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "of" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gazetteer_load_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "gazetteer_place_key_idx" ON "gazetteer_place" USING GIN ("key" gin_trgm_ops);
