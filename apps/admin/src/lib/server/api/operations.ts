import type { Operation } from './operation.ts'
import { accountOperations } from './operations/accounts.ts'
import { apiKeyOperations } from './operations/api-keys.ts'
import { contactOperations } from './operations/contacts.ts'
import { diagnosisOperations } from './operations/diagnosis.ts'
import { emailTemplateOperations } from './operations/email-templates.ts'
import { emailOperations } from './operations/emails.ts'
import { identityProviderOperations } from './operations/identity-providers.ts'
import { grantOperations } from './operations/grants.ts'
import { invitationRequestOperations } from './operations/invitation-requests.ts'
import { invitationTemplateOperations } from './operations/invitation-templates.ts'
import { invitationOperations } from './operations/invitations.ts'
import { mailSettingsOperations } from './operations/mail-settings.ts'
import { oidcClientOperations } from './operations/oidc-clients.ts'
import { recordOperations } from './operations/records.ts'
import { scimOperations } from './operations/scim.ts'
import { sendOperations } from './operations/sends.ts'
import { suppressionOperations } from './operations/suppressions.ts'
import { taskOperations } from './operations/tasks.ts'
import { staffOperations } from './operations/staff.ts'
import { webRoleOperations } from './operations/web-roles.ts'
import { webhookOperations } from './operations/webhooks.ts'
import { websiteOperations } from './operations/websites.ts'
import { workflowOperations } from './operations/workflows.ts'

/** In the order of the reference page. */
export const operations: readonly Operation[] = [
  ...contactOperations,
  ...accountOperations,
  ...websiteOperations,
  ...identityProviderOperations,
  ...webRoleOperations,
  ...oidcClientOperations,
  ...scimOperations,
  ...invitationOperations,
  ...invitationTemplateOperations,
  ...invitationRequestOperations,
  ...taskOperations,
  ...sendOperations,
  ...emailOperations,
  ...suppressionOperations,
  ...emailTemplateOperations,
  ...mailSettingsOperations,
  ...grantOperations,
  ...diagnosisOperations,
  ...recordOperations,
  ...workflowOperations,
  ...webhookOperations,
  ...staffOperations,
  ...apiKeyOperations,
]
