// Writes finished assets into dist/ under content-hashed names, compressed once here so that the server never compresses.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** Replaces what the stage wrote before. `files` maps a logical name (`changlai.css`) to its content. */
export function publish(stage, files) {
  mkdirSync(dist, { recursive: true });
  const manifest = {};
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    manifest[name] = name.replace(/(\.[^.]+)$/, `.${hash}$1`);
  }
  const stale = new RegExp(`^(${Object.keys(files).map(pattern).join('|')})\\.(br|gz)$`);
  for (const old of readdirSync(dist)) if (stale.test(old)) rmSync(join(dist, old));
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    writeFileSync(join(dist, `${manifest[name]}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(dist, `${manifest[name]}.br`), brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }));
  }
  const lines = Object.entries(manifest).map(([name, file]) => `${name} ${file}\n`);
  writeFileSync(join(dist, `${stage}.manifest`), lines.join(''));
}

function pattern(name) {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}\\.[0-9a-f]{10}\\${name.slice(dot)}`;
}
