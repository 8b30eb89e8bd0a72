-- How many days a granted role lasts from the redemption on; `grant_ends_at` is the other way to say it.
ALTER TABLE `invitation_web_roles` ADD `grant_lasts_days` integer;
--> statement-breakpoint
CREATE INDEX `grants_by_end` ON `grants` (`ends_at`) WHERE ends_at is not null and revoked_at is null;
