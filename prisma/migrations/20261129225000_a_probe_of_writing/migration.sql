-- CreateTable
CREATE TABLE "probe" (
    "id" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filler" BYTEA NOT NULL,

    CONSTRAINT "probe_pkey" PRIMARY KEY ("id")
);
