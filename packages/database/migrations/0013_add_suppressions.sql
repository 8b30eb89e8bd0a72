CREATE TABLE `suppressions` (
	`id` text PRIMARY KEY NOT NULL,
	`address_hash` text NOT NULL,
	`address` text,
	`website_id` text,
	`reason` text NOT NULL,
	`email_id` text,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`lifted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suppressions_once` ON `suppressions` (`address_hash`,coalesce(`website_id`, '')) WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX `suppressions_by_creation` ON `suppressions` (`created_at`,`id`) WHERE lifted_at is null;
