export const testSecret = 'a secret that only tests know, 32+'
