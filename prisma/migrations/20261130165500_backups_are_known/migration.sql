-- CreateTable
CREATE TABLE "backup" (
    "id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "backup_pkey" PRIMARY KEY ("id")
);
