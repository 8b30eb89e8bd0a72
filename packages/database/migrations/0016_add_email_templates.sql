CREATE TABLE `email_templates` (
	`key` text PRIMARY KEY NOT NULL,
	`active_version_id` text,
	`draft` text,
	`draft_updated_at` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `email_template_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`template_key` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`compiled` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`template_key`) REFERENCES `email_templates`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `email_template_versions_number` ON `email_template_versions` (`template_key`,`version`);--> statement-breakpoint
ALTER TABLE `emails` ADD `template_version_id` text;
