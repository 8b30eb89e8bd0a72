ALTER TABLE `workflow_versions` ADD `activated_by_id` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `key` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `began_by` text DEFAULT 'redemption' NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `started_by_id` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `parent_run_id` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `depth` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `waiting_for` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `resume_at` integer;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `wake` text;--> statement-breakpoint
ALTER TABLE `workflow_run_steps` ADD `input` text;--> statement-breakpoint
DROP INDEX `workflow_runs_once`;--> statement-breakpoint
CREATE UNIQUE INDEX `workflow_runs_once` ON `workflow_runs` (`redemption_id`,`workflow_id`) WHERE key is null;--> statement-breakpoint
CREATE UNIQUE INDEX `workflow_runs_key` ON `workflow_runs` (`key`);--> statement-breakpoint
CREATE INDEX `workflow_runs_by_workflow` ON `workflow_runs` (`workflow_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `workflow_runs_by_status` ON `workflow_runs` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `workflow_runs_by_invitation` ON `workflow_runs` (`invitation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `workflow_runs_waiting` ON `workflow_runs` (`waiting_for`,`contact_id`) WHERE waiting_for is not null;--> statement-breakpoint
CREATE INDEX `jobs_due_by_kind` ON `jobs` (`kind`,`priority`,`run_at`) WHERE completed_at is null and parked_at is null;--> statement-breakpoint
CREATE TABLE `contact_tags` (
	`contact_id` text NOT NULL,
	`tag` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `tag`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_tags_by_tag` ON `contact_tags` (`tag`,`contact_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`key` text NOT NULL,
	`batch` text NOT NULL,
	`contact_id` text,
	`invitation_id` text,
	`data` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_key` ON `events` (`key`);--> statement-breakpoint
CREATE INDEX `events_by_batch` ON `events` (`batch`);--> statement-breakpoint
CREATE INDEX `events_by_creation` ON `events` (`created_at`);--> statement-breakpoint
CREATE TABLE `event_cursors` (
	`source` text PRIMARY KEY NOT NULL,
	`row_id` integer NOT NULL,
	`last_id` text,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`event_types` text NOT NULL,
	`secret_sealed` text NOT NULL,
	`previous_secret_sealed` text,
	`previous_secret_ends_at` integer,
	`failing_since` integer,
	`disabled_at` integer,
	`disabled_reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_endpoints_name` ON `webhook_endpoints` (`name`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`endpoint_id` text NOT NULL,
	`event_id` text,
	`run_id` text,
	`contact_id` text,
	`invitation_id` text,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`response_status` integer,
	`response_body` text,
	`error` text,
	`created_at` integer NOT NULL,
	`next_attempt_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`endpoint_id`) REFERENCES `webhook_endpoints`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_key` ON `webhook_deliveries` (`key`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_by_creation` ON `webhook_deliveries` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_by_endpoint` ON `webhook_deliveries` (`endpoint_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_by_contact` ON `webhook_deliveries` (`contact_id`);--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`delivery_id` text NOT NULL,
	`number` integer NOT NULL,
	`started_at` integer NOT NULL,
	`milliseconds` integer NOT NULL,
	`response_status` integer,
	`error` text,
	PRIMARY KEY(`delivery_id`, `number`),
	FOREIGN KEY (`delivery_id`) REFERENCES `webhook_deliveries`(`id`) ON UPDATE no action ON DELETE cascade
);
