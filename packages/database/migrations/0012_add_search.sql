-- Words of contacts, accounts and invitations, by prefix and without accents. The text itself stays in its table:
-- what is kept here is the index. Keys are integers of their own, since VACUUM may renumber the rows of the others.
CREATE TABLE `contact_search_keys` (`n` integer PRIMARY KEY, `id` text NOT NULL);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_search_keys_id` ON `contact_search_keys` (`id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `contact_search` USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3', detail='full');
--> statement-breakpoint
CREATE TRIGGER `contact_search_insert` AFTER INSERT ON `contacts` BEGIN
  INSERT INTO contact_search_keys (id) VALUES (new.id);
  INSERT INTO contact_search (rowid, words) SELECT n, concat_ws(' ', new.first_name, new.last_name, new.email, new.email2, new.email3) FROM contact_search_keys WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `contact_search_update` AFTER UPDATE OF `first_name`, `last_name`, `email`, `email2`, `email3` ON `contacts`
WHEN concat_ws(' ', old.first_name, old.last_name, old.email, old.email2, old.email3) <> concat_ws(' ', new.first_name, new.last_name, new.email, new.email2, new.email3) BEGIN
  INSERT OR REPLACE INTO contact_search (rowid, words) SELECT n, concat_ws(' ', new.first_name, new.last_name, new.email, new.email2, new.email3) FROM contact_search_keys WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `contact_search_delete` AFTER DELETE ON `contacts` BEGIN
  DELETE FROM contact_search WHERE rowid = (SELECT n FROM contact_search_keys WHERE id = old.id);
  DELETE FROM contact_search_keys WHERE id = old.id;
END;
--> statement-breakpoint
INSERT INTO contact_search_keys (id) SELECT id FROM contacts ORDER BY created_at, id;
--> statement-breakpoint
INSERT INTO contact_search (rowid, words) SELECT n, concat_ws(' ', first_name, last_name, email, email2, email3) FROM contact_search_keys JOIN contacts USING (id);
--> statement-breakpoint
CREATE TABLE `account_search_keys` (`n` integer PRIMARY KEY, `id` text NOT NULL);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_search_keys_id` ON `account_search_keys` (`id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `account_search` USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3', detail='full');
--> statement-breakpoint
CREATE TRIGGER `account_search_insert` AFTER INSERT ON `accounts` BEGIN
  INSERT INTO account_search_keys (id) VALUES (new.id);
  INSERT INTO account_search (rowid, words) SELECT n, concat_ws(' ', new.name, new.number, new.email) FROM account_search_keys WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `account_search_update` AFTER UPDATE OF `name`, `number`, `email` ON `accounts` BEGIN
  INSERT OR REPLACE INTO account_search (rowid, words) SELECT n, concat_ws(' ', new.name, new.number, new.email) FROM account_search_keys WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `account_search_delete` AFTER DELETE ON `accounts` BEGIN
  DELETE FROM account_search WHERE rowid = (SELECT n FROM account_search_keys WHERE id = old.id);
  DELETE FROM account_search_keys WHERE id = old.id;
END;
--> statement-breakpoint
INSERT INTO account_search_keys (id) SELECT id FROM accounts ORDER BY created_at, id;
--> statement-breakpoint
INSERT INTO account_search (rowid, words) SELECT n, concat_ws(' ', name, number, email) FROM account_search_keys JOIN accounts USING (id);
--> statement-breakpoint
CREATE TABLE `invitation_search_keys` (`n` integer PRIMARY KEY, `id` text NOT NULL);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_search_keys_id` ON `invitation_search_keys` (`id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `invitation_search` USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3', detail='full');
--> statement-breakpoint
CREATE TRIGGER `invitation_search_insert` AFTER INSERT ON `invitations` BEGIN
  INSERT INTO invitation_search_keys (id) VALUES (new.id);
  INSERT INTO invitation_search (rowid, words) SELECT n, new.name FROM invitation_search_keys WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `invitation_search_update` AFTER UPDATE OF `name` ON `invitations` WHEN old.name <> new.name BEGIN
  INSERT OR REPLACE INTO invitation_search (rowid, words) SELECT n, new.name FROM invitation_search_keys WHERE id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `invitation_search_delete` AFTER DELETE ON `invitations` BEGIN
  DELETE FROM invitation_search WHERE rowid = (SELECT n FROM invitation_search_keys WHERE id = old.id);
  DELETE FROM invitation_search_keys WHERE id = old.id;
END;
--> statement-breakpoint
INSERT INTO invitation_search_keys (id) SELECT id FROM invitations ORDER BY created_at, id;
--> statement-breakpoint
INSERT INTO invitation_search (rowid, words) SELECT n, name FROM invitation_search_keys JOIN invitations USING (id);
--> statement-breakpoint
-- The orders of the lists.
CREATE INDEX `contacts_in_order_of_names` ON `contacts` (coalesce(last_name, first_name, email, '') collate nocase, coalesce(first_name, '') collate nocase, `id`);
--> statement-breakpoint
CREATE INDEX `contacts_of_account_by_name` ON `contacts` (`account_id`, coalesce(last_name, first_name, email, '') collate nocase, coalesce(first_name, '') collate nocase, `id`);
--> statement-breakpoint
CREATE INDEX `contacts_by_address` ON `contacts` (coalesce(email_normalised, ''), `id`);
--> statement-breakpoint
CREATE INDEX `contacts_by_creation` ON `contacts` (`created_at`, `id`);
--> statement-breakpoint
CREATE INDEX `contacts_by_change` ON `contacts` (`updated_at`, `id`);
--> statement-breakpoint
CREATE INDEX `accounts_in_order_of_names` ON `accounts` (`name` collate nocase, `id`);
--> statement-breakpoint
CREATE INDEX `invitations_in_order_of_names` ON `invitations` (`name` collate nocase, `id`);
--> statement-breakpoint
CREATE INDEX `invitations_by_change` ON `invitations` (`updated_at`, `id`);
--> statement-breakpoint
CREATE INDEX `invitations_in_order_of_expiry` ON `invitations` (coalesce(expires_at, 9007199254740991), `id`);
--> statement-breakpoint
CREATE INDEX `invitations_in_order_of_sending` ON `invitations` (coalesce(sent_at, 0), `id`);
--> statement-breakpoint
CREATE INDEX `invitations_by_redemptions` ON `invitations` (`redemption_count`, `id`);
--> statement-breakpoint
CREATE INDEX `invitations_of_status_by_redemptions` ON `invitations` (`status`, `redemption_count`, `id`);
--> statement-breakpoint
CREATE INDEX `invitations_by_status_and_expiry` ON `invitations` (`status`, `expires_at`);
--> statement-breakpoint
CREATE INDEX `invitations_by_website` ON `invitations` (`website_id`, `status`, `expires_at`);
--> statement-breakpoint
CREATE INDEX `invitations_by_owner` ON `invitations` (`owner_id`, `status`, `expires_at`);
