CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`number` text,
	`email` text,
	`website_url` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `accounts_by_name` ON `accounts` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`first_name` text,
	`last_name` text,
	`email` text,
	`email_normalised` text,
	`email2` text,
	`email3` text,
	`account_id` text,
	`locale` text,
	`time_zone` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_email` ON `contacts` (`email_normalised`);--> statement-breakpoint
CREATE INDEX `contacts_by_account` ON `contacts` (`account_id`);--> statement-breakpoint
CREATE INDEX `contacts_by_name` ON `contacts` (`last_name`,`first_name`,`id`);--> statement-breakpoint
CREATE TABLE `email_events` (
	`email_id` text NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`email_id`, `key`),
	FOREIGN KEY (`email_id`) REFERENCES `emails`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `emails` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`send_id` text,
	`invitation_id` text,
	`contact_id` text,
	`website_id` text,
	`workflow_version_id` text,
	`input_sealed` text,
	`status` text NOT NULL,
	`to_address` text,
	`from_address` text,
	`reply_to` text,
	`subject` text,
	`content_sealed` text,
	`transport` text,
	`provider_message_id` text,
	`provider_error_code` integer,
	`error` text,
	`created_at` integer NOT NULL,
	`attempted_at` integer,
	`sent_at` integer,
	`delivered_at` integer,
	`opened_at` integer,
	`failed_at` integer,
	FOREIGN KEY (`send_id`) REFERENCES `sends`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `emails_key` ON `emails` (`key`);--> statement-breakpoint
CREATE INDEX `emails_by_creation` ON `emails` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `emails_by_send` ON `emails` (`send_id`,`status`);--> statement-breakpoint
CREATE INDEX `emails_by_invitation` ON `emails` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `emails_by_contact` ON `emails` (`contact_id`);--> statement-breakpoint
CREATE INDEX `emails_by_message` ON `emails` (`provider_message_id`);--> statement-breakpoint
CREATE TABLE `send_exclusions` (
	`id` text PRIMARY KEY NOT NULL,
	`send_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`contact_id` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`send_id`) REFERENCES `sends`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `send_exclusions_by_send` ON `send_exclusions` (`send_id`);--> statement-breakpoint
CREATE TABLE `sends` (
	`id` text PRIMARY KEY NOT NULL,
	`created_by_id` text,
	`status` text NOT NULL,
	`planned_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`paused_at` integer,
	`cancelled_at` integer,
	`completed_at` integer
);
--> statement-breakpoint
CREATE INDEX `sends_by_creation` ON `sends` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `invitation_recipients` (
	`invitation_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`declined_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`invitation_id`, `contact_id`),
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_recipients_by_contact` ON `invitation_recipients` (`contact_id`);--> statement-breakpoint
CREATE TABLE `invitation_web_roles` (
	`invitation_id` text NOT NULL,
	`web_role_id` text NOT NULL,
	`added_by_id` text NOT NULL,
	`grant_ends_at` integer,
	PRIMARY KEY(`invitation_id`, `web_role_id`),
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`web_role_id`) REFERENCES `web_roles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_web_roles_by_role` ON `invitation_web_roles` (`web_role_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`website_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`inviter_contact_id` text,
	`code_hash` text NOT NULL,
	`code_sealed` text NOT NULL,
	`code_kind` text NOT NULL,
	`expires_at` integer,
	`assign_to_account_id` text,
	`redemption_workflow_id` text,
	`maximum_redemptions` integer,
	`redemption_count` integer DEFAULT 0 NOT NULL,
	`redeemable_by` text NOT NULL,
	`email_domains` text NOT NULL,
	`message` text,
	`sent_at` integer,
	`deactivated_at` integer,
	`status` text GENERATED ALWAYS AS ((case when deactivated_at is not null then 'inactive' when redemption_count >= maximum_redemptions then 'redeemed' when sent_at is not null then 'sent' else 'new' end)) VIRTUAL NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`website_id`) REFERENCES `websites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inviter_contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assign_to_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`redemption_workflow_id`) REFERENCES `workflows`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_seats" CHECK(redemption_count >= 0 and (maximum_redemptions is null or redemption_count <= maximum_redemptions)),
	CONSTRAINT "invitations_single" CHECK(type <> 'single' or maximum_redemptions = 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_status` ON `invitations` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_by_creation` ON `invitations` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `invitations_by_expiry` ON `invitations` (`expires_at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`account_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `invitee_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_subject` ON `identities` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `identities_by_user` ON `identities` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitee_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `invitee_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitee_sessions_token` ON `invitee_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `invitee_sessions_by_user` ON `invitee_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitee_users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`contact_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitee_users_email` ON `invitee_users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitee_users_contact` ON `invitee_users` (`contact_id`);--> statement-breakpoint
CREATE TABLE `invitee_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `invitee_verifications_by_identifier` ON `invitee_verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`priority` integer NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_token` text,
	`lease_ends_at` integer,
	`last_error` text,
	`completed_at` integer,
	`parked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`priority`,`run_at`) WHERE completed_at is null and parked_at is null;--> statement-breakpoint
CREATE INDEX `jobs_parked` ON `jobs` (`parked_at`) WHERE parked_at is not null;--> statement-breakpoint
CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`contact_id` text,
	`invitation_id` text,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`occurred_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `activities_by_contact` ON `activities` (`contact_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `activities_by_invitation` ON `activities` (`invitation_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`key_hash` text NOT NULL,
	`staff_user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`expires_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`staff_user_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`bucket` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempts_by_end` ON `attempts` (`window_ends_at`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`action` text NOT NULL,
	`entity_type` text NOT NULL,
	`entity_id` text NOT NULL,
	`before` text,
	`after` text,
	`ip_address` text,
	`occurred_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_by_time` ON `audit_events` (`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_events_by_entity` ON `audit_events` (`entity_type`,`entity_id`);--> statement-breakpoint
CREATE TABLE `idempotency_records` (
	`api_key_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`response_sealed` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`api_key_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_records_by_expiry` ON `idempotency_records` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sample_records` (
	`entity_type` text NOT NULL,
	`entity_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_records_entity` ON `sample_records` (`entity_type`,`entity_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`web_role_id` text NOT NULL,
	`redemption_id` text,
	`granted_by_id` text,
	`granted_at` integer NOT NULL,
	`ends_at` integer,
	`revoked_at` integer,
	`revoked_by_id` text,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`web_role_id`) REFERENCES `web_roles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`redemption_id`) REFERENCES `redemptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_once` ON `grants` (`redemption_id`,`web_role_id`);--> statement-breakpoint
CREATE INDEX `grants_by_contact` ON `grants` (`contact_id`,`web_role_id`);--> statement-breakpoint
CREATE INDEX `grants_by_role` ON `grants` (`web_role_id`);--> statement-breakpoint
CREATE TABLE `redemptions` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`user_id` text,
	`account_id` text,
	`previous_account_id` text,
	`ip_address` text,
	`user_agent` text,
	`redeemed_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by_id` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`user_id`) REFERENCES `invitee_users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `redemptions_once` ON `redemptions` (`invitation_id`,`contact_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `redemptions_by_contact` ON `redemptions` (`contact_id`);--> statement-breakpoint
CREATE INDEX `redemptions_by_time` ON `redemptions` (`redeemed_at`,`id`);--> statement-breakpoint
CREATE TABLE `staff_credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`account_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_credentials_subject` ON `staff_credentials` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `staff_credentials_by_user` ON `staff_credentials` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_grantable_web_roles` (
	`staff_user_id` text NOT NULL,
	`web_role_id` text NOT NULL,
	PRIMARY KEY(`staff_user_id`, `web_role_id`),
	FOREIGN KEY (`staff_user_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`web_role_id`) REFERENCES `web_roles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_sessions_token` ON `staff_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `staff_sessions_by_user` ON `staff_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`deactivated_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_users_email` ON `staff_users` (`email`);--> statement-breakpoint
CREATE TABLE `staff_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_verifications_by_identifier` ON `staff_verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `web_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`website_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`website_id`) REFERENCES `websites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `web_roles_name` ON `web_roles` (`website_id`,`name`);--> statement-breakpoint
CREATE TABLE `websites` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`base_url` text NOT NULL,
	`edge_url` text,
	`allowed_return_urls` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`accent_color` text,
	`logo_url` text,
	`support_email` text,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `websites_name` ON `websites` (`name`);--> statement-breakpoint
CREATE TABLE `workflow_run_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`position` integer NOT NULL,
	`step_key` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`output` text,
	`error` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workflow_run_steps_once` ON `workflow_run_steps` (`run_id`,`position`);--> statement-breakpoint
CREATE TABLE `workflow_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`workflow_id` text NOT NULL,
	`workflow_version_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`invitation_id` text,
	`redemption_id` text,
	`status` text NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`workflow_id`) REFERENCES `workflows`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workflow_version_id`) REFERENCES `workflow_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workflow_runs_once` ON `workflow_runs` (`redemption_id`,`workflow_id`);--> statement-breakpoint
CREATE INDEX `workflow_runs_by_contact` ON `workflow_runs` (`contact_id`);--> statement-breakpoint
CREATE INDEX `workflow_runs_by_creation` ON `workflow_runs` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `workflow_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`workflow_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`activated_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workflow_id`) REFERENCES `workflows`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workflow_versions_number` ON `workflow_versions` (`workflow_id`,`version`);--> statement-breakpoint
CREATE TABLE `workflows` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`trigger` text NOT NULL,
	`status` text NOT NULL,
	`built_in_key` text,
	`active_version_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workflows_name` ON `workflows` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `workflows_built_in` ON `workflows` (`built_in_key`);