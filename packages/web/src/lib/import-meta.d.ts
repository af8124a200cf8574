interface ImportMeta {
  /** Modules by their path, as far as they are there; written out by the build. */
  readonly glob: (path: string) => Record<string, () => Promise<unknown>>;
  /** Set by the build. */
  readonly env: { readonly PROD: boolean };
}
