/** What only the app that publishes templates does: it brings the renderer with it, so it has a door of its own. */
export {
  type EmailTemplatePreview,
  previewEmailTemplate,
  previewEmailTemplateSchema,
} from './email-templates/preview.ts'
export { sendTestEmail, sendTestEmailSchema } from './email-templates/send-test.ts'
export { mjmlOf } from '@usher/mail'
