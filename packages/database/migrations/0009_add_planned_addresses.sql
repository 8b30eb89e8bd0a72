ALTER TABLE `emails` ADD `planned_address` text;
