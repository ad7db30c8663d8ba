// The islands, in two bundles: what every page needs, and the charts, fetched only where there is one.
import { join } from 'node:path';
import esbuild from 'esbuild';
import { publish, root } from './output.mjs';

async function bundle(entry) {
  const result = await esbuild.build({
    entryPoints: [join(root, 'islands', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome111', 'safari16.4', 'firefox115'],
    legalComments: 'none',
  });
  return result.outputFiles[0].contents;
}

publish('scripts', {
  'changlai.js': await bundle('changlai.ts'),
  'charts.js': await bundle('charts.ts'),
});
