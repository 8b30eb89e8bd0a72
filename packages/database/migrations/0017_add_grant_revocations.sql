CREATE INDEX `grants_by_revocation` ON `grants` (`revoked_at`) WHERE revoked_at is not null;
