// A table of readings for the 20,992 characters of the basic block, from pinyin-pro, one line per syllable:
//   li 里理力…     the usual reading of these characters
//   +chong 重种…   a further reading of these
//   ^shan 单…      the reading of these at the head of a name
//   =尉迟 yu chi   a surname of two characters
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { root } from './output.mjs';

const doubles = '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师'.split(' ');
// ü is written v, as on a Chinese keyboard.
const spoken = (text, options) => pinyin(text, { toneType: 'none', type: 'array', v: true, ...options });

const usual = new Map();
const further = new Map();
const heading = new Map();
const add = (map, syllable, character) => map.set(syllable, (map.get(syllable) ?? '') + character);

for (let code = 0x4e00; code <= 0x9fff; code++) {
  const character = String.fromCharCode(code);
  const readings = spoken(character, { multiple: true }).filter(r => /^[a-z]+$/.test(r));
  if (readings.length === 0) continue;
  const [head] = spoken(character, { surname: 'head' });
  add(usual, readings[0], character);
  for (const reading of new Set(readings.slice(1))) if (reading !== readings[0]) add(further, reading, character);
  if (head !== readings[0] && /^[a-z]+$/.test(head)) add(heading, head, character);
}

const lines = (map, mark) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => `${mark}${syllable} ${characters}`);
// Only the surnames that are read otherwise than their characters one by one.
const pairs = doubles
  .map(name => [name, spoken(name, { surname: 'head' }).join(' ')])
  .filter(([name, reading]) => reading !== `${spoken(name[0], { surname: 'head' })} ${spoken(name[1])}`)
  .map(([name, reading]) => `=${name} ${reading}`);
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/pinyin.txt'), [...lines(usual, ''), ...lines(further, '+'), ...lines(heading, '^'), ...pairs, ''].join('\n'));
