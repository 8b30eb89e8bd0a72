/** An expected "no" of Better Auth, told by its name: importing its class would load all of it. */
export const isRefusedBy = (error: unknown, ...statusCodes: number[]): boolean =>
  error instanceof Error &&
  error.name === 'APIError' &&
  'statusCode' in error &&
  statusCodes.includes(Number(error.statusCode))
