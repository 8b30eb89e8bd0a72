/** The metadata field that holds our e-mail's id: it comes back with everything Postmark tells of a message. */
export const metadataKey = 'usher-email-id'
