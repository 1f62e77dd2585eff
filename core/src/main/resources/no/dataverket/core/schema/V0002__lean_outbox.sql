-- Rows live for milliseconds: nobody asks for anything inside the envelope, and identifiers are ordered by time.
ALTER TABLE ${schema}.outbox ALTER COLUMN envelope TYPE text USING envelope::text;
DROP INDEX ${schema}.outbox_seq;
ALTER TABLE ${schema}.outbox DROP COLUMN seq;
