ALTER TABLE `api_keys` ADD `website_id` text REFERENCES websites(id) ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `scopes` text;--> statement-breakpoint
CREATE INDEX `api_keys_by_website` ON `api_keys` (`website_id`) WHERE website_id is not null;
