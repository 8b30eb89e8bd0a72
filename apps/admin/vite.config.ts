import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig(({ command }) => ({
  plugins: [
    tailwindcss(),
    sveltekit({
      adapter: adapter(),
      // The microfrontend's place on the one origin.
      paths: { base: '/admin', relative: false },
      // hooks.server.ts judges every content type, against the configured origin: stricter, and sure behind a proxy.
      csrf: { trustedOrigins: ['*'] },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Positions and progress bars are style attributes; they cannot load anything here.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'frame-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      compilerOptions: { runes: true },
    }),
  ],
  // Its package exports modules alone; served is the finished script, which needs nothing besides.
  resolve: {
    alias: [
      {
        find: /^@scalar\/api-reference\/standalone\.js(?=\?url$)/,
        replacement: `${import.meta.dirname}/node_modules/@scalar/api-reference/dist/browser/standalone.js`,
      },
    ],
  },
  // What ships is a bundle, but for the database driver, whose file access is native code, and MJML, which loads its parts
  // by name. In development Node loads packages.
  ssr: {
    noExternal: command === 'build' ? [/^(?!@libsql\/|mjml)/] : [/^@usher\//],
    external: ['@libsql/client', 'mjml'],
  },
  server: { strictPort: true },
}))
