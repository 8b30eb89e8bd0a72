import { error } from '@sveltejs/kit'

/** More than any form before the door needs; who is not signed in sends no megabytes. */
const maximumBytes = 16_384

/** The form of a request from somebody who is not signed in. Refuses with 413 what is larger, before it is read whole. */
export async function readSmallForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type')
  if (!request.body || !type) return request.formData()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > maximumBytes) error(413, 'That is more than this form takes.')
    chunks.push(new Uint8Array(chunk))
  }
  return new Response(new Blob(chunks), { headers: { 'content-type': type } }).formData()
}
