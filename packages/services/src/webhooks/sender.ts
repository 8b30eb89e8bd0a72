/** One message, ready to leave. */
export type WebhookRequest = {
  url: string
  headers: Record<string, string>
  body: string
  /** POST unless told. */
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
}

export type WebhookAnswer =
  | { outcome: 'answered'; status: number; body: string }
  /** Nobody answered: a name without address, a connection refused, too slow. */
  | { outcome: 'unreachable'; reason: string }
  /** The address is not one that may be called. */
  | { outcome: 'blocked'; reason: string }

/** What carries messages out: in the worker, with the addresses it connects to checked. */
export type WebhookSender = { send(request: WebhookRequest): Promise<WebhookAnswer> }
