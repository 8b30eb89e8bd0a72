CREATE INDEX `activities_by_time` ON `activities` (`occurred_at`,`id`);
