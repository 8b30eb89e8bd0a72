CREATE TABLE `mail_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`paused_at` integer,
	`pause_reason` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `emails` ADD `scheduled_at` integer;--> statement-breakpoint
ALTER TABLE `sends` ADD `scheduled_for` text;--> statement-breakpoint
CREATE INDEX `emails_invitations_by_creation` ON `emails` (`created_at`) WHERE kind = 'invitation';--> statement-breakpoint
CREATE INDEX `emails_invitations_by_contact` ON `emails` (`contact_id`,`created_at`) WHERE kind = 'invitation';
