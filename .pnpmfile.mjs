/**
 * Of the API reference only its finished browser script is served, which holds everything it needs:
 * without this, 260 MB of what it was built from would be installed with it.
 */
export const hooks = {
  readPackage(manifest) {
    if (manifest.name === '@scalar/api-reference') manifest.dependencies = {}
    return manifest
  },
}
