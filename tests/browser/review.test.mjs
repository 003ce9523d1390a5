// SPDX-License-Identifier: GPL-3.0-or-later
// The review packet: a reviewer looks at crops, decides, saves, and the decisions are replayed.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { barriers, fixtures, newFolder, newWindow, open, pactable, readJson, start, stop } from './opened_page.mjs';

// Its text layer is taken as it is: with the recognition of today nothing would be left to decide.
const kScan = path.join(fixtures, 'pdf/saiga-scan-bad-text-layer.pdf');
const kName = path.basename(kScan);
let packet;

before(async () => {
  packet = newFolder();
  assert.equal(pactable('review', fixtures, '--ocr', 'never', '--skip-unsupported', '--output', packet), 0);
  await start();
});
after(stop);

const pageOf = (name) => path.join(packet, 'pdf~' + name + '.review.html');
const nothingElse = ({ asked, complaints, dialogs }) => {
  assert.deepEqual(asked, []);
  assert.deepEqual(complaints, []);
  assert.deepEqual(dialogs, []);
};
/** The card of a row's number. */
const card = (page, item) => page.locator('article[data-rule="NUM-OCR"]')
  .filter({ has: page.locator('.where', { hasText: new RegExp(`row ${item.replace('.', '\\.')}$`) }) });

async function sayWho(page, name) {
  await page.locator('#who-name').fill(name);
  await page.locator('#who-ok').click();
}
async function saved(page, folder) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  assert.equal(download.suggestedFilename(), 'decisions.json');
  const file = path.join(folder, 'decisions.json');
  await download.saveAs(file);
  return file;
}

test('a repair is rejected, another number chosen, both saved and replayed: exactly two rows change', async () => {
  const folder = newFolder();
  const window = await newWindow();
  const seen = await open(window, pageOf(kName));
  const { page } = seen;

  const broken = card(page, 't1.r26');
  assert.match(await broken.locator('h2').textContent(), /\.2 was recognised, recovered as 3\.2/);
  await broken.getByRole('button', { name: /^Reject/ }).click();
  await sayWho(page, 'Anna Reviewer');
  assert.match(await broken.locator('.outcome').textContent(), /^Rejected by Anna Reviewer/);

  const other = card(page, 't1.r66');
  await other.locator('.note').fill('the scan shows a 3');
  await other.locator('[data-do=choose]', { hasText: 'as printed' }).click();
  assert.match(await other.locator('.outcome').textContent(), /^Chosen: 3\.2 by Anna Reviewer/);
  assert.equal(await page.locator('#progress-text').innerText(), '2 of 72 decided');

  await page.reload();
  assert.equal(await page.locator('#progress-text').innerText(), '2 of 72 decided');
  assert.match(await card(page, 't1.r26').locator('.state').textContent(), /rejected/);

  const file = await saved(page, folder);
  nothingElse(seen);
  await window.close();

  assert.equal(pactable('validate', file), 0);
  const entries = readJson(file).decisions;
  assert.deepEqual(entries.map(({ item, verdict, value }) => [item, verdict, value]),
    [['t1.r26', 'reject', undefined], ['t1.r66', 'choose', '3.2']]);

  assert.equal(pactable('convert', kScan, '--ocr', 'never', '--output', path.join(folder, 'before')), 0);
  assert.equal(pactable('convert', kScan, '--ocr', 'never', '--output', path.join(folder, 'after'), '--decisions', file), 0);
  const [first, second] = ['before', 'after'].map((name) => readJson(path.join(folder, name, kName + '.json')));
  const changed = first.items.filter((item, i) => JSON.stringify(item) !== JSON.stringify(second.items[i]));
  assert.equal(first.items.length, second.items.length);
  assert.deepEqual(changed.map(({ id }) => id), ['t1.r26', 't1.r66']);
  const number = (id) => second.items.find((item) => item.id === id).number;
  assert.deepEqual([number('t1.r26').status, number('t1.r26').canonical], ['as-printed', undefined]);
  assert.deepEqual([number('t1.r66').status, number('t1.r66').canonical], ['as-printed', '3.2']);
  assert.deepEqual(second.decisions.map(({ item, reviewer, note, overruled }) => [item, reviewer, note, overruled.to]),
    [['t1.r26', 'Anna Reviewer', undefined, '3.2'], ['t1.r66', 'Anna Reviewer', 'the scan shows a 3', '8.2']]);
  assert.equal(pactable('validate', path.join(folder, 'after', kName + '.json'), path.join(folder, 'after', kName + '.xml')), 0);
});

test('the crop shows the row that was recognised as ".2", with ink in its frame', async () => {
  const window = await newWindow();
  const { page } = await open(window, pageOf(kName));
  const ink = await card(page, 't1.r26').locator('svg').evaluate(async (svg) => {
    const use = svg.querySelector('use'), frame = svg.querySelector('rect.mark');
    const stored = document.querySelector(use.getAttribute('href'));
    const image = new Image();
    image.src = stored.getAttribute('href');
    await image.decode();
    const scale = image.naturalWidth / svg.viewBox.baseVal.width;
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const drawing = canvas.getContext('2d');
    drawing.drawImage(image, 0, 0);
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Math.round(frame[name].baseVal.value * scale));
    const { data } = drawing.getImageData(Math.max(0, x), y, width, height);
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] < 100) ++dark;
    return { dark, width: image.naturalWidth, share: image.naturalHeight / image.naturalWidth };
  });
  assert.ok(ink.dark > 50, `dark pixels in the frame: ${ink.dark}`);
  assert.ok(ink.width > 800, `width: ${ink.width}`);
  assert.ok(ink.share < 1, `a row and its neighbours, not a page: ${ink.share}`);
  await window.close();
});

test('keys move, decide, undo and filter', async () => {
  const window = await newWindow();
  const { page, ...seen } = await open(window, pageOf(kName));
  const current = () => page.locator('.question.current').getAttribute('id');
  await page.keyboard.press('j');
  assert.equal(await current(), 'q1');
  await page.keyboard.press('a');
  await sayWho(page, 'Boris');
  await page.keyboard.press('j');
  assert.equal(await current(), 'q2');
  await page.keyboard.press('a');
  await page.waitForFunction(() => document.querySelector('.question.current').id === 'q3');
  await page.keyboard.press('r');
  await page.waitForFunction(() => document.querySelector('.question.current').id === 'q4');
  assert.equal(await page.locator('#progress-text').innerText(), '3 of 72 decided');
  await page.keyboard.press('k');
  await page.keyboard.press('u');
  assert.equal(await page.locator('#progress-text').innerText(), '2 of 72 decided');
  await page.keyboard.press('t');
  await page.keyboard.type('A');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('#q3 .outcome').textContent(), /^Set: A by Boris/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  assert.ok(await page.locator('#help-dialog').isVisible());
  await page.keyboard.press('Escape');

  await page.locator('#filter-rule').selectOption('NUM-OCR');
  assert.equal(await page.locator('.question:visible').count(), 20);
  await page.locator('#accept-shown').click();
  await page.locator('#sure-ok').click();
  assert.equal(await page.locator('#progress-text').innerText(), '23 of 72 decided');
  await page.locator('#filter-state').selectOption('open');
  assert.equal(await page.locator('.question:visible').count(), 0);
  assert.ok(await page.locator('#none-shown').isVisible());
  nothingElse(seen);
  await window.close();
});

test('decisions are loaded back; those that fit nothing here are left out and said', async () => {
  const folder = newFolder();
  const window = await newWindow();
  const { page, ...seen } = await open(window, pageOf(kName));
  await card(page, 't1.r26').getByRole('button', { name: /^Accept/ }).click();
  await sayWho(page, 'Anna');
  const file = await saved(page, folder);
  const content = readJson(file);
  const [entry] = content.decisions;
  content.decisions.push({ ...entry, source: 'b'.repeat(64) }, { ...entry, item: 't1.r27' }, { ...entry, verdict: 'perhaps' });
  content.decisions.push({ ...entry, item: 't1.r27', printed: '.3', machine: '3.3', verdict: 'set', value: '<img src=x onerror=alert(1)>' });
  writeFileSync(file, JSON.stringify(content));
  await page.locator('#questions [data-do=undo]').first().click();
  assert.equal(await page.locator('#progress-text').innerText(), '0 of 72 decided');
  await page.locator('#file').setInputFiles(file);
  await page.waitForFunction(() => !document.getElementById('message').hidden && document.getElementById('message').textContent.includes('loaded'));
  assert.match(await page.locator('#message').innerText(), /^2 decisions loaded; 2 fit nothing on this page .*; 1 are on other documents/);
  assert.match(await card(page, 't1.r27').locator('.outcome').textContent(), /<img src=x onerror=alert\(1\)>/);
  await page.locator('#file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format": 3}') });
  await page.waitForFunction(() => document.getElementById('message').textContent.includes('no file of decisions'));
  nothingElse(seen);
  await window.close();
});

test('no page has a serious barrier, in light and in dark, on a laptop and on a telephone', async () => {
  // Pages with few questions: axe takes seconds for each.
  const small = (name) => {
    const record = readJson(path.join(packet, 'corpus.json')).documents.find((document) => document.path === name);
    return path.join(packet, record.outputs[0]);
  };
  for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 390, height: 844 }, isMobile: true }]) {
    const window = await newWindow(options);
    for (const file of [path.join(packet, 'index.html'), small('pdf/iwc-cmp-action-plan-2018-2024.pdf'),
      small('docx/cami-programme-of-work-2014-2020.docx')]) {
      const { page, ...seen } = await open(window, file);
      assert.deepEqual(await barriers(page), [], file);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wider, 0, `${file} scrolls sideways`);
      assert.deepEqual(seen.asked, []);
      await page.close();
    }
    await window.close();
  }
});

test('document text with markup, scripts, styles and direction overrides does nothing', async () => {
  const folder = newFolder();
  const kHostile = [
    '<script>window.done = 1</script>', '<img src=x onerror="window.done = 2">', '</script><script>window.done = 3</script>',
    '"><svg onload=window.done=4>', "'-window.done=5-'", '<!-- --><style>body{display:none}</style>', '\u202Eevil\u202C \u2067x\u2069',
    'javascript:window.done=6', '{{7*7}} ${window.done=7} `', '</title><base href=https://example.org/>',
    '<meta http-equiv=refresh content=0;url=https://example.org>', '&lt;b&gt; &#60;i&#62; \u001b[2J \u0007',
  ];
  let i = 0;
  const text = readFileSync(path.join(fixtures, 'seeds/saiga-mtiwp-2021-2025.txt'), 'utf8').split('\n')
    .map((line) => line.replace(/\t([A-Z][a-z]+ )/, (_, word) => '\t' + word + kHostile[i++ % kHostile.length] + ' ')).join('\n');
  assert.ok(i > 50);
  const file = path.join(folder, "a'b <img src=x onerror=window.done=8> \u202E.txt".replaceAll('/', ''));
  writeFileSync(file, text);
  const pages = path.join(folder, 'pages');
  assert.equal(pactable('review', file, '--output', pages), 0);
  const [{ outputs }] = readJson(path.join(pages, 'corpus.json')).documents;
  const window = await newWindow();
  for (const name of ['index.html', ...outputs]) {
    const { page, ...seen } = await open(window, path.join(pages, name));
    nothingElse(seen);
    assert.equal(await page.evaluate(() => window.done), undefined);
    const found = await page.evaluate(() => ({
      scripts: document.querySelectorAll('script').length, styles: document.querySelectorAll('style').length,
      others: document.querySelectorAll('base, iframe, object, embed, img, meta[http-equiv=refresh], [onerror], [onload], body [style]').length,
      direction: /[\u202A-\u202E\u2066-\u2069\u0007\u001B]/.test(document.documentElement.outerHTML.replace(/<script.*?<\/script>/gs, '')),
      shown: document.querySelector('#main').textContent, title: document.body.textContent,
    }));
    assert.equal(found.others, 0);
    assert.equal(found.styles, 2);
    assert.equal(found.scripts, name === 'index.html' ? 1 : 2);
    assert.equal(found.direction, false);
    if (name !== 'index.html') {
      assert.ok(found.shown.includes('<script>window.done = 1</script>'));
      // The reader drops direction marks; what a page shows of them, as in the name of the file, is their code.
      assert.ok(found.shown.includes('evil x'));
      assert.ok(found.title.includes('[U+202E]'));
    }
    await page.close();
  }
  await window.close();
});
