-- AlterTable
ALTER TABLE "report" ADD COLUMN     "found_confirmed" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "found" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "ranges" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "warnings" JSONB NOT NULL DEFAULT '[]';

-- A footnote is a block of its own.
ALTER TABLE "block" DROP CONSTRAINT "block_type";
ALTER TABLE "block" ADD CONSTRAINT "block_type" CHECK ("type" IN ('paragraph', 'heading', 'list-item', 'quote', 'table-cell', 'footnote'));
