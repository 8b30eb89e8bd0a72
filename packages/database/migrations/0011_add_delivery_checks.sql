ALTER TABLE `emails` ADD `doubts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `emails` ADD `duplicates` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `emails` ADD `checks` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `emails` ADD `next_check_at` integer;--> statement-breakpoint
CREATE INDEX `emails_to_check` ON `emails` (`next_check_at`) WHERE next_check_at is not null;
