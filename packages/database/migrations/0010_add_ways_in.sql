CREATE TABLE `identity_providers` (
	`id` text PRIMARY KEY NOT NULL,
	`website_id` text NOT NULL,
	`preset` text NOT NULL,
	`name` text NOT NULL,
	`issuer` text NOT NULL,
	`client_id` text NOT NULL,
	`secret_sealed` text,
	`options` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`website_id`) REFERENCES `websites`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_providers_name` ON `identity_providers` (`website_id`,`name` COLLATE NOCASE);
--> statement-breakpoint
CREATE INDEX `identity_providers_by_issuer` ON `identity_providers` (`issuer`);
--> statement-breakpoint
-- An invitation may ask for one way in; the session says which one was taken.
ALTER TABLE `invitations` ADD `identity_provider_id` text REFERENCES `identity_providers`(`id`);
--> statement-breakpoint
CREATE INDEX `invitations_by_identity_provider` ON `invitations` (`identity_provider_id`) WHERE identity_provider_id is not null;
--> statement-breakpoint
ALTER TABLE `invitee_sessions` ADD `signed_in_with` text;
--> statement-breakpoint
ALTER TABLE `identities` ADD `label` text;
--> statement-breakpoint
ALTER TABLE `invitee_users` ADD `username` text;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitee_users_username` ON `invitee_users` (`username`);
--> statement-breakpoint
CREATE TABLE `password_resets` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `invitee_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `password_resets_token` ON `password_resets` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `password_resets_by_user` ON `password_resets` (`user_id`);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`aaguid` text,
	`created_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `invitee_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);
--> statement-breakpoint
CREATE INDEX `passkeys_by_user` ON `passkeys` (`user_id`);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`user_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`secret_sealed` text,
	`recovery_code_hashes` text NOT NULL,
	`last_step` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `invitee_users`(`id`) ON UPDATE no action ON DELETE cascade
);
