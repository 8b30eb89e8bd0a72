/** Where what is. */
export const paths = {
  authorize: '/oidc/authorize',
  continue: '/oidc/continue',
  consent: '/oidc/consent',
  signInAgain: '/oidc/sign-in-again',
  token: '/oidc/token',
  userinfo: '/oidc/userinfo',
  revoke: '/oidc/revoke',
  endSession: '/oidc/end-session',
  signOut: '/oidc/sign-out',
  keys: '/.well-known/jwks.json',
} as const

/** What a standard client reads before anything else (OpenID Connect Discovery 1.0, RFC 8414). */
export const describeProvider = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: origin + paths.authorize,
  token_endpoint: origin + paths.token,
  userinfo_endpoint: origin + paths.userinfo,
  revocation_endpoint: origin + paths.revoke,
  end_session_endpoint: origin + paths.endSession,
  jwks_uri: origin + paths.keys,
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  code_challenge_methods_supported: ['S256'],
  prompt_values_supported: ['none', 'login', 'consent'],
  claims_supported: [
    ...['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'sid'],
    ...['name', 'given_name', 'family_name', 'locale', 'email', 'email_verified'],
    ...['web_roles', 'account', 'contact_id'],
  ],
  claims_parameter_supported: false,
  request_parameter_supported: false,
  request_uri_parameter_supported: false,
  authorization_response_iss_parameter_supported: true,
})
