CREATE TABLE `invitation_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`website_id` text NOT NULL,
	`attributes` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`website_id`) REFERENCES `websites`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_templates_name` ON `invitation_templates` (`name` COLLATE NOCASE);
