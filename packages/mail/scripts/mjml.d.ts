declare module 'mjml' {
  /** As far as the layout's compilation needs it. Source: https://documentation.mjml.io/#inside-node-js */
  export default function mjml2html(
    source: string,
    options?: { validationLevel?: 'strict' | 'soft' | 'skip'; fonts?: Record<string, string> },
  ): Promise<{ html: string; errors: { formattedMessage: string }[] }>
}
