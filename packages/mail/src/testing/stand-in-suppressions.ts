export type StandInSuppression = {
  EmailAddress: string
  SuppressionReason: 'HardBounce' | 'SpamComplaint' | 'ManualSuppression'
  Origin: 'Recipient' | 'Customer' | 'Admin'
  CreatedAt: string
}

/** The addresses that a stream does not mail any more. Source: https://postmarkapp.com/developer/api/suppressions-api */
export function createSuppressionList() {
  const list = new Map<string, StandInSuppression>()
  const keyOf = (address: string) => address.toLowerCase()

  function add(
    address: string,
    reason: StandInSuppression['SuppressionReason'],
    origin: StandInSuppression['Origin'],
  ): void {
    list.set(keyOf(address), {
      EmailAddress: address,
      SuppressionReason: reason,
      Origin: origin,
      CreatedAt: new Date().toISOString(),
    })
  }

  /** Complaints stay; everything else can be taken off. */
  function remove(address: string): { EmailAddress: string; Status: string; Message: string | null } {
    const found = list.get(keyOf(address))
    if (found?.SuppressionReason === 'SpamComplaint') {
      return {
        EmailAddress: address,
        Status: 'Failed',
        Message: 'You do not have the required authority to change this suppression.',
      }
    }
    list.delete(keyOf(address))
    return { EmailAddress: address, Status: 'Deleted', Message: null }
  }

  return {
    add,
    remove,
    has: (address: string) => list.has(keyOf(address)),
    dump: () => [...list.values()],
  }
}
