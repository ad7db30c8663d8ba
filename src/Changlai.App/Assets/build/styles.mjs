// The style sheet: Tabler, cut down to what the pages use and made to follow the system's dark mode by itself, then our own rules.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import { publish, root } from './output.mjs';

const dark = '[data-bs-theme=dark]';

// Tabler switches by an attribute that a script must set before the first paint. The same rules inside a media query
// need no script and cannot flash; `:root` keeps the attribute's specificity.
function followSystem(css) {
  const sheet = postcss.parse(css);
  sheet.walkRules(rule => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
    const themed = rule.selectors.filter(s => s.startsWith(dark) && !s.includes('=light'));
    const plain = rule.selectors.filter(s => !/(bs|navbar|data)-theme=(dark|primary)/.test(s));
    if (themed.length) {
      const copy = rule.clone({ selectors: themed.map(s => s.replace(dark, ':root')) });
      rule.after(postcss.atRule({ name: 'media', params: '(prefers-color-scheme:dark)', nodes: [copy] }));
    }
    if (plain.length === 0) rule.remove();
    else rule.selectors = plain;
  });
  return sheet.toString();
}

async function onlyWhatIsUsed(css) {
  const [result] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: ['../Ui/**/*.{razor,cs}', '../Features/**/*.razor', '../Shell/**/*.razor', 'islands/*.ts'].map(glob => join(root, glob)),
    variables: true,
    keyframes: true,
    fontFace: true,
    safelist: { standard: ['html', 'body', 'dialog', 'progress', 'search', /^htmx-/] },
  });
  return result.css;
}

const tabler = readFileSync(join(root, 'node_modules/@tabler/core/dist/css/tabler.css'), 'utf8');
const own = ['base', 'frame', 'parts', 'work', 'segments', 'phone', 'print'].map(name => readFileSync(join(root, `styles/${name}.css`), 'utf8')).join('\n');
// Our own rules stay whole, yet pass with the rest, so that a Tabler variable used only by us is kept.
const kept = await onlyWhatIsUsed(`${followSystem(tabler)}\n/* purgecss start ignore */\n${own}\n/* purgecss end ignore */`);
const { code } = await esbuild.transform(kept, { loader: 'css', minify: true, legalComments: 'none', target: ['chrome111', 'safari16.4', 'firefox115'] });
publish('styles', { 'changlai.css': code, 'favicon.svg': readFileSync(join(root, 'styles/favicon.svg')) });
