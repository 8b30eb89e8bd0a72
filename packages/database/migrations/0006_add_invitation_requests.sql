-- What invitees ask for or tell about an invitation: a new link, or that it is not for them.
CREATE TABLE `invitation_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`kind` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decision` text,
	`decided_at` integer,
	`decided_by_id` text,
	`new_invitation_id` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`new_invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_requests_open` ON `invitation_requests` (`invitation_id`,`contact_id`,`kind`) WHERE decided_at is null;
--> statement-breakpoint
CREATE INDEX `invitation_requests_by_time` ON `invitation_requests` (`requested_at`,`id`);
--> statement-breakpoint
CREATE INDEX `invitation_requests_by_contact` ON `invitation_requests` (`contact_id`);
--> statement-breakpoint
-- When the redeemer gave back what the redemption had given.
ALTER TABLE `redemptions` ADD `given_back_at` integer;
--> statement-breakpoint
-- When the person was erased; what stays of the row names nobody.
ALTER TABLE `contacts` ADD `erased_at` integer;
