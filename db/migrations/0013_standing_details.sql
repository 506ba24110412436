ALTER TABLE "score_standings" ADD COLUMN "detail" jsonb DEFAULT '{"dots":[],"incomplete":0,"split":[]}'::jsonb NOT NULL;
