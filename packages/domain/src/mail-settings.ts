import * as v from 'valibot'

const cap = (maximum: number) =>
  v.pipe(
    v.number('Give a whole number.'),
    v.integer('Give a whole number.'),
    v.minValue(1),
    v.maxValue(maximum),
  )
const clockTime = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day, such as 21:30.'),
)

/** How many invitations may be mailed, and when. */
export const mailSettingsSchema = v.strictObject({
  /** Invitation mails to one contact in 24 hours. */
  recipientPerDay: cap(1000),
  /** Invitation mails that one staff user who is no admin, or their API keys, may send off in 24 hours. */
  senderPerDay: cap(1_000_000),
  /** Invitation mails of the whole house in 24 hours; null: as many as there are. */
  housePerDay: v.nullable(cap(10_000_000)),
  /** Between these times of the recipient's clock no invitation leaves; null: at any hour. May span midnight. */
  quietHours: v.nullable(v.strictObject({ from: clockTime, to: clockTime })),
})
export type MailHouseSettings = v.InferOutput<typeof mailSettingsSchema>

export const defaultMailSettings: MailHouseSettings = {
  recipientPerDay: 10,
  senderPerDay: 2000,
  housePerDay: null,
  quietHours: null,
}

/**
 * When a mail may leave.
 * @param scheduledFor a date and time of the recipient's clock (`2027-04-01T09:00`), or an instant (`…Z`, `…+02:00`); null: now
 */
export function leavingTime(
  { now, scheduledFor }: { now: Date; scheduledFor: string | null },
  timeZone: string,
  quietHours: MailHouseSettings['quietHours'],
): Date {
  const wished = scheduledFor === null ? now : readScheduled(scheduledFor, timeZone)
  const earliest = wished === null || wished < now ? now : wished
  return quietHours ? afterQuietHours(earliest, timeZone, quietHours) : earliest
}

/** `null` when the text is no date and time of the calendar. */
export function readScheduled(text: string, timeZone: string): Date | null {
  try {
    const instant = /(Z|[+-]\d{2}:?\d{2})$/i.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone)
    return new Date(instant.epochMilliseconds)
  } catch {
    return null
  }
}

function afterQuietHours(
  instant: Date,
  timeZone: string,
  { from, to }: NonNullable<MailHouseSettings['quietHours']>,
): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const isQuiet = from <= to ? clock >= from && clock < to : clock >= from || clock < to
  if (!isQuiet) return instant
  const day = from > to && clock >= from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return new Date(day.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds)
}
