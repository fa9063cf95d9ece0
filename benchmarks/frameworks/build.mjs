// Bundles every page of pages/ for a browser, as an application would be built for production. Prints nothing where all is well.
import { readdir, readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';

const svelte = {
  name: 'svelte',
  setup: bundle => bundle.onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
    contents: compile(await readFile(path, 'utf8'), { filename: path, generate: 'client', dev: false }).js.code,
  })),
};

await build({
  entryPoints: (await readdir('pages', { recursive: true })).filter(file => /\.jsx?$/.test(file)).map(file => `pages/${file}`),
  outbase: 'pages',
  outdir: 'node_modules/.cache/pages',
  bundle: true,
  minify: true,
  format: 'iife',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  plugins: [svelte],
  logLevel: 'error',
});
