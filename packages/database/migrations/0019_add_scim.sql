CREATE TABLE `scim_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`website_id` text NOT NULL,
	`base_url` text NOT NULL,
	`token_sealed` text NOT NULL,
	`next_sync_at` integer NOT NULL,
	`failed_attempts` integer NOT NULL,
	`last_error` text,
	`synced_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`website_id`) REFERENCES `websites`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scim_targets_website` ON `scim_targets` (`website_id`);--> statement-breakpoint
CREATE INDEX `scim_targets_due` ON `scim_targets` (`next_sync_at`);--> statement-breakpoint
CREATE TABLE `scim_links` (
	`target_id` text NOT NULL,
	`kind` text NOT NULL,
	`local_id` text NOT NULL,
	`remote_id` text,
	`hash` text NOT NULL,
	PRIMARY KEY(`target_id`, `kind`, `local_id`),
	FOREIGN KEY (`target_id`) REFERENCES `scim_targets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `scim_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`target_id` text NOT NULL,
	`method` text NOT NULL,
	`kind` text NOT NULL,
	`local_id` text NOT NULL,
	`name` text NOT NULL,
	`status` integer,
	`error` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`target_id`) REFERENCES `scim_targets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `scim_deliveries_by_target` ON `scim_deliveries` (`target_id`,`occurred_at`,`id`);
