CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`created_by_id` text,
	`actor` text NOT NULL,
	`input` text NOT NULL,
	`total` integer,
	`done` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`cursor` text DEFAULT '' NOT NULL,
	`outcome` text,
	`error` text,
	`lease_token` text,
	`lease_ends_at` integer,
	`created_at` integer NOT NULL,
	`completed_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`created_by_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_by_creation` ON `tasks` (`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `tasks_waiting` ON `tasks` (`created_at`) WHERE status in ('queued', 'running', 'undoing');
--> statement-breakpoint
CREATE TABLE `task_changes` (
	`task_id` text NOT NULL,
	`entity_id` text NOT NULL,
	`before` text,
	PRIMARY KEY(`task_id`, `entity_id`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `task_pieces` (
	`task_id` text NOT NULL,
	`position` integer NOT NULL,
	`row` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`task_id`, `position`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `task_rejects` (
	`task_id` text NOT NULL,
	`row` integer NOT NULL,
	`column` text,
	`message` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_rejects_of_task` ON `task_rejects` (`task_id`,`row`);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`owner_id` text NOT NULL,
	`is_shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`list`,`owner_id`,`name`);
