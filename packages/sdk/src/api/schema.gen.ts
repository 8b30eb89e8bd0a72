// Made by scripts/generate.ts from openapi.json. Do not edit.
export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accounts */
        get: operations["listAccounts"];
        put?: never;
        /** Create an account */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /**
         * Delete an account
         * @description Only an account that nothing uses; otherwise 409.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description Fields that are not given stay as they are; `null` empties one.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List activities: the timeline of a contact, of an invitation, or of the house */
        get: operations["listActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description It acts for the same staff user as the key that creates it, and can never do more.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an API key */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /**
         * Delete an API key
         * @description Revokes the key at once. It stays on record.
         */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key
         * @description Fields that are not given stay as they are; `null` empties one.
         */
        patch: operations["updateApiKey"];
        trace?: never;
    };
    "/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who changed what */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts */
        get: operations["listContacts"];
        put?: never;
        /** Create a contact */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{contactId}/unlock-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody sign in again who tried too often */
        post: operations["unlockSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Delete a contact
         * @description Only a contact without a history; otherwise 409.
         */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /**
         * Change a contact
         * @description Fields that are not given stay as they are; `null` empties one.
         */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/contacts/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person
         * @description For good: from contacts, sign-ins, mails, timelines, audit and payloads. A hash of the address stays, so that nobody mails it again.
         */
        post: operations["eraseContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import contacts from CSV
         * @description Created, or updated when the primary e-mail is known. Rows with errors are left out, the others imported. `dryRun=true` answers the same and writes nothing.
         */
        post: operations["importContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/diagnosis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say why somebody cannot get in
         * @description A read; POST keeps a code out of addresses and logs. Findings come in the order in which to mend them.
         */
        post: operations["diagnoseAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail of invitations: what is sent, the draft, every version */
        get: operations["getEmailTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-template/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the draft from now on
         * @description 400 names each problem by language, part and line (`en.body:3`): unknown merge fields, broken MJML, no `redeem_url`.
         */
        post: operations["activateEmailTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-template/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Discard the draft */
        delete: operations["deleteEmailTemplateDraft"];
        options?: never;
        head?: never;
        /** Save the draft; what is sent stays as it is */
        patch: operations["updateEmailTemplateDraft"];
        trace?: never;
    };
    "/email-template/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How it would look for somebody; a read */
        post: operations["previewEmailTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-template/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an earlier version the draft */
        post: operations["restoreEmailTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-template/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail the preview to an address */
        post: operations["sendTestEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List e-mails */
        get: operations["listEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{emailId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an e-mail with its text
         * @description Codes and links in it are masked, except while mails go to the outbox.
         */
        get: operations["getEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{emailId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again to one contact
         * @description To a mended address if one is given, which the contact keeps. The code stays the one it was unless `code` is `new`.
         */
        post: operations["resendEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List grants: which contact has which web role, from where, until when */
        get: operations["listGrants"];
        put?: never;
        /** Give a contact a web role by hand */
        post: operations["createGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change when a grant ends */
        patch: operations["updateGrant"];
        trace?: never;
    };
    "/grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a grant back
         * @description That one alone: what else gives the same role goes on. 409 when it is taken back already.
         */
        post: operations["revokeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List identity providers */
        get: operations["listIdentityProviders"];
        put?: never;
        /** Create an identity provider */
        post: operations["createIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity-providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an identity provider */
        get: operations["getIdentityProvider"];
        put?: never;
        post?: never;
        /**
         * Delete an identity provider
         * @description Only a provider that no invitation asks for; otherwise 409.
         */
        delete: operations["deleteIdentityProvider"];
        options?: never;
        head?: never;
        /**
         * Change an identity provider
         * @description Fields that are not given stay as they are. A secret is written, never read.
         */
        patch: operations["updateIdentityProvider"];
        trace?: never;
    };
    "/invitation-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what invitees ask for: new links, and what is not for them */
        get: operations["listInvitationRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation-requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a new link
         * @description It is mailed to the contact whom the invitation was made for, and to nobody else.
         */
        post: operations["approveInvitationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation-requests/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give no new link, or note what was told */
        post: operations["closeInvitationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List templates of invitations */
        get: operations["listInvitationTemplates"];
        put?: never;
        /**
         * Save an invitation as a template
         * @description Without its contacts and its code. Replaces the template of that name.
         */
        post: operations["saveInvitationTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitation-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a template */
        get: operations["getInvitationTemplate"];
        put?: never;
        post?: never;
        /** Delete a template */
        delete: operations["deleteInvitationTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invitations */
        get: operations["listInvitations"];
        put?: never;
        /** Create an invitation */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an invitation */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        /**
         * Delete an invitation
         * @description Only one that was never sent nor redeemed; otherwise 409: deactivate it.
         */
        delete: operations["deleteInvitation"];
        options?: never;
        head?: never;
        /**
         * Change an invitation
         * @description Fields that are not given stay as they are; `null` empties one. The type is fixed. `code: null` makes a new code.
         */
        patch: operations["updateInvitation"];
        trace?: never;
    };
    "/invitations/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Activate an invitation again */
        post: operations["activateInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate an invitation
         * @description Nobody can redeem it from the moment this is answered.
         */
        post: operations["deactivateInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend an invitation by some days
         * @description From its own last day on, or from today where that has passed.
         */
        post: operations["extendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite one more contact to a Group */
        post: operations["inviteContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/reveal-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the code
         * @description Goes on the record: on the timeline of the invitation and in the audit log.
         */
        post: operations["revealInvitationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/uninvite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one contact out of those who are invited */
        post: operations["uninviteContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{invitationId}/effects/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what redeeming it would do for a contact */
        get: operations["explainEffect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{invitationId}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the invited contacts */
        get: operations["listInvitationRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create one Single invitation a contact
         * @description All or none, for up to 5,000 contacts. Codes are mailed, or revealed one by one.
         */
        post: operations["createInvitationsInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mail-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Caps and quiet hours, and whether mails leave */
        get: operations["getMailSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change caps and quiet hours */
        patch: operations["updateMailSettings"];
        trace?: never;
    };
    "/oidc-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sign-in applications */
        get: operations["listOidcClients"];
        put?: never;
        /**
         * Create a sign-in application
         * @description Its people sign in through the edge, by OpenID Connect.
         */
        post: operations["createOidcClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oidc-clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a sign-in application */
        get: operations["getOidcClient"];
        put?: never;
        post?: never;
        /**
         * Delete a sign-in application
         * @description Everything that it was given ends at once.
         */
        delete: operations["deleteOidcClient"];
        options?: never;
        head?: never;
        /**
         * Change a sign-in application
         * @description Fields that are not given stay as they are; `null` empties one.
         */
        patch: operations["updateOidcClient"];
        trace?: never;
    };
    "/oidc-clients/{id}/renew-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a sign-in application a new secret
         * @description The old one stops at once.
         */
        post: operations["renewOidcClientSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oidc-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign tokens with a new key
         * @description Published at once, signs ten minutes later; the old one stays published for a week. Happens by itself every 90 days.
         */
        post: operations["rotateOidcKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List redemptions */
        get: operations["listRedemptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a redemption and what undoing it would do */
        get: operations["getRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/redemptions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a redemption
         * @description Takes back exactly what it gave, frees its seat, unlinks the sign-in it bound, and tells the invitee by mail. 409 when it is undone already.
         */
        post: operations["undoRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push a website’s people and web roles to it
         * @description By SCIM 2.0: who has a web role becomes a User, each web role a Group. What changes is sent within seconds; who has no web role any more is deleted there.
         */
        post: operations["createScimTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scim-targets/{websiteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell where a website’s people are pushed, and the newest requests */
        get: operations["getScimTarget"];
        put?: never;
        post?: never;
        /**
         * Push a website’s people no more
         * @description What is there stays there.
         */
        delete: operations["deleteScimTarget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sends */
        get: operations["listSends"];
        put?: never;
        /**
         * Send invitations
         * @description Who is mailed is decided now; the mails leave in the background, to primary addresses alone.
         */
        post: operations["sendInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sends/{sendId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a send has come */
        get: operations["getSend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sends/{sendId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a send
         * @description Mails that wait are never sent.
         */
        post: operations["cancelSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sends/{sendId}/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was left out of a send */
        get: operations["listSendExclusions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sends/{sendId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a send
         * @description Mails that wait stay until it is resumed.
         */
        post: operations["pauseSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sends/{sendId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a send
         * @description Mails that wait go on their way.
         */
        post: operations["resumeSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List staff users */
        get: operations["listStaff"];
        put?: never;
        /**
         * Add a staff user, who is mailed a one-time link
         * @description For owners, which no key is: 403.
         */
        post: operations["inviteStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a staff user */
        get: operations["getStaffUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, role or ceiling of a staff user
         * @description For owners, which no key is: 403.
         */
        patch: operations["updateStaff"];
        trace?: never;
    };
    "/staff/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a staff user sign in again */
        post: operations["activateStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deactivate a staff user: their sessions and keys end at once */
        post: operations["deactivateStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/remove-two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove the two-factor of who lost their telephone */
        post: operations["removeStaffTwoFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{id}/send-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a staff user another one-time link */
        post: operations["sendStaffLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List addresses that are not mailed invitations */
        get: operations["listSuppressions"];
        put?: never;
        /** Stop invitations to an address */
        post: operations["createSuppression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a suppression */
        get: operations["getSuppression"];
        put?: never;
        post?: never;
        /**
         * Allow invitations to an address again
         * @description Not where its owner unsubscribed or complained: 409.
         */
        delete: operations["deleteSuppression"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bulk changes */
        get: operations["listTasks"];
        put?: never;
        /**
         * Change many rows
         * @description Rows are named by their ids, or are all that a list shows with a search and filters. The change is made in the background.
         */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how far a bulk change has come */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a bulk change */
        post: operations["cancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a bulk change
         * @description As far as nothing has happened since: what was created and used stays.
         */
        post: operations["undoTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/web-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List web roles */
        get: operations["listWebRoles"];
        put?: never;
        /** Create a web role */
        post: operations["createWebRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/web-roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a web role */
        get: operations["getWebRole"];
        put?: never;
        post?: never;
        /**
         * Delete a web role
         * @description Only a web role that nothing gives and nobody has; otherwise 409.
         */
        delete: operations["deleteWebRole"];
        options?: never;
        head?: never;
        /**
         * Change a web role
         * @description Fields that are not given stay as they are; `null` empties one.
         */
        patch: operations["updateWebRole"];
        trace?: never;
    };
    "/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages to webhooks */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a message with its attempts */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description Under the same id, by which the receiver knows it.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhook endpoints */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description Messages are signed as Standard Webhooks has it. The answer tells the secret, this once.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a webhook endpoint */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description With its log; 409 while an activated workflow calls it.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint
         * @description Fields that are not given stay as they are; `null` empties one.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret
         * @description The old one signs along for 24 hours.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List websites */
        get: operations["listWebsites"];
        put?: never;
        /** Create a website */
        post: operations["createWebsite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/websites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a website */
        get: operations["getWebsite"];
        put?: never;
        post?: never;
        /**
         * Delete a website
         * @description Only a website that nothing uses, and never the last; otherwise 409.
         */
        delete: operations["deleteWebsite"];
        options?: never;
        head?: never;
        /**
         * Change a website
         * @description Fields that are not given stay as they are; `null` empties one.
         */
        patch: operations["updateWebsite"];
        trace?: never;
    };
    "/websites/{websiteId}/sign-in-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how people sign in on a website */
        get: operations["getSignInSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how people sign in on a website
         * @description Settings that are not given stay as they are. They hold from the next request on.
         */
        patch: operations["updateSignInSettings"];
        trace?: never;
    };
    "/workflow-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List runs of workflows */
        get: operations["listWorkflowRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow-runs/{workflowRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a run with its steps */
        get: operations["getWorkflowRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow-runs/{workflowRunId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or decline what a run asks */
        post: operations["decideApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow-runs/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End runs that have not ended */
        post: operations["cancelWorkflowRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow-runs/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin ended runs once more
         * @description From the first step, in the version that is active now: what they did is done again.
         */
        post: operations["replayWorkflowRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflow-runs/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let stuck runs go on with the step that failed */
        post: operations["retryWorkflowRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List workflows */
        get: operations["listWorkflows"];
        put?: never;
        /**
         * Create a workflow as a draft
         * @description Also the way to import one. The JSON Schema of `definition` is at `workflow-definition.schema.json`.
         */
        post: operations["createWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a workflow */
        get: operations["getWorkflow"];
        put?: never;
        post?: never;
        /**
         * Delete a workflow
         * @description Only one that never ran and that nothing names; otherwise 409.
         */
        delete: operations["deleteWorkflow"];
        options?: never;
        head?: never;
        /**
         * Change a workflow
         * @description A definition becomes the draft; what is activated runs on until the draft is activated.
         */
        patch: operations["updateWorkflow"];
        trace?: never;
    };
    "/workflows/{workflowId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a workflow, or its draft
         * @description Its definition is checked first: `errors` name what is to be mended.
         */
        post: operations["activateWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{workflowId}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a workflow
         * @description While Send Invitation is deactivated, nothing is sent.
         */
        post: operations["deactivateWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{workflowId}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what each step would do for a contact
         * @description Nothing is done. Webhooks are taken to answer 200, approvals to be given, events to happen.
         */
        post: operations["dryRunWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{workflowId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a workflow on demand
         * @description A run for each contact, and for each contact whom the invitations invite.
         */
        post: operations["startWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Problem details, RFC 9457. */
        Problem: {
            /** @enum {string} */
            code: "not_signed_in" | "forbidden" | "not_found" | "conflict" | "invalid_request" | "too_many_attempts" | "unavailable" | "internal_error";
            /** @description What happened, and what to do next. */
            detail: string;
            /** @description Field by field, what to change. */
            errors?: {
                message: string;
                path: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        WorkflowStep: {
            body: string;
            /** @default null */
            from: string | null;
            key: string;
            /** @constant */
            kind: "send_email";
            /** @default  */
            preheader: string;
            /** @default null */
            replyTo: string | null;
            subject: string;
        } | {
            fields: {
                [key: string]: string;
            };
            key: string;
            /** @constant */
            kind: "update_contact";
        } | {
            fields: {
                [key: string]: string;
            };
            key: string;
            /** @constant */
            kind: "update_account";
        } | {
            key: string;
            /** @constant */
            kind: "add_web_role";
            /** @default null */
            lasts: {
                amount: number;
                /** @enum {string} */
                unit: "seconds" | "minutes" | "hours" | "days" | "weeks";
            } | null;
            webRoleId: string;
        } | {
            key: string;
            /** @constant */
            kind: "remove_web_role";
            webRoleId: string;
        } | {
            /** @default true */
            assignContact: boolean;
            /** @default  */
            email: string;
            key: string;
            /** @constant */
            kind: "create_account";
            name: string;
            /** @default  */
            number: string;
            /** @default true */
            reuseByName: boolean;
            /** @default  */
            websiteUrl: string;
        } | {
            key: string;
            /** @constant */
            kind: "add_tag";
            tag: string;
        } | {
            endpointId: string;
            /** @default workflow.step */
            eventType: string;
            /** @default {} */
            fields: {
                [key: string]: string;
            };
            key: string;
            /** @constant */
            kind: "call_webhook";
        } | {
            duration: {
                amount: number;
                /** @enum {string} */
                unit: "seconds" | "minutes" | "hours" | "days" | "weeks";
            };
            key: string;
            /** @constant */
            kind: "wait_duration";
        } | {
            date: string;
            key: string;
            /** @constant */
            kind: "wait_until";
        } | {
            /** @enum {string} */
            event: "contact.updated" | "invitation.sent" | "invitation.delivered" | "invitation.bounced" | "invitation.expired" | "invitation.deactivated" | "redemption.created" | "redemption.undone" | "grant.added" | "grant.removed";
            key: string;
            /** @constant */
            kind: "wait_for_event";
            timeout: {
                amount: number;
                /** @enum {string} */
                unit: "seconds" | "minutes" | "hours" | "days" | "weeks";
            };
        } | {
            key: string;
            /** @constant */
            kind: "ask_approval";
            question: string;
            timeout: {
                amount: number;
                /** @enum {string} */
                unit: "seconds" | "minutes" | "hours" | "days" | "weeks";
            };
        } | {
            key: string;
            /** @constant */
            kind: "stop";
            /** @default  */
            reason: string;
        } | {
            key: string;
            /** @constant */
            kind: "start_workflow";
            workflowId: string;
        } | {
            condition: string;
            /** @default [] */
            else: components["schemas"]["WorkflowStep"][];
            key: string;
            /** @constant */
            kind: "branch";
            /** @default [] */
            then: components["schemas"]["WorkflowStep"][];
        };
    };
    responses: {
        /** @description Conflict */
        conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request cannot be read */
        invalid_request: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid API key */
        not_signed_in: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        too_many_attempts: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Temporarily unavailable */
        unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "number" | "-number" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            contactCount: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            email: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            number: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            websiteUrl: string | null;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Contoso Ltd"
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    email?: string | null;
                    name: string;
                    /** @default null */
                    number?: string | null;
                    /** @default null */
                    websiteUrl?: string | null;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contactCount: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        email: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        number: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        websiteUrl: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contactCount: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        email: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        number: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        websiteUrl: string | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string | null;
                    name?: string;
                    number?: string | null;
                    websiteUrl?: string | null;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contactCount: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        email: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        number: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        websiteUrl: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listActivities: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                invitationId?: string;
                limit?: number;
                search?: string;
                sort?: "occurredAt" | "-occurredAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            contactId: string | null;
                            contactName: string | null;
                            data: {
                                [key: string]: unknown;
                            };
                            /** @description A UUID. */
                            id: string;
                            invitationId: string | null;
                            invitationName: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            occurredAt: string;
                            subject: string;
                            type: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "lastUsedAt" | "-lastUsedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            expiresAt: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            /** @description How the key begins, to tell keys apart. */
                            prefix: string;
                            revokedAt: string | null;
                            role: string;
                            scopes: string[] | null;
                            /** @description A UUID. */
                            staffUserId: string;
                            staffUserName: string;
                            websiteId: string | null;
                            websiteName: string | null;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Nightly import",
                 *       "role": "inviter",
                 *       "scopes": [
                 *         "contacts:write"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    expiresAt?: string | null;
                    name: string;
                    /** @enum {string} */
                    role: "admin" | "inviter" | "viewer";
                    /** @default null */
                    scopes?: string[] | null;
                    /** @default null */
                    websiteId?: string | null;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        expiresAt: string | null;
                        /** @description A UUID. */
                        id: string;
                        /** @description Shown this once. */
                        key: string;
                        lastUsedAt: string | null;
                        name: string;
                        /** @description How the key begins, to tell keys apart. */
                        prefix: string;
                        revokedAt: string | null;
                        role: string;
                        scopes: string[] | null;
                        /** @description A UUID. */
                        staffUserId: string;
                        staffUserName: string;
                        websiteId: string | null;
                        websiteName: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        expiresAt: string | null;
                        /** @description A UUID. */
                        id: string;
                        lastUsedAt: string | null;
                        name: string;
                        /** @description How the key begins, to tell keys apart. */
                        prefix: string;
                        revokedAt: string | null;
                        role: string;
                        scopes: string[] | null;
                        /** @description A UUID. */
                        staffUserId: string;
                        staffUserName: string;
                        websiteId: string | null;
                        websiteName: string | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        expiresAt: string | null;
                        /** @description A UUID. */
                        id: string;
                        lastUsedAt: string | null;
                        name: string;
                        /** @description How the key begins, to tell keys apart. */
                        prefix: string;
                        revokedAt: string | null;
                        role: string;
                        scopes: string[] | null;
                        /** @description A UUID. */
                        staffUserId: string;
                        staffUserName: string;
                        websiteId: string | null;
                        websiteName: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                action?: string;
                actorId?: string;
                cursor?: string;
                entityId?: string;
                entityType?: string;
                from?: string;
                limit?: number;
                search?: string;
                sort?: "occurredAt" | "-occurredAt";
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            action: string;
                            actorId: string | null;
                            actorKind: string;
                            actorName: string;
                            after: {
                                [key: string]: unknown;
                            } | null;
                            before: {
                                [key: string]: unknown;
                            } | null;
                            /** @description A UUID. */
                            entityId: string;
                            entityName: string | null;
                            entityType: string;
                            /** @description A UUID. */
                            id: string;
                            ipAddress: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            occurredAt: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                accountId?: string;
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "email" | "-email" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                webRoleId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            accountId: string | null;
                            accountName: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            /** @description The primary e-mail: the only one that is ever mailed. */
                            email: string | null;
                            email2: string | null;
                            email3: string | null;
                            /** @description When the person was erased; what stays names nobody. */
                            erasedAt: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                            locale: string | null;
                            timeZone: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            webRoleCount: number;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Amélie",
                 *       "lastName": "Dubois",
                 *       "email": "amelie@contoso.example",
                 *       "locale": "fr-FR"
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    accountId?: string | null;
                    /** @default null */
                    email?: string | null;
                    /** @default null */
                    email2?: string | null;
                    /** @default null */
                    email3?: string | null;
                    /** @default null */
                    firstName?: string | null;
                    /** @default null */
                    lastName?: string | null;
                    /** @default null */
                    locale?: string | null;
                    /** @default null */
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        accountId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description The primary e-mail: the only one that is ever mailed. */
                        email: string | null;
                        email2: string | null;
                        email3: string | null;
                        /** @description When the person was erased; what stays names nobody. */
                        erasedAt: string | null;
                        firstName: string | null;
                        /** @description A UUID. */
                        id: string;
                        lastName: string | null;
                        locale: string | null;
                        timeZone: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoles: {
                            endsAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            grantedAt: string;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    unlockSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A UUID. */
                        contactId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        accountId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description The primary e-mail: the only one that is ever mailed. */
                        email: string | null;
                        email2: string | null;
                        email3: string | null;
                        /** @description When the person was erased; what stays names nobody. */
                        erasedAt: string | null;
                        firstName: string | null;
                        /** @description A UUID. */
                        id: string;
                        lastName: string | null;
                        locale: string | null;
                        timeZone: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoles: {
                            endsAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            grantedAt: string;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId?: string | null;
                    email?: string | null;
                    email2?: string | null;
                    email3?: string | null;
                    firstName?: string | null;
                    lastName?: string | null;
                    locale?: string | null;
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        accountId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description The primary e-mail: the only one that is ever mailed. */
                        email: string | null;
                        email2: string | null;
                        email3: string | null;
                        /** @description When the person was erased; what stays names nobody. */
                        erasedAt: string | null;
                        firstName: string | null;
                        /** @description A UUID. */
                        id: string;
                        lastName: string | null;
                        locale: string | null;
                        timeZone: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoles: {
                            endsAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            grantedAt: string;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    eraseContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The primary e-mail of the contact, or its name where it has none. */
                    confirmation: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A UUID. */
                        id: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    importContacts: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created: number;
                        errors: {
                            column: string | null;
                            message: string;
                            row: number;
                        }[];
                        ignoredColumns: string[];
                        /** @description Already as the file has them. */
                        skipped: number;
                        updated: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    diagnoseAccess: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Instead of their address. */
                    contactId?: string;
                    /** @description Instead of its link or code. */
                    invitationId?: string;
                    /**
                     * @description An e-mail address, a link or a code; or an address together with a link or a code. It is not kept.
                     * @default
                     */
                    question?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            email: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        findings: {
                            /** @description What can be done about it: `activate`, `extend`, `send`, … with the ids it concerns. */
                            fix: {
                                kind: string;
                            } | null;
                            /** @enum {string} */
                            severity: "problem" | "caution" | "fine";
                            text: string;
                        }[];
                        invitations: {
                            findings: {
                                /** @description What can be done about it: `activate`, `extend`, `send`, … with the ids it concerns. */
                                fix: {
                                    kind: string;
                                } | null;
                                /** @enum {string} */
                                severity: "problem" | "caution" | "fine";
                                text: string;
                            }[];
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            websiteName: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getEmailTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        /** @description What is sent. */
                        active: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        };
                        /** @description null: the mail that Usher brings. */
                        activeVersion: number | null;
                        draft: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        } | null;
                        draftUpdatedAt: string | null;
                        /** @description false while the Send Invitation workflow is deactivated. */
                        isSending: boolean;
                        versions: {
                            content: {
                                /** @default [] */
                                bcc: string[];
                                /** @default [] */
                                cc: string[];
                                defaultLanguage: string;
                                from: string | null;
                                languages: {
                                    [key: string]: {
                                        blocks: ({
                                            /** @constant */
                                            kind: "heading";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "text";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "message";
                                        } | {
                                            /** @constant */
                                            kind: "gains";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "button";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "code";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "expiry";
                                            never: string;
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "link";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "footer";
                                            text: string;
                                        })[];
                                        preheader: string;
                                        source: string | null;
                                        subject: string;
                                    };
                                };
                                replyTo: string | null;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdByName: string | null;
                            /** @description A UUID. */
                            id: string;
                            isActive: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    activateEmailTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        /** @description What is sent. */
                        active: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        };
                        /** @description null: the mail that Usher brings. */
                        activeVersion: number | null;
                        draft: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        } | null;
                        draftUpdatedAt: string | null;
                        /** @description false while the Send Invitation workflow is deactivated. */
                        isSending: boolean;
                        versions: {
                            content: {
                                /** @default [] */
                                bcc: string[];
                                /** @default [] */
                                cc: string[];
                                defaultLanguage: string;
                                from: string | null;
                                languages: {
                                    [key: string]: {
                                        blocks: ({
                                            /** @constant */
                                            kind: "heading";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "text";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "message";
                                        } | {
                                            /** @constant */
                                            kind: "gains";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "button";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "code";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "expiry";
                                            never: string;
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "link";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "footer";
                                            text: string;
                                        })[];
                                        preheader: string;
                                        source: string | null;
                                        subject: string;
                                    };
                                };
                                replyTo: string | null;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdByName: string | null;
                            /** @description A UUID. */
                            id: string;
                            isActive: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteEmailTemplateDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        /** @description What is sent. */
                        active: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        };
                        /** @description null: the mail that Usher brings. */
                        activeVersion: number | null;
                        draft: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        } | null;
                        draftUpdatedAt: string | null;
                        /** @description false while the Send Invitation workflow is deactivated. */
                        isSending: boolean;
                        versions: {
                            content: {
                                /** @default [] */
                                bcc: string[];
                                /** @default [] */
                                cc: string[];
                                defaultLanguage: string;
                                from: string | null;
                                languages: {
                                    [key: string]: {
                                        blocks: ({
                                            /** @constant */
                                            kind: "heading";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "text";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "message";
                                        } | {
                                            /** @constant */
                                            kind: "gains";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "button";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "code";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "expiry";
                                            never: string;
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "link";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "footer";
                                            text: string;
                                        })[];
                                        preheader: string;
                                        source: string | null;
                                        subject: string;
                                    };
                                };
                                replyTo: string | null;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdByName: string | null;
                            /** @description A UUID. */
                            id: string;
                            isActive: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateEmailTemplateDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    content: {
                        /** @default [] */
                        bcc?: string[];
                        /** @default [] */
                        cc?: string[];
                        defaultLanguage: string;
                        from: string | null;
                        languages: {
                            [key: string]: {
                                blocks: ({
                                    /** @constant */
                                    kind: "heading";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "message";
                                } | {
                                    /** @constant */
                                    kind: "gains";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "button";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "code";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "expiry";
                                    never: string;
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "link";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "footer";
                                    text: string;
                                })[];
                                preheader: string;
                                source: string | null;
                                subject: string;
                            };
                        };
                        replyTo: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        /** @description What is sent. */
                        active: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        };
                        /** @description null: the mail that Usher brings. */
                        activeVersion: number | null;
                        draft: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        } | null;
                        draftUpdatedAt: string | null;
                        /** @description false while the Send Invitation workflow is deactivated. */
                        isSending: boolean;
                        versions: {
                            content: {
                                /** @default [] */
                                bcc: string[];
                                /** @default [] */
                                cc: string[];
                                defaultLanguage: string;
                                from: string | null;
                                languages: {
                                    [key: string]: {
                                        blocks: ({
                                            /** @constant */
                                            kind: "heading";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "text";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "message";
                                        } | {
                                            /** @constant */
                                            kind: "gains";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "button";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "code";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "expiry";
                                            never: string;
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "link";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "footer";
                                            text: string;
                                        })[];
                                        preheader: string;
                                        source: string | null;
                                        subject: string;
                                    };
                                };
                                replyTo: string | null;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdByName: string | null;
                            /** @description A UUID. */
                            id: string;
                            isActive: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    previewEmailTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    contactId?: string | null;
                    content: {
                        /** @default [] */
                        bcc?: string[];
                        /** @default [] */
                        cc?: string[];
                        defaultLanguage: string;
                        from: string | null;
                        languages: {
                            [key: string]: {
                                blocks: ({
                                    /** @constant */
                                    kind: "heading";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "message";
                                } | {
                                    /** @constant */
                                    kind: "gains";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "button";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "code";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "expiry";
                                    never: string;
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "link";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "footer";
                                    text: string;
                                })[];
                                preheader: string;
                                source: string | null;
                                subject: string;
                            };
                        };
                        replyTo: string | null;
                    };
                    language?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        language: string;
                        mail: {
                            html: string;
                            subject: string;
                            text: string;
                        } | null;
                        problems: {
                            language: string;
                            line: number | null;
                            message: string;
                            part: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    restoreEmailTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        /** @description What is sent. */
                        active: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        };
                        /** @description null: the mail that Usher brings. */
                        activeVersion: number | null;
                        draft: {
                            /** @default [] */
                            bcc: string[];
                            /** @default [] */
                            cc: string[];
                            defaultLanguage: string;
                            from: string | null;
                            languages: {
                                [key: string]: {
                                    blocks: ({
                                        /** @constant */
                                        kind: "heading";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "text";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "message";
                                    } | {
                                        /** @constant */
                                        kind: "gains";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "button";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "code";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "expiry";
                                        never: string;
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "link";
                                        text: string;
                                    } | {
                                        /** @constant */
                                        kind: "footer";
                                        text: string;
                                    })[];
                                    preheader: string;
                                    source: string | null;
                                    subject: string;
                                };
                            };
                            replyTo: string | null;
                        } | null;
                        draftUpdatedAt: string | null;
                        /** @description false while the Send Invitation workflow is deactivated. */
                        isSending: boolean;
                        versions: {
                            content: {
                                /** @default [] */
                                bcc: string[];
                                /** @default [] */
                                cc: string[];
                                defaultLanguage: string;
                                from: string | null;
                                languages: {
                                    [key: string]: {
                                        blocks: ({
                                            /** @constant */
                                            kind: "heading";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "text";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "message";
                                        } | {
                                            /** @constant */
                                            kind: "gains";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "button";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "code";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "expiry";
                                            never: string;
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "link";
                                            text: string;
                                        } | {
                                            /** @constant */
                                            kind: "footer";
                                            text: string;
                                        })[];
                                        preheader: string;
                                        source: string | null;
                                        subject: string;
                                    };
                                };
                                replyTo: string | null;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdByName: string | null;
                            /** @description A UUID. */
                            id: string;
                            isActive: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    sendTestEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /** @default null */
                    contactId?: string | null;
                    content: {
                        /** @default [] */
                        bcc?: string[];
                        /** @default [] */
                        cc?: string[];
                        defaultLanguage: string;
                        from: string | null;
                        languages: {
                            [key: string]: {
                                blocks: ({
                                    /** @constant */
                                    kind: "heading";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "text";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "message";
                                } | {
                                    /** @constant */
                                    kind: "gains";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "button";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "code";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "expiry";
                                    never: string;
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "link";
                                    text: string;
                                } | {
                                    /** @constant */
                                    kind: "footer";
                                    text: string;
                                })[];
                                preheader: string;
                                source: string | null;
                                subject: string;
                            };
                        };
                        replyTo: string | null;
                    };
                    language?: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A UUID. */
                        emailId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listEmails: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                invitationId?: string;
                kind?: "invitation" | "email_code" | "password_reset" | "workflow" | "test" | "redemption_undone" | "staff_link";
                limit?: number;
                search?: string;
                sendId?: string;
                sort?: "createdAt" | "-createdAt";
                status?: "queued" | "sending" | "sent" | "delivered" | "opened" | "bounced" | "complained" | "suppressed" | "failed" | "not_sent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            attemptedAt: string | null;
                            contactFirstName: string | null;
                            contactId: string | null;
                            contactLastName: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            deliveredAt: string | null;
                            /** @description Why it failed, was not sent, or waits. */
                            error: string | null;
                            failedAt: string | null;
                            /** @description A UUID. */
                            id: string;
                            invitationId: string | null;
                            invitationName: string | null;
                            kind: string;
                            openedAt: string | null;
                            sendId: string | null;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "queued" | "sending" | "sent" | "delivered" | "opened" | "bounced" | "complained" | "suppressed" | "failed" | "not_sent";
                            subject: string | null;
                            toAddress: string | null;
                            transport: string | null;
                            websiteId: string | null;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                emailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attemptedAt: string | null;
                        contactFirstName: string | null;
                        contactId: string | null;
                        contactLastName: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deliveredAt: string | null;
                        /** @description Why it failed, was not sent, or waits. */
                        error: string | null;
                        events: {
                            detail: string | null;
                            isMachine: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            occurredAt: string;
                            /** @enum {string} */
                            type: "queued" | "sending" | "sent" | "delivered" | "opened" | "bounced" | "complained" | "suppressed" | "failed" | "not_sent";
                        }[];
                        failedAt: string | null;
                        fromAddress: string | null;
                        /** @description Why codes and links that are kept are not shown. */
                        hiddenReason: string | null;
                        html: string | null;
                        /** @description A UUID. */
                        id: string;
                        invitationId: string | null;
                        invitationName: string | null;
                        /** @description Codes and links in the text are masked. */
                        isMasked: boolean;
                        kind: string;
                        openedAt: string | null;
                        providerErrorCode: number | null;
                        providerMessageId: string | null;
                        replyTo: string | null;
                        sendId: string | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "queued" | "sending" | "sent" | "delivered" | "opened" | "bounced" | "complained" | "suppressed" | "failed" | "not_sent";
                        subject: string | null;
                        text: string | null;
                        toAddress: string | null;
                        transport: string | null;
                        websiteId: string | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    resendEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                emailId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    /**
                     * @default keep
                     * @enum {string}
                     */
                    code?: "keep" | "new";
                };
            };
        };
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        excluded: {
                            contactId: string | null;
                            /** @description A UUID. */
                            invitationId: string;
                            /** @enum {string} */
                            reason: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                        }[];
                        /** @description A UUID. */
                        id: string;
                        planned: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listGrants: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                limit?: number;
                sort?: "grantedAt" | "-grantedAt" | "webRoleName" | "-webRoleName";
                state?: "active" | "ended" | "revoked";
                webRoleId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            contact: {
                                email: string | null;
                                firstName: string | null;
                                /** @description A UUID. */
                                id: string;
                                lastName: string | null;
                            };
                            endsAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            grantedAt: string;
                            grantedBy: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            } | null;
                            /** @description A UUID. */
                            id: string;
                            /** @description What gave it; null: staff did, by hand. */
                            redemption: {
                                /** @description A UUID. */
                                id: string;
                                invitation: {
                                    /** @description A UUID. */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            revokedAt: string | null;
                            revokedBy: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            state: "active" | "ended" | "revoked";
                            webRole: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            website: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contactId: string;
                    /** @default null */
                    endsAt?: string | null;
                    webRoleId: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                        };
                        endsAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        grantedAt: string;
                        grantedBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        /** @description What gave it; null: staff did, by hand. */
                        redemption: {
                            /** @description A UUID. */
                            id: string;
                            invitation: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        } | null;
                        revokedAt: string | null;
                        revokedBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /** @enum {string} */
                        state: "active" | "ended" | "revoked";
                        webRole: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endsAt: string | null;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                        };
                        endsAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        grantedAt: string;
                        grantedBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        /** @description What gave it; null: staff did, by hand. */
                        redemption: {
                            /** @description A UUID. */
                            id: string;
                            invitation: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        } | null;
                        revokedAt: string | null;
                        revokedBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /** @enum {string} */
                        state: "active" | "ended" | "revoked";
                        webRole: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                        };
                        endsAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        grantedAt: string;
                        grantedBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        /** @description What gave it; null: staff did, by hand. */
                        redemption: {
                            /** @description A UUID. */
                            id: string;
                            invitation: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        } | null;
                        revokedAt: string | null;
                        revokedBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /** @enum {string} */
                        state: "active" | "ended" | "revoked";
                        webRole: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listIdentityProviders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                websiteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            /** @description To be registered at the provider, exactly so. */
                            callbackUrl: string;
                            clientId: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            hasSecret: boolean;
                            /** @description A UUID. */
                            id: string;
                            isEnabled: boolean;
                            issuer: string;
                            keyId: string | null;
                            name: string;
                            /** @enum {string} */
                            preset: "google" | "microsoft" | "github" | "apple" | "linkedin" | "openid";
                            teamId: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            vouchesForEmail: boolean;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createIdentityProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientId: string;
                    /** @default null */
                    clientSecret?: string | null;
                    /** @default true */
                    isEnabled?: boolean;
                    /** @default null */
                    issuer?: string | null;
                    /** @default null */
                    keyId?: string | null;
                    name: string;
                    /**
                     * @description `openid` is any provider of OpenID Connect. Cannot be changed later.
                     * @enum {string}
                     */
                    preset: "google" | "microsoft" | "github" | "apple" | "linkedin" | "openid";
                    /** @default null */
                    teamId?: string | null;
                    /**
                     * @description Whether an address that the provider says is verified is a proof here.
                     * @default true
                     */
                    vouchesForEmail?: boolean;
                    websiteId: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To be registered at the provider, exactly so. */
                        callbackUrl: string;
                        clientId: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        hasSecret: boolean;
                        /** @description A UUID. */
                        id: string;
                        isEnabled: boolean;
                        issuer: string;
                        keyId: string | null;
                        name: string;
                        /** @enum {string} */
                        preset: "google" | "microsoft" | "github" | "apple" | "linkedin" | "openid";
                        teamId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        vouchesForEmail: boolean;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To be registered at the provider, exactly so. */
                        callbackUrl: string;
                        clientId: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        hasSecret: boolean;
                        /** @description A UUID. */
                        id: string;
                        isEnabled: boolean;
                        issuer: string;
                        keyId: string | null;
                        name: string;
                        /** @enum {string} */
                        preset: "google" | "microsoft" | "github" | "apple" | "linkedin" | "openid";
                        teamId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        vouchesForEmail: boolean;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientId?: string;
                    clientSecret?: string | null;
                    isEnabled?: boolean;
                    issuer?: string | null;
                    keyId?: string | null;
                    name?: string;
                    teamId?: string | null;
                    /** @description Whether an address that the provider says is verified is a proof here. */
                    vouchesForEmail?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To be registered at the provider, exactly so. */
                        callbackUrl: string;
                        clientId: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        hasSecret: boolean;
                        /** @description A UUID. */
                        id: string;
                        isEnabled: boolean;
                        issuer: string;
                        keyId: string | null;
                        name: string;
                        /** @enum {string} */
                        preset: "google" | "microsoft" | "github" | "apple" | "linkedin" | "openid";
                        teamId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        vouchesForEmail: boolean;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listInvitationRequests: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                invitationId?: string;
                limit?: number;
                search?: string;
                sort?: "requestedAt" | "-requestedAt";
                view?: "mine" | "open" | "decided" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            contact: {
                                email: string | null;
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            decidedAt: string | null;
                            decidedByName: string | null;
                            /** @description null while it waits for an answer. */
                            decision: ("approved" | "refused" | "noted") | null;
                            /** @description A UUID. */
                            id: string;
                            invitation: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            kind: "new_link" | "declined" | "not_me";
                            newInvitationId: string | null;
                            owner: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            requestedAt: string;
                            website: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    approveInvitationRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            email: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        decidedAt: string | null;
                        decidedByName: string | null;
                        /** @description null while it waits for an answer. */
                        decision: ("approved" | "refused" | "noted") | null;
                        /** @description A UUID. */
                        id: string;
                        invitation: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        kind: "new_link" | "declined" | "not_me";
                        newInvitationId: string | null;
                        owner: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        requestedAt: string;
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    closeInvitationRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            email: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        decidedAt: string | null;
                        decidedByName: string | null;
                        /** @description null while it waits for an answer. */
                        decision: ("approved" | "refused" | "noted") | null;
                        /** @description A UUID. */
                        id: string;
                        invitation: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        kind: "new_link" | "declined" | "not_me";
                        newInvitationId: string | null;
                        owner: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        requestedAt: string;
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listInvitationTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            attributes: {
                                assignToAccountId: string | null;
                                emailDomains: string[];
                                expiresInDays: number | null;
                                grantLastsDays: number | null;
                                maximumRedemptions: number | null;
                                message: string | null;
                                /** @enum {string} */
                                redeemableBy: "invited" | "anyone" | "domains";
                                redemptionWorkflowId: string | null;
                                /** @enum {string} */
                                type: "single" | "group";
                                webRoleIds: string[];
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdBy: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            website: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    saveInvitationTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The invitation that it is made after. */
                    invitationId: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            assignToAccountId: string | null;
                            emailDomains: string[];
                            expiresInDays: number | null;
                            grantLastsDays: number | null;
                            maximumRedemptions: number | null;
                            message: string | null;
                            /** @enum {string} */
                            redeemableBy: "invited" | "anyone" | "domains";
                            redemptionWorkflowId: string | null;
                            /** @enum {string} */
                            type: "single" | "group";
                            webRoleIds: string[];
                        };
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getInvitationTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            assignToAccountId: string | null;
                            emailDomains: string[];
                            expiresInDays: number | null;
                            grantLastsDays: number | null;
                            maximumRedemptions: number | null;
                            message: string | null;
                            /** @enum {string} */
                            redeemableBy: "invited" | "anyone" | "domains";
                            redemptionWorkflowId: string | null;
                            /** @enum {string} */
                            type: "single" | "group";
                            webRoleIds: string[];
                        };
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteInvitationTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                limit?: number;
                ownerId?: string;
                search?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "expiresAt" | "-expiresAt" | "sentAt" | "-sentAt" | "redemptionCount" | "-redemptionCount";
                view?: "new" | "open" | "completed" | "inactive" | "expired" | "all";
                websiteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            all: number;
                            completed: number;
                            expired: number;
                            inactive: number;
                            new: number;
                            open: number;
                        } | null;
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            assignToAccountId: string | null;
                            /** @enum {string} */
                            codeKind: "generated" | "chosen";
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            deactivatedAt: string | null;
                            emailDomains: string[];
                            expiresAt: string | null;
                            /** @description A UUID. */
                            id: string;
                            identityProviderId: string | null;
                            inviterContactId: string | null;
                            isExpired: boolean;
                            /** @description null: no limit. */
                            maximumRedemptions: number | null;
                            message: string | null;
                            name: string;
                            owner: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            /** @description A UUID. */
                            ownerId: string;
                            recipientCount: number;
                            /** @description The first three. */
                            recipients: {
                                email: string | null;
                                firstName: string | null;
                                /** @description A UUID. */
                                id: string;
                                lastName: string | null;
                            }[];
                            /** @enum {string} */
                            redeemableBy: "invited" | "anyone" | "domains";
                            redemptionCount: number;
                            redemptionWorkflowId: string | null;
                            /** @description null: no limit. */
                            seatsLeft: number | null;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "new" | "sent" | "redeemed" | "inactive";
                            /** @enum {string} */
                            type: "single" | "group";
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            webRoles: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            }[];
                            website: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            /** @description A UUID. */
                            websiteId: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring partners",
                 *       "type": "group",
                 *       "maximumRedemptions": 20
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    assignToAccountId?: string | null;
                    /**
                     * @description A code of your own, for a Group; generated unless given.
                     * @default null
                     */
                    code?: string | null;
                    /**
                     * @description Such as contoso.com, which does not admit eu.contoso.com.
                     * @default []
                     */
                    emailDomains?: string[];
                    /**
                     * @description `2027-03-31`, to the end of that day, or `2027-03-31T17:00`, both in the time zone of the website; or an instant.
                     * @default null
                     */
                    expiresAt?: string | null;
                    /** @default null */
                    grantEndsAt?: string | null;
                    /**
                     * @description Or: how many days after the redemption they end. Not together with `grantEndsAt`.
                     * @default null
                     */
                    grantLastsDays?: number | null;
                    /** @default null */
                    identityProviderId?: string | null;
                    /**
                     * @description Exactly one for a Single.
                     * @default []
                     */
                    invitedContactIds?: string[];
                    /** @default null */
                    inviterContactId?: string | null;
                    /** @description For a Group; null is no limit. A Single is redeemed once. */
                    maximumRedemptions?: number | null;
                    /** @default null */
                    message?: string | null;
                    name: string;
                    /** @default null */
                    ownerId?: string | null;
                    /**
                     * @description Invited contacts alone (`invited`, as Singles unless told), anyone with the code (`anyone`, as Groups unless told), or proven addresses of `emailDomains` (`domains`).
                     * @enum {string}
                     */
                    redeemableBy?: "invited" | "anyone" | "domains";
                    /** @default null */
                    redemptionWorkflowId?: string | null;
                    /** @enum {string} */
                    type: "single" | "group";
                    /**
                     * @description Web roles of the website that it gives.
                     * @default []
                     */
                    webRoleIds?: string[];
                    /** @default null */
                    websiteId?: string | null;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignToAccountId: string | null;
                        /** @description Shown this once; later `reveal-code` shows it, on the record. */
                        code: string;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        /** @description A UUID. */
                        ownerId: string;
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        redemptionCount: number;
                        redemptionUrl: string;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        /** @description A UUID. */
                        websiteId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        assignToAccountId: string | null;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviter: {
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                        } | null;
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        owner: {
                            email: string;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        /** @description A UUID. */
                        ownerId: string;
                        recipientCount: number;
                        /** @description The first 200 by name. */
                        recipients: {
                            declinedAt: string | null;
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastEmail: {
                                /** @description A UUID. */
                                id: string;
                                status: string;
                            } | null;
                            lastName: string | null;
                            redeemedAt: string | null;
                            /** @description `new`, how far the last mail has come, `declined` or `redeemed`. */
                            status: string;
                        }[];
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        /** @description The latest 200. */
                        redeemedContacts: {
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            redeemedAt: string;
                            /** @description A UUID. */
                            redemptionId: string;
                        }[];
                        redemptionCount: number;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        webRoles: {
                            addedBy: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            description: string | null;
                            grantEndsAt: string | null;
                            grantLastsDays: number | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        }[];
                        website: {
                            baseUrl: string;
                            /** @description A UUID. */
                            id: string;
                            locale: string;
                            name: string;
                            timeZone: string;
                        };
                        /** @description A UUID. */
                        websiteId: string;
                        workflow: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            status: string;
                        } | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assignToAccountId?: string | null;
                    /** @description null generates a new one; the old one opens nothing any more. */
                    code?: string | null;
                    /** @description Such as contoso.com, which does not admit eu.contoso.com. */
                    emailDomains?: string[];
                    /** @description `2027-03-31`, to the end of that day, or `2027-03-31T17:00`, both in the time zone of the website; or an instant. */
                    expiresAt?: string | null;
                    grantEndsAt?: string | null;
                    /** @description Or: how many days after the redemption they end. Not together with `grantEndsAt`. */
                    grantLastsDays?: number | null;
                    identityProviderId?: string | null;
                    /** @description Exactly one for a Single. */
                    invitedContactIds?: string[];
                    inviterContactId?: string | null;
                    /** @description For a Group; null is no limit. A Single is redeemed once. */
                    maximumRedemptions?: number | null;
                    message?: string | null;
                    name?: string;
                    ownerId?: string;
                    /**
                     * @description Invited contacts alone (`invited`, as Singles unless told), anyone with the code (`anyone`, as Groups unless told), or proven addresses of `emailDomains` (`domains`).
                     * @enum {string}
                     */
                    redeemableBy?: "invited" | "anyone" | "domains";
                    redemptionWorkflowId?: string | null;
                    /** @description Web roles of the website that it gives. */
                    webRoleIds?: string[];
                    websiteId?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignToAccountId: string | null;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        /** @description A UUID. */
                        ownerId: string;
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        redemptionCount: number;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        /** @description A UUID. */
                        websiteId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    activateInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignToAccountId: string | null;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        /** @description A UUID. */
                        ownerId: string;
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        redemptionCount: number;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        /** @description A UUID. */
                        websiteId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deactivateInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignToAccountId: string | null;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        /** @description A UUID. */
                        ownerId: string;
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        redemptionCount: number;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        /** @description A UUID. */
                        websiteId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    extendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 14 */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignToAccountId: string | null;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        /** @description A UUID. */
                        ownerId: string;
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        redemptionCount: number;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        /** @description A UUID. */
                        websiteId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    inviteContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A UUID. */
                    contactId: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignToAccountId: string | null;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        /** @description A UUID. */
                        ownerId: string;
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        redemptionCount: number;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        /** @description A UUID. */
                        websiteId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    revealInvitationCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        redemptionUrl: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    uninviteContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A UUID. */
                    contactId: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignToAccountId: string | null;
                        /** @enum {string} */
                        codeKind: "generated" | "chosen";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        emailDomains: string[];
                        expiresAt: string | null;
                        grantEndsAt: string | null;
                        grantLastsDays: number | null;
                        /** @description A UUID. */
                        id: string;
                        identityProviderId: string | null;
                        invitedContactIds: string[];
                        inviterContactId: string | null;
                        isExpired: boolean;
                        /** @description null: no limit. */
                        maximumRedemptions: number | null;
                        message: string | null;
                        name: string;
                        /** @description A UUID. */
                        ownerId: string;
                        /** @enum {string} */
                        redeemableBy: "invited" | "anyone" | "domains";
                        redemptionCount: number;
                        redemptionWorkflowId: string | null;
                        /** @description null: no limit. */
                        seatsLeft: number | null;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "new" | "sent" | "redeemed" | "inactive";
                        /** @enum {string} */
                        type: "single" | "group";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleIds: string[];
                        /** @description A UUID. */
                        websiteId: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    explainEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null: their account stays. */
                        account: {
                            joined: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                            left: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                        contact: {
                            email: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        findings: {
                            /** @description What can be done about it: `activate`, `extend`, `send`, … with the ids it concerns. */
                            fix: {
                                kind: string;
                            } | null;
                            /** @enum {string} */
                            severity: "problem" | "caution" | "fine";
                            text: string;
                        }[];
                        webRoles: {
                            /**
                             * @description `again`: they have it from elsewhere too. `never`: it would not be given.
                             * @enum {string}
                             */
                            effect: "new" | "again" | "never";
                            endsAt: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listInvitationRecipients: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "email" | "-email";
            };
            header?: never;
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            declinedAt: string | null;
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastEmail: {
                                /** @description A UUID. */
                                id: string;
                                status: string;
                            } | null;
                            lastName: string | null;
                            redeemedAt: string | null;
                            /** @description `new`, how far the last mail has come, `declined` or `redeemed`. */
                            status: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createInvitationsInBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Exactly one for a Single. */
                    contactIds: string[];
                    template: {
                        /** @default null */
                        assignToAccountId?: string | null;
                        /**
                         * @description Such as contoso.com, which does not admit eu.contoso.com.
                         * @default []
                         */
                        emailDomains?: string[];
                        /**
                         * @description `2027-03-31`, to the end of that day, or `2027-03-31T17:00`, both in the time zone of the website; or an instant.
                         * @default null
                         */
                        expiresAt?: string | null;
                        /** @default null */
                        grantEndsAt?: string | null;
                        /**
                         * @description Or: how many days after the redemption they end. Not together with `grantEndsAt`.
                         * @default null
                         */
                        grantLastsDays?: number | null;
                        /** @default null */
                        inviterContactId?: string | null;
                        /** @default null */
                        message?: string | null;
                        name: string;
                        /** @default null */
                        ownerId?: string | null;
                        /**
                         * @description Invited contacts alone (`invited`, as Singles unless told), anyone with the code (`anyone`, as Groups unless told), or proven addresses of `emailDomains` (`domains`).
                         * @enum {string}
                         */
                        redeemableBy?: "invited" | "anyone" | "domains";
                        /** @default null */
                        redemptionWorkflowId?: string | null;
                        /**
                         * @description Web roles of the website that it gives.
                         * @default []
                         */
                        webRoleIds?: string[];
                        /** @default null */
                        websiteId?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitations: {
                            /** @description A UUID. */
                            contactId: string;
                            /** @description A UUID. */
                            id: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Since when nothing leaves; null while mails go. */
                        pausedAt: string | null;
                        pauseReason: string | null;
                        settings: {
                            housePerDay: number | null;
                            quietHours: {
                                from: string;
                                to: string;
                            } | null;
                            recipientPerDay: number;
                            senderPerDay: number;
                        };
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateMailSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    housePerDay?: number | null;
                    quietHours?: {
                        from: string;
                        to: string;
                    } | null;
                    recipientPerDay?: number;
                    senderPerDay?: number;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Since when nothing leaves; null while mails go. */
                        pausedAt: string | null;
                        pauseReason: string | null;
                        settings: {
                            housePerDay: number | null;
                            quietHours: {
                                from: string;
                                to: string;
                            } | null;
                            recipientPerDay: number;
                            senderPerDay: number;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listOidcClients: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                websiteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            asksConsent: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            hasSecret: boolean;
                            /** @description The `client_id`. */
                            id: string;
                            name: string;
                            postLogoutRedirectUris: string[];
                            redirectUris: string[];
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createOidcClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    asksConsent?: boolean;
                    /** @default true */
                    hasSecret?: boolean;
                    name: string;
                    /** @default [] */
                    postLogoutRedirectUris?: string[];
                    redirectUris: string[];
                    websiteId: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asksConsent: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        hasSecret: boolean;
                        /** @description The `client_id`. */
                        id: string;
                        name: string;
                        postLogoutRedirectUris: string[];
                        redirectUris: string[];
                        /** @description Shown this once. */
                        secret: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getOidcClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asksConsent: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        hasSecret: boolean;
                        /** @description The `client_id`. */
                        id: string;
                        name: string;
                        postLogoutRedirectUris: string[];
                        redirectUris: string[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteOidcClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateOidcClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asksConsent?: boolean;
                    name?: string;
                    postLogoutRedirectUris?: string[];
                    redirectUris?: string[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asksConsent: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        hasSecret: boolean;
                        /** @description The `client_id`. */
                        id: string;
                        name: string;
                        postLogoutRedirectUris: string[];
                        redirectUris: string[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    renewOidcClientSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A UUID. */
                        id: string;
                        /** @description Shown this once. */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    rotateOidcKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keyId: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listRedemptions: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                invitationId?: string;
                limit?: number;
                search?: string;
                sort?: "redeemedAt" | "-redeemedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            account: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            } | null;
                            contactEmail: string | null;
                            /** @description A UUID. */
                            contactId: string;
                            contactName: string;
                            /** @description A UUID. */
                            id: string;
                            /** @description A UUID. */
                            invitationId: string;
                            invitationName: string;
                            ipAddress: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            redeemedAt: string;
                            undoneAt: string | null;
                            webRoles: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            }[];
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getRedemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        contact: {
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                        };
                        grants: {
                            endsAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            grantedAt: string;
                            /** @description A UUID. */
                            id: string;
                            /** @enum {string} */
                            state: "active" | "ended" | "revoked";
                            webRole: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        }[];
                        /** @description A UUID. */
                        id: string;
                        invitation: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        ipAddress: string | null;
                        previousAccount: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        redeemedAt: string;
                        /** @description What undoing it would do; null once it is undone. */
                        undo: {
                            /** @description null: the account stays as it is. */
                            account: {
                                joined: {
                                    /** @description A UUID. */
                                    id: string;
                                    name: string;
                                } | null;
                                left: {
                                    /** @description A UUID. */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            /** @description Given by another redemption or by hand as well. */
                            keptWebRoles: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            }[];
                            lostWebRoles: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            }[];
                            unlinkedEmail: string | null;
                        } | null;
                        undoneAt: string | null;
                        undoneBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    undoRedemption: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        contact: {
                            email: string | null;
                            firstName: string | null;
                            /** @description A UUID. */
                            id: string;
                            lastName: string | null;
                        };
                        grants: {
                            endsAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            grantedAt: string;
                            /** @description A UUID. */
                            id: string;
                            /** @enum {string} */
                            state: "active" | "ended" | "revoked";
                            webRole: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            };
                        }[];
                        /** @description A UUID. */
                        id: string;
                        invitation: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                        ipAddress: string | null;
                        previousAccount: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        redeemedAt: string;
                        /** @description What undoing it would do; null once it is undone. */
                        undo: {
                            /** @description null: the account stays as it is. */
                            account: {
                                joined: {
                                    /** @description A UUID. */
                                    id: string;
                                    name: string;
                                } | null;
                                left: {
                                    /** @description A UUID. */
                                    id: string;
                                    name: string;
                                };
                            } | null;
                            /** @description Given by another redemption or by hand as well. */
                            keptWebRoles: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            }[];
                            lostWebRoles: {
                                /** @description A UUID. */
                                id: string;
                                name: string;
                            }[];
                            unlinkedEmail: string | null;
                        } | null;
                        undoneAt: string | null;
                        undoneBy: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        } | null;
                        website: {
                            /** @description A UUID. */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createScimTarget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    baseUrl: string;
                    token: string;
                    websiteId: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        baseUrl: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description In a row; 0 when all is well. */
                        failedAttempts: number;
                        /** @description A UUID. */
                        id: string;
                        lastError: string | null;
                        /** @description When everything was there. */
                        syncedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getScimTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                websiteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        baseUrl: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deliveries: {
                            error: string | null;
                            /** @description A UUID. */
                            id: string;
                            kind: string;
                            /** @description The contact, or the web role. */
                            localId: string;
                            method: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            occurredAt: string;
                            status: number | null;
                        }[];
                        /** @description In a row; 0 when all is well. */
                        failedAttempts: number;
                        /** @description A UUID. */
                        id: string;
                        lastError: string | null;
                        /** @description When everything was there. */
                        syncedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteScimTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                websiteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listSends: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "createdAt" | "-createdAt";
                status?: "queued" | "sending" | "paused" | "cancelled" | "completed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            bounced: number;
                            cancelledAt: string | null;
                            completedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdById: string | null;
                            createdByName: string | null;
                            delivered: number;
                            excludedCount: number;
                            failed: number;
                            /** @description A UUID. */
                            id: string;
                            notSent: number;
                            pausedAt: string | null;
                            planned: number;
                            /** @description Not yet with the transport. */
                            queued: number;
                            /** @description A time of each recipient’s clock, or an instant; null: at once. */
                            scheduledFor: string | null;
                            /** @description Taken by the transport, whatever became of it since. */
                            sent: number;
                            /** @enum {string} */
                            status: "queued" | "sending" | "paused" | "cancelled" | "completed";
                            /** @description Why mails wait, when the transport refuses the whole queue. */
                            waitingReason: string | null;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    sendInvitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contactIds?: string[];
                    invitationIds: string[];
                    /** @default null */
                    scheduledFor?: string | null;
                    /** Format: uuid */
                    sendId?: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        excluded: {
                            contactId: string | null;
                            /** @description A UUID. */
                            invitationId: string;
                            /** @enum {string} */
                            reason: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                        }[];
                        /** @description A UUID. */
                        id: string;
                        planned: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getSend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sendId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bounced: number;
                        cancelledAt: string | null;
                        completedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdById: string | null;
                        createdByName: string | null;
                        delivered: number;
                        excluded: {
                            contactId: string | null;
                            /** @description A UUID. */
                            invitationId: string;
                            /** @enum {string} */
                            reason: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                        }[];
                        excludedCount: number;
                        failed: number;
                        /** @description A UUID. */
                        id: string;
                        notSent: number;
                        pausedAt: string | null;
                        planned: number;
                        /** @description Not yet with the transport. */
                        queued: number;
                        /** @description A time of each recipient’s clock, or an instant; null: at once. */
                        scheduledFor: string | null;
                        /** @description Taken by the transport, whatever became of it since. */
                        sent: number;
                        /** @enum {string} */
                        status: "queued" | "sending" | "paused" | "cancelled" | "completed";
                        /** @description Why mails wait, when the transport refuses the whole queue. */
                        waitingReason: string | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    cancelSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sendId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bounced: number;
                        cancelledAt: string | null;
                        completedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdById: string | null;
                        createdByName: string | null;
                        delivered: number;
                        excluded: {
                            contactId: string | null;
                            /** @description A UUID. */
                            invitationId: string;
                            /** @enum {string} */
                            reason: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                        }[];
                        excludedCount: number;
                        failed: number;
                        /** @description A UUID. */
                        id: string;
                        notSent: number;
                        pausedAt: string | null;
                        planned: number;
                        /** @description Not yet with the transport. */
                        queued: number;
                        /** @description A time of each recipient’s clock, or an instant; null: at once. */
                        scheduledFor: string | null;
                        /** @description Taken by the transport, whatever became of it since. */
                        sent: number;
                        /** @enum {string} */
                        status: "queued" | "sending" | "paused" | "cancelled" | "completed";
                        /** @description Why mails wait, when the transport refuses the whole queue. */
                        waitingReason: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listSendExclusions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                reason?: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                search?: string;
                sort?: "name" | "-name";
            };
            header?: never;
            path: {
                sendId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            contactEmail: string | null;
                            contactFirstName: string | null;
                            contactId: string | null;
                            contactLastName: string | null;
                            /** @description A UUID. */
                            id: string;
                            /** @description A UUID. */
                            invitationId: string;
                            invitationName: string | null;
                            /** @enum {string} */
                            reason: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    pauseSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sendId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bounced: number;
                        cancelledAt: string | null;
                        completedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdById: string | null;
                        createdByName: string | null;
                        delivered: number;
                        excluded: {
                            contactId: string | null;
                            /** @description A UUID. */
                            invitationId: string;
                            /** @enum {string} */
                            reason: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                        }[];
                        excludedCount: number;
                        failed: number;
                        /** @description A UUID. */
                        id: string;
                        notSent: number;
                        pausedAt: string | null;
                        planned: number;
                        /** @description Not yet with the transport. */
                        queued: number;
                        /** @description A time of each recipient’s clock, or an instant; null: at once. */
                        scheduledFor: string | null;
                        /** @description Taken by the transport, whatever became of it since. */
                        sent: number;
                        /** @enum {string} */
                        status: "queued" | "sending" | "paused" | "cancelled" | "completed";
                        /** @description Why mails wait, when the transport refuses the whole queue. */
                        waitingReason: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    resumeSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sendId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bounced: number;
                        cancelledAt: string | null;
                        completedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdById: string | null;
                        createdByName: string | null;
                        delivered: number;
                        excluded: {
                            contactId: string | null;
                            /** @description A UUID. */
                            invitationId: string;
                            /** @enum {string} */
                            reason: "no_email" | "no_recipient" | "suppressed" | "unsubscribed" | "bounced" | "recipient_cap" | "already_redeemed" | "inactive" | "expired" | "full";
                        }[];
                        excludedCount: number;
                        failed: number;
                        /** @description A UUID. */
                        id: string;
                        notSent: number;
                        pausedAt: string | null;
                        planned: number;
                        /** @description Not yet with the transport. */
                        queued: number;
                        /** @description A time of each recipient’s clock, or an instant; null: at once. */
                        scheduledFor: string | null;
                        /** @description Taken by the transport, whatever became of it since. */
                        sent: number;
                        /** @enum {string} */
                        status: "queued" | "sending" | "paused" | "cancelled" | "completed";
                        /** @description Why mails wait, when the transport refuses the whole queue. */
                        waitingReason: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listStaff: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "email" | "-email" | "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            deactivatedAt: string | null;
                            email: string;
                            /** @description They have chosen a password. */
                            hasJoined: boolean;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "inviter" | "viewer";
                            twoFactorEnabled: boolean;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    inviteStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /**
                     * @description The ceiling of an inviter: the web roles they may grant. Owners and admins may grant all.
                     * @default []
                     */
                    grantableWebRoleIds?: string[];
                    name: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "inviter" | "viewer";
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        email: string;
                        /** @description The ceiling of an inviter; owners and admins may grant every web role. */
                        grantableWebRoleIds: string[];
                        /** @description They have chosen a password. */
                        hasJoined: boolean;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "inviter" | "viewer";
                        twoFactorEnabled: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getStaffUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        email: string;
                        /** @description The ceiling of an inviter; owners and admins may grant every web role. */
                        grantableWebRoleIds: string[];
                        /** @description They have chosen a password. */
                        hasJoined: boolean;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "inviter" | "viewer";
                        twoFactorEnabled: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The ceiling of an inviter: the web roles they may grant. Owners and admins may grant all. */
                    grantableWebRoleIds?: string[];
                    name?: string;
                    /** @enum {string} */
                    role?: "owner" | "admin" | "inviter" | "viewer";
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        email: string;
                        /** @description The ceiling of an inviter; owners and admins may grant every web role. */
                        grantableWebRoleIds: string[];
                        /** @description They have chosen a password. */
                        hasJoined: boolean;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "inviter" | "viewer";
                        twoFactorEnabled: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    activateStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        email: string;
                        /** @description The ceiling of an inviter; owners and admins may grant every web role. */
                        grantableWebRoleIds: string[];
                        /** @description They have chosen a password. */
                        hasJoined: boolean;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "inviter" | "viewer";
                        twoFactorEnabled: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deactivateStaff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        email: string;
                        /** @description The ceiling of an inviter; owners and admins may grant every web role. */
                        grantableWebRoleIds: string[];
                        /** @description They have chosen a password. */
                        hasJoined: boolean;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "inviter" | "viewer";
                        twoFactorEnabled: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    removeStaffTwoFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        email: string;
                        /** @description The ceiling of an inviter; owners and admins may grant every web role. */
                        grantableWebRoleIds: string[];
                        /** @description They have chosen a password. */
                        hasJoined: boolean;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "inviter" | "viewer";
                        twoFactorEnabled: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    sendStaffLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        deactivatedAt: string | null;
                        email: string;
                        /** @description The ceiling of an inviter; owners and admins may grant every web role. */
                        grantableWebRoleIds: string[];
                        /** @description They have chosen a password. */
                        hasJoined: boolean;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "inviter" | "viewer";
                        twoFactorEnabled: boolean;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listSuppressions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                reason?: "unsubscribed" | "hard_bounce" | "spam_complaint" | "provider" | "manual";
                search?: string;
                sort?: "createdAt" | "-createdAt" | "address" | "-address";
                websiteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            /** @description null once the person was erased: the list knows the address by a hash. */
                            address: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdByName: string | null;
                            emailId: string | null;
                            /** @description A UUID. */
                            id: string;
                            /** @enum {string} */
                            reason: "unsubscribed" | "hard_bounce" | "spam_complaint" | "provider" | "manual";
                            /** @description null: invitations of every website. */
                            websiteId: string | null;
                            websiteName: string | null;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createSuppression: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /** @default null */
                    websiteId?: string | null;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null once the person was erased: the list knows the address by a hash. */
                        address: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdByName: string | null;
                        emailId: string | null;
                        /** @description A UUID. */
                        id: string;
                        /** @enum {string} */
                        reason: "unsubscribed" | "hard_bounce" | "spam_complaint" | "provider" | "manual";
                        /** @description null: invitations of every website. */
                        websiteId: string | null;
                        websiteName: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null once the person was erased: the list knows the address by a hash. */
                        address: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdByName: string | null;
                        emailId: string | null;
                        /** @description A UUID. */
                        id: string;
                        /** @enum {string} */
                        reason: "unsubscribed" | "hard_bounce" | "spam_complaint" | "provider" | "manual";
                        /** @description null: invitations of every website. */
                        websiteId: string | null;
                        websiteName: string | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteSuppression: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            changed: number;
                            completedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            createdById: string | null;
                            createdByName: string | null;
                            /** @description Rows looked at so far. */
                            done: number;
                            error: string | null;
                            /** @description A UUID. */
                            id: string;
                            kind: string;
                            /** @description `queued`, `running`, `completed`, `failed`, `cancelled`, `undoing` or `undone`. */
                            status: string;
                            /** @description null: not counted yet. */
                            total: number | null;
                            undoneAt: string | null;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    task: {
                        /** @constant */
                        kind: "deactivate_invitations";
                        rows: {
                            invitationIds: string[];
                        } | {
                            invitations: {
                                contactId?: string;
                                ownerId?: string;
                                /** @default  */
                                search?: string;
                                /**
                                 * @default all
                                 * @enum {string}
                                 */
                                view?: "new" | "open" | "completed" | "inactive" | "expired" | "all";
                                websiteId?: string;
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "activate_invitations";
                        rows: {
                            invitationIds: string[];
                        } | {
                            invitations: {
                                contactId?: string;
                                ownerId?: string;
                                /** @default  */
                                search?: string;
                                /**
                                 * @default all
                                 * @enum {string}
                                 */
                                view?: "new" | "open" | "completed" | "inactive" | "expired" | "all";
                                websiteId?: string;
                            };
                        };
                    } | {
                        /** @description `2027-03-31`, to the end of that day, or `2027-03-31T17:00`, both in the time zone of the website; or an instant. */
                        expiresAt: string | null;
                        /** @constant */
                        kind: "extend_invitations";
                        rows: {
                            invitationIds: string[];
                        } | {
                            invitations: {
                                contactId?: string;
                                ownerId?: string;
                                /** @default  */
                                search?: string;
                                /**
                                 * @default all
                                 * @enum {string}
                                 */
                                view?: "new" | "open" | "completed" | "inactive" | "expired" | "all";
                                websiteId?: string;
                            };
                        };
                    } | {
                        /** @constant */
                        kind: "create_invitations";
                        rows: {
                            contactIds: string[];
                        } | {
                            contacts: {
                                accountId?: string;
                                /** @default  */
                                search?: string;
                                webRoleId?: string;
                            };
                        };
                        template: {
                            /** @default null */
                            assignToAccountId?: string | null;
                            /**
                             * @description Such as contoso.com, which does not admit eu.contoso.com.
                             * @default []
                             */
                            emailDomains?: string[];
                            /**
                             * @description `2027-03-31`, to the end of that day, or `2027-03-31T17:00`, both in the time zone of the website; or an instant.
                             * @default null
                             */
                            expiresAt?: string | null;
                            /** @default null */
                            grantEndsAt?: string | null;
                            /**
                             * @description Or: how many days after the redemption they end. Not together with `grantEndsAt`.
                             * @default null
                             */
                            grantLastsDays?: number | null;
                            /** @default null */
                            inviterContactId?: string | null;
                            /** @default null */
                            message?: string | null;
                            name: string;
                            /** @default null */
                            ownerId?: string | null;
                            /**
                             * @description Invited contacts alone (`invited`, as Singles unless told), anyone with the code (`anyone`, as Groups unless told), or proven addresses of `emailDomains` (`domains`).
                             * @enum {string}
                             */
                            redeemableBy?: "invited" | "anyone" | "domains";
                            /** @default null */
                            redemptionWorkflowId?: string | null;
                            /**
                             * @description Web roles of the website that it gives.
                             * @default []
                             */
                            webRoleIds?: string[];
                            /** @default null */
                            websiteId?: string | null;
                        };
                    } | {
                        /** @default null */
                        endsAt?: string | null;
                        /** @constant */
                        kind: "give_web_role";
                        rows: {
                            contactIds: string[];
                        } | {
                            contacts: {
                                accountId?: string;
                                /** @default  */
                                search?: string;
                                webRoleId?: string;
                            };
                        };
                        webRoleId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A UUID. */
                        id: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        completedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdById: string | null;
                        createdByName: string | null;
                        /** @description Rows looked at so far. */
                        done: number;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        kind: string;
                        /** @description `queued`, `running`, `completed`, `failed`, `cancelled`, `undoing` or `undone`. */
                        status: string;
                        /** @description null: not counted yet. */
                        total: number | null;
                        undoneAt: string | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    cancelTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        completedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdById: string | null;
                        createdByName: string | null;
                        /** @description Rows looked at so far. */
                        done: number;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        kind: string;
                        /** @description `queued`, `running`, `completed`, `failed`, `cancelled`, `undoing` or `undone`. */
                        status: string;
                        /** @description null: not counted yet. */
                        total: number | null;
                        undoneAt: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    undoTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        completedAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        createdById: string | null;
                        createdByName: string | null;
                        /** @description Rows looked at so far. */
                        done: number;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        kind: string;
                        /** @description `queued`, `running`, `completed`, `failed`, `cancelled`, `undoing` or `undone`. */
                        status: string;
                        /** @description null: not counted yet. */
                        total: number | null;
                        undoneAt: string | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listWebRoles: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "websiteName" | "-websiteName" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                websiteId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            /** @description Contacts who have it now. */
                            contactCount: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            description: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createWebRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    description?: string | null;
                    name: string;
                    websiteId: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Contacts who have it now. */
                        contactCount: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        description: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getWebRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Contacts who have it now. */
                        contactCount: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        description: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteWebRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateWebRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string | null;
                    name?: string;
                    websiteId?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Contacts who have it now. */
                        contactCount: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        description: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                endpointId?: string;
                limit?: number;
                search?: string;
                sort?: "createdAt" | "-createdAt";
                status?: "queued" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            attempts: number;
                            contactId: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            endedAt: string | null;
                            /** @description A UUID. */
                            endpointId: string;
                            endpointName: string;
                            error: string | null;
                            /** @description A UUID. */
                            id: string;
                            invitationId: string | null;
                            nextAttemptAt: string | null;
                            responseStatus: number | null;
                            runId: string | null;
                            status: string;
                            type: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attemptLog: {
                            error: string | null;
                            milliseconds: number;
                            number: number;
                            responseStatus: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            startedAt: string;
                        }[];
                        attempts: number;
                        contactId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        endedAt: string | null;
                        /** @description A UUID. */
                        endpointId: string;
                        endpointName: string;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        invitationId: string | null;
                        nextAttemptAt: string | null;
                        payload: string;
                        responseBody: string | null;
                        responseStatus: number | null;
                        runId: string | null;
                        status: string;
                        type: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attemptLog: {
                            error: string | null;
                            milliseconds: number;
                            number: number;
                            responseStatus: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            startedAt: string;
                        }[];
                        attempts: number;
                        contactId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        endedAt: string | null;
                        /** @description A UUID. */
                        endpointId: string;
                        endpointName: string;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        invitationId: string | null;
                        nextAttemptAt: string | null;
                        payload: string;
                        responseBody: string | null;
                        responseStatus: number | null;
                        runId: string | null;
                        status: string;
                        type: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            disabledAt: string | null;
                            disabledReason: string | null;
                            eventTypes: ("contact.created" | "contact.updated" | "contact.deleted" | "invitation.created" | "invitation.sent" | "invitation.delivered" | "invitation.bounced" | "invitation.expired" | "invitation.deactivated" | "redemption.created" | "redemption.refused" | "redemption.undone" | "grant.added" | "grant.removed")[];
                            failingSince: string | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            previousSecretEndsAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            url: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    eventTypes?: ("contact.created" | "contact.updated" | "contact.deleted" | "invitation.created" | "invitation.sent" | "invitation.delivered" | "invitation.bounced" | "invitation.expired" | "invitation.deactivated" | "redemption.created" | "redemption.refused" | "redemption.undone" | "grant.added" | "grant.removed")[];
                    name: string;
                    url: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        eventTypes: ("contact.created" | "contact.updated" | "contact.deleted" | "invitation.created" | "invitation.sent" | "invitation.delivered" | "invitation.bounced" | "invitation.expired" | "invitation.deactivated" | "redemption.created" | "redemption.refused" | "redemption.undone" | "grant.added" | "grant.removed")[];
                        failingSince: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        previousSecretEndsAt: string | null;
                        /** @description `whsec_…`, told this once: messages are signed with it. */
                        secret: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        eventTypes: ("contact.created" | "contact.updated" | "contact.deleted" | "invitation.created" | "invitation.sent" | "invitation.delivered" | "invitation.bounced" | "invitation.expired" | "invitation.deactivated" | "redemption.created" | "redemption.refused" | "redemption.undone" | "grant.added" | "grant.removed")[];
                        failingSince: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        previousSecretEndsAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    eventTypes?: ("contact.created" | "contact.updated" | "contact.deleted" | "invitation.created" | "invitation.sent" | "invitation.delivered" | "invitation.bounced" | "invitation.expired" | "invitation.deactivated" | "redemption.created" | "redemption.refused" | "redemption.undone" | "grant.added" | "grant.removed")[];
                    isDisabled?: boolean;
                    name?: string;
                    url?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        disabledAt: string | null;
                        disabledReason: string | null;
                        eventTypes: ("contact.created" | "contact.updated" | "contact.deleted" | "invitation.created" | "invitation.sent" | "invitation.delivered" | "invitation.bounced" | "invitation.expired" | "invitation.deactivated" | "redemption.created" | "redemption.refused" | "redemption.undone" | "grant.added" | "grant.removed")[];
                        failingSince: string | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        previousSecretEndsAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        url: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description A UUID. */
                        id: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        previousSecretEndsAt: string;
                        /** @description `whsec_…`, told this once: messages are signed with it. */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attemptLog: {
                            error: string | null;
                            milliseconds: number;
                            number: number;
                            responseStatus: number | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            startedAt: string;
                        }[];
                        attempts: number;
                        contactId: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        endedAt: string | null;
                        /** @description A UUID. */
                        endpointId: string;
                        endpointName: string;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        invitationId: string | null;
                        nextAttemptAt: string | null;
                        payload: string;
                        responseBody: string | null;
                        responseStatus: number | null;
                        runId: string | null;
                        status: string;
                        type: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listWebsites: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            accentColor: string | null;
                            allowedReturnUrls: string[];
                            baseUrl: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            /** @description Where its invitations are opened, when that is not the base URL. */
                            edgeUrl: string | null;
                            /** @description A UUID. */
                            id: string;
                            locale: string;
                            logoUrl: string | null;
                            name: string;
                            settings: {
                                /** @default true */
                                emailCodeEnabled: boolean;
                                /** @default true */
                                externalSignInEnabled: boolean;
                                /** @default true */
                                invitationEnabled: boolean;
                                /** @default true */
                                localSignInEnabled: boolean;
                                /** @default 5 */
                                lockoutAfterFailures: number;
                                /**
                                 * @default ask
                                 * @enum {string}
                                 */
                                newLinkRequests: "ask" | "automatic" | "off";
                                /** @default true */
                                openRegistrationEnabled: boolean;
                                /** @default true */
                                passkeyEnabled: boolean;
                                /** @default 8 */
                                passwordMinimumLength: number;
                                /** @default true */
                                registrationEnabled: boolean;
                                /** @default true */
                                rememberMeEnabled: boolean;
                                /** @default true */
                                resetPasswordEnabled: boolean;
                                /** @default  */
                                termsText: string;
                                /** @default false */
                                twoFactorEnabled: boolean;
                                /** @default false */
                                usernameEnabled: boolean;
                            };
                            supportEmail: string | null;
                            timeZone: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            webRoleCount: number;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createWebsite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Partner portal",
                 *       "baseUrl": "https://partners.contoso.example"
                 *     }
                 */
                "application/json": {
                    /** @default null */
                    accentColor?: string | null;
                    /** @default [] */
                    allowedReturnUrls?: string[];
                    baseUrl?: string;
                    /** @default null */
                    edgeUrl?: string | null;
                    /** @default en */
                    locale?: string;
                    /** @default null */
                    logoUrl?: string | null;
                    name: string;
                    /** @default {} */
                    settings?: {
                        emailCodeEnabled?: boolean;
                        externalSignInEnabled?: boolean;
                        invitationEnabled?: boolean;
                        localSignInEnabled?: boolean;
                        lockoutAfterFailures?: number;
                        /** @enum {string} */
                        newLinkRequests?: "ask" | "automatic" | "off";
                        openRegistrationEnabled?: boolean;
                        passkeyEnabled?: boolean;
                        passwordMinimumLength?: number;
                        registrationEnabled?: boolean;
                        rememberMeEnabled?: boolean;
                        resetPasswordEnabled?: boolean;
                        termsText?: string;
                        twoFactorEnabled?: boolean;
                        usernameEnabled?: boolean;
                    };
                    /** @default null */
                    supportEmail?: string | null;
                    /** @default UTC */
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accentColor: string | null;
                        allowedReturnUrls: string[];
                        baseUrl: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description Where its invitations are opened, when that is not the base URL. */
                        edgeUrl: string | null;
                        /** @description A UUID. */
                        id: string;
                        locale: string;
                        logoUrl: string | null;
                        name: string;
                        settings: {
                            /** @default true */
                            emailCodeEnabled: boolean;
                            /** @default true */
                            externalSignInEnabled: boolean;
                            /** @default true */
                            invitationEnabled: boolean;
                            /** @default true */
                            localSignInEnabled: boolean;
                            /** @default 5 */
                            lockoutAfterFailures: number;
                            /**
                             * @default ask
                             * @enum {string}
                             */
                            newLinkRequests: "ask" | "automatic" | "off";
                            /** @default true */
                            openRegistrationEnabled: boolean;
                            /** @default true */
                            passkeyEnabled: boolean;
                            /** @default 8 */
                            passwordMinimumLength: number;
                            /** @default true */
                            registrationEnabled: boolean;
                            /** @default true */
                            rememberMeEnabled: boolean;
                            /** @default true */
                            resetPasswordEnabled: boolean;
                            /** @default  */
                            termsText: string;
                            /** @default false */
                            twoFactorEnabled: boolean;
                            /** @default false */
                            usernameEnabled: boolean;
                        };
                        supportEmail: string | null;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleCount: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accentColor: string | null;
                        allowedReturnUrls: string[];
                        baseUrl: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description Where its invitations are opened, when that is not the base URL. */
                        edgeUrl: string | null;
                        /** @description A UUID. */
                        id: string;
                        locale: string;
                        logoUrl: string | null;
                        name: string;
                        settings: {
                            /** @default true */
                            emailCodeEnabled: boolean;
                            /** @default true */
                            externalSignInEnabled: boolean;
                            /** @default true */
                            invitationEnabled: boolean;
                            /** @default true */
                            localSignInEnabled: boolean;
                            /** @default 5 */
                            lockoutAfterFailures: number;
                            /**
                             * @default ask
                             * @enum {string}
                             */
                            newLinkRequests: "ask" | "automatic" | "off";
                            /** @default true */
                            openRegistrationEnabled: boolean;
                            /** @default true */
                            passkeyEnabled: boolean;
                            /** @default 8 */
                            passwordMinimumLength: number;
                            /** @default true */
                            registrationEnabled: boolean;
                            /** @default true */
                            rememberMeEnabled: boolean;
                            /** @default true */
                            resetPasswordEnabled: boolean;
                            /** @default  */
                            termsText: string;
                            /** @default false */
                            twoFactorEnabled: boolean;
                            /** @default false */
                            usernameEnabled: boolean;
                        };
                        supportEmail: string | null;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleCount: number;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateWebsite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accentColor?: string | null;
                    allowedReturnUrls?: string[];
                    baseUrl?: string;
                    edgeUrl?: string | null;
                    locale?: string;
                    logoUrl?: string | null;
                    name?: string;
                    settings?: {
                        emailCodeEnabled?: boolean;
                        externalSignInEnabled?: boolean;
                        invitationEnabled?: boolean;
                        localSignInEnabled?: boolean;
                        lockoutAfterFailures?: number;
                        /** @enum {string} */
                        newLinkRequests?: "ask" | "automatic" | "off";
                        openRegistrationEnabled?: boolean;
                        passkeyEnabled?: boolean;
                        passwordMinimumLength?: number;
                        registrationEnabled?: boolean;
                        rememberMeEnabled?: boolean;
                        resetPasswordEnabled?: boolean;
                        termsText?: string;
                        twoFactorEnabled?: boolean;
                        usernameEnabled?: boolean;
                    };
                    supportEmail?: string | null;
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accentColor: string | null;
                        allowedReturnUrls: string[];
                        baseUrl: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description Where its invitations are opened, when that is not the base URL. */
                        edgeUrl: string | null;
                        /** @description A UUID. */
                        id: string;
                        locale: string;
                        logoUrl: string | null;
                        name: string;
                        settings: {
                            /** @default true */
                            emailCodeEnabled: boolean;
                            /** @default true */
                            externalSignInEnabled: boolean;
                            /** @default true */
                            invitationEnabled: boolean;
                            /** @default true */
                            localSignInEnabled: boolean;
                            /** @default 5 */
                            lockoutAfterFailures: number;
                            /**
                             * @default ask
                             * @enum {string}
                             */
                            newLinkRequests: "ask" | "automatic" | "off";
                            /** @default true */
                            openRegistrationEnabled: boolean;
                            /** @default true */
                            passkeyEnabled: boolean;
                            /** @default 8 */
                            passwordMinimumLength: number;
                            /** @default true */
                            registrationEnabled: boolean;
                            /** @default true */
                            rememberMeEnabled: boolean;
                            /** @default true */
                            resetPasswordEnabled: boolean;
                            /** @default  */
                            termsText: string;
                            /** @default false */
                            twoFactorEnabled: boolean;
                            /** @default false */
                            usernameEnabled: boolean;
                        };
                        supportEmail: string | null;
                        timeZone: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        webRoleCount: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getSignInSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                websiteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        identityProviders: {
                            /** @description To be registered at the provider, exactly so. */
                            callbackUrl: string;
                            clientId: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            hasSecret: boolean;
                            /** @description A UUID. */
                            id: string;
                            isEnabled: boolean;
                            issuer: string;
                            keyId: string | null;
                            name: string;
                            /** @enum {string} */
                            preset: "google" | "microsoft" | "github" | "apple" | "linkedin" | "openid";
                            teamId: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            vouchesForEmail: boolean;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                        settings: {
                            /** @default true */
                            emailCodeEnabled: boolean;
                            /** @default true */
                            externalSignInEnabled: boolean;
                            /** @default true */
                            invitationEnabled: boolean;
                            /** @default true */
                            localSignInEnabled: boolean;
                            /** @default 5 */
                            lockoutAfterFailures: number;
                            /**
                             * @default ask
                             * @enum {string}
                             */
                            newLinkRequests: "ask" | "automatic" | "off";
                            /** @default true */
                            openRegistrationEnabled: boolean;
                            /** @default true */
                            passkeyEnabled: boolean;
                            /** @default 8 */
                            passwordMinimumLength: number;
                            /** @default true */
                            registrationEnabled: boolean;
                            /** @default true */
                            rememberMeEnabled: boolean;
                            /** @default true */
                            resetPasswordEnabled: boolean;
                            /** @default  */
                            termsText: string;
                            /** @default false */
                            twoFactorEnabled: boolean;
                            /** @default false */
                            usernameEnabled: boolean;
                        };
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateSignInSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                websiteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    settings: {
                        emailCodeEnabled?: boolean;
                        externalSignInEnabled?: boolean;
                        invitationEnabled?: boolean;
                        localSignInEnabled?: boolean;
                        lockoutAfterFailures?: number;
                        /** @enum {string} */
                        newLinkRequests?: "ask" | "automatic" | "off";
                        openRegistrationEnabled?: boolean;
                        passkeyEnabled?: boolean;
                        passwordMinimumLength?: number;
                        registrationEnabled?: boolean;
                        rememberMeEnabled?: boolean;
                        resetPasswordEnabled?: boolean;
                        termsText?: string;
                        twoFactorEnabled?: boolean;
                        usernameEnabled?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        identityProviders: {
                            /** @description To be registered at the provider, exactly so. */
                            callbackUrl: string;
                            clientId: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            hasSecret: boolean;
                            /** @description A UUID. */
                            id: string;
                            isEnabled: boolean;
                            issuer: string;
                            keyId: string | null;
                            name: string;
                            /** @enum {string} */
                            preset: "google" | "microsoft" | "github" | "apple" | "linkedin" | "openid";
                            teamId: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            vouchesForEmail: boolean;
                            /** @description A UUID. */
                            websiteId: string;
                            websiteName: string;
                        }[];
                        settings: {
                            /** @default true */
                            emailCodeEnabled: boolean;
                            /** @default true */
                            externalSignInEnabled: boolean;
                            /** @default true */
                            invitationEnabled: boolean;
                            /** @default true */
                            localSignInEnabled: boolean;
                            /** @default 5 */
                            lockoutAfterFailures: number;
                            /**
                             * @default ask
                             * @enum {string}
                             */
                            newLinkRequests: "ask" | "automatic" | "off";
                            /** @default true */
                            openRegistrationEnabled: boolean;
                            /** @default true */
                            passkeyEnabled: boolean;
                            /** @default 8 */
                            passwordMinimumLength: number;
                            /** @default true */
                            registrationEnabled: boolean;
                            /** @default true */
                            rememberMeEnabled: boolean;
                            /** @default true */
                            resetPasswordEnabled: boolean;
                            /** @default  */
                            termsText: string;
                            /** @default false */
                            twoFactorEnabled: boolean;
                            /** @default false */
                            usernameEnabled: boolean;
                        };
                        /** @description A UUID. */
                        websiteId: string;
                        websiteName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listWorkflowRuns: {
        parameters: {
            query?: {
                contactId?: string;
                cursor?: string;
                invitationId?: string;
                limit?: number;
                search?: string;
                sort?: "createdAt" | "-createdAt";
                status?: "queued" | "running" | "waiting" | "completed" | "parked" | "cancelled";
                waitingFor?: string;
                workflowId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            beganBy: string;
                            contactFirstName: string | null;
                            /** @description A UUID. */
                            contactId: string;
                            contactLastName: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            endedAt: string | null;
                            error: string | null;
                            /** @description A UUID. */
                            id: string;
                            invitationId: string | null;
                            redemptionId: string | null;
                            resumeAt: string | null;
                            startedAt: string | null;
                            status: string;
                            waitingFor: string | null;
                            /** @description A UUID. */
                            workflowId: string;
                            workflowName: string;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getWorkflowRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        beganBy: string;
                        contactEmail: string | null;
                        contactFirstName: string | null;
                        /** @description A UUID. */
                        contactId: string;
                        contactLastName: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        endedAt: string | null;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        invitationId: string | null;
                        invitationName: string | null;
                        redemptionId: string | null;
                        resumeAt: string | null;
                        startedAt: string | null;
                        status: string;
                        steps: {
                            attempts: number;
                            deliveryId: string | null;
                            endedAt: string | null;
                            error: string | null;
                            /** @description Secrets are blotted out, here and in `output`. */
                            input: {
                                [key: string]: unknown;
                            } | null;
                            kind: string;
                            output: {
                                [key: string]: unknown;
                            } | null;
                            position: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            startedAt: string;
                            status: string;
                            stepKey: string;
                        }[];
                        version: number;
                        waitingFor: string | null;
                        /** @description A UUID. */
                        workflowId: string;
                        workflowName: string;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    decideApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workflowRunId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approved: boolean;
                    /** @default null */
                    comment?: string | null;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        beganBy: string;
                        contactEmail: string | null;
                        contactFirstName: string | null;
                        /** @description A UUID. */
                        contactId: string;
                        contactLastName: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        endedAt: string | null;
                        error: string | null;
                        /** @description A UUID. */
                        id: string;
                        invitationId: string | null;
                        invitationName: string | null;
                        redemptionId: string | null;
                        resumeAt: string | null;
                        startedAt: string | null;
                        status: string;
                        steps: {
                            attempts: number;
                            deliveryId: string | null;
                            endedAt: string | null;
                            error: string | null;
                            /** @description Secrets are blotted out, here and in `output`. */
                            input: {
                                [key: string]: unknown;
                            } | null;
                            kind: string;
                            output: {
                                [key: string]: unknown;
                            } | null;
                            position: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            startedAt: string;
                            status: string;
                            stepKey: string;
                        }[];
                        version: number;
                        waitingFor: string | null;
                        /** @description A UUID. */
                        workflowId: string;
                        workflowName: string;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    cancelWorkflowRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    workflowRunIds: string[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    replayWorkflowRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    workflowRunIds: string[];
                };
            };
        };
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    retryWorkflowRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    workflowRunIds: string[];
                };
            };
        };
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    listWorkflows: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                status?: "draft" | "activated" | "deactivated";
                trigger?: "send" | "redemption" | "manual" | "expiry" | "bounce";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The search is too wide: only the latest 5,000 are listed. */
                        isCut?: boolean;
                        items: {
                            activatedAt: string | null;
                            activatedByName: string | null;
                            builtInKey: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            createdAt: string;
                            /** @description What runs; null before it was activated. */
                            definition: {
                                /** @constant */
                                mode?: "background";
                                steps: components["schemas"]["WorkflowStep"][];
                                /** @enum {string} */
                                trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                            } | null;
                            description: string | null;
                            /** @description What is being edited and runs once it is activated. */
                            draft: {
                                /** @constant */
                                mode?: "background";
                                steps: components["schemas"]["WorkflowStep"][];
                                /** @enum {string} */
                                trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                            } | null;
                            /** @description A UUID. */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            status: "draft" | "activated" | "deactivated";
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            updatedAt: string;
                            version: number | null;
                        }[];
                        /** @description Give it as `cursor` for the next page; null on the last. */
                        nextCursor: string | null;
                        /** @description How many there are on all pages; 5001 says more than 5,000. */
                        totalCount?: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    createWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        /** @constant */
                        mode?: "background";
                        steps: components["schemas"]["WorkflowStep"][];
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                    };
                    /** @default null */
                    description?: string | null;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        activatedByName: string | null;
                        builtInKey: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description What runs; null before it was activated. */
                        definition: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        description: string | null;
                        /** @description What is being edited and runs once it is activated. */
                        draft: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "draft" | "activated" | "deactivated";
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        version: number | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        activatedByName: string | null;
                        builtInKey: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description What runs; null before it was activated. */
                        definition: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        description: string | null;
                        /** @description What is being edited and runs once it is activated. */
                        draft: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "draft" | "activated" | "deactivated";
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        version: number | null;
                    };
                };
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deleteWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    updateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition?: {
                        /** @constant */
                        mode?: "background";
                        steps: components["schemas"]["WorkflowStep"][];
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                    };
                    description?: string | null;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        activatedByName: string | null;
                        builtInKey: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description What runs; null before it was activated. */
                        definition: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        description: string | null;
                        /** @description What is being edited and runs once it is activated. */
                        draft: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "draft" | "activated" | "deactivated";
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        version: number | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    activateWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        activatedByName: string | null;
                        builtInKey: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description What runs; null before it was activated. */
                        definition: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        description: string | null;
                        /** @description What is being edited and runs once it is activated. */
                        draft: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "draft" | "activated" | "deactivated";
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        version: number | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    deactivateWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activatedAt: string | null;
                        activatedByName: string | null;
                        builtInKey: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        createdAt: string;
                        /** @description What runs; null before it was activated. */
                        definition: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        description: string | null;
                        /** @description What is being edited and runs once it is activated. */
                        draft: {
                            /** @constant */
                            mode?: "background";
                            steps: components["schemas"]["WorkflowStep"][];
                            /** @enum {string} */
                            trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        } | null;
                        /** @description A UUID. */
                        id: string;
                        name: string;
                        /** @enum {string} */
                        status: "draft" | "activated" | "deactivated";
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         */
                        updatedAt: string;
                        version: number | null;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    dryRunWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contactId: string;
                    definition?: {
                        /** @constant */
                        mode?: "background";
                        steps: components["schemas"]["WorkflowStep"][];
                        /** @enum {string} */
                        trigger: "send" | "redemption" | "manual" | "expiry" | "bounce";
                    };
                    /** @default null */
                    invitationId?: string | null;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        steps: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC.
                             */
                            at: string;
                            key: string;
                            kind: string;
                            position: number;
                            problem: string | null;
                            says: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
    startWorkflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Of your choice, new for each request: up to 200 visible ASCII characters. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    contactIds?: string[];
                    /** @default [] */
                    invitationIds?: string[];
                };
            };
        };
        responses: {
            /** @description Accepted: it happens in the background. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
            400: components["responses"]["invalid_request"];
            401: components["responses"]["not_signed_in"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["conflict"];
            429: components["responses"]["too_many_attempts"];
            503: components["responses"]["unavailable"];
        };
    };
}
