// SPDX-License-Identifier: GPL-3.0-or-later
// The data library: a reader browses, searches, filters, looks at charts, takes files away; hostile texts do nothing.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { barriers, fixtures, newFolder, newWindow, open, pactable, readJson, start, stop } from './opened_page.mjs';

const kScan = 'saiga-scan-bad-text-layer.pdf';
const kTyped = 'saiga-typed-damage.docx';
const kPlan = 'iwc-cmp-action-plan-2018-2024.pdf';
const kHostile = '</script><script>window.hit=1</script><img src=x onerror="window.hit=1">\u2028\u2029\u202E3.2\u202C\'"&${window.hit=1}';
let site;
let corpus;
let hostile;

before(async () => {
  const documents = newFolder();
  for (const name of [`pdf/${kScan}`, `pdf/${kPlan}`, `docx/${kTyped}`]) {
    copyFileSync(path.join(fixtures, name), path.join(documents, path.basename(name)));
  }
  writeFileSync(path.join(documents, 'empty.pdf'), '');
  writeFileSync(path.join(documents, 'letter.txt'), 'A letter.\n\nNothing is planned in it.\n');
  corpus = newFolder();
  assert.equal(pactable('convert', documents, '--output', corpus, '--ocr', 'never', '--quiet'), 2);
  site = newFolder();
  const below = path.relative(site, documents);
  assert.equal(pactable('site', corpus, '--output', site, '--documents', below), 0);
  hostile = writeHostile();
  await start();
});
after(stop);

/** A site whose plan says things that would do harm as markup or script, wherever a plan has text. */
function writeHostile() {
  const folder = newFolder();
  const manifest = readJson(path.join(corpus, 'corpus.json'));
  const plan = readJson(path.join(corpus, `${kScan}.json`));
  plan.metadata.title = kHostile;
  plan.metadata.vision = kHostile;
  plan.tables[0].caption = kHostile;
  plan.tables[0].columns[1].header = kHostile;
  for (const list of plan.codeLists) for (const code of list.codes) code.label = kHostile;
  for (const finding of plan.findings) finding.message = kHostile;
  for (const text of plan.discarded) text.text = kHostile;
  for (const item of plan.items) {
    item.text = kHostile + ' ' + item.text;
    item.fields = { ...item.fields, responsible: { printed: kHostile, value: [kHostile] } };
    for (const field of Object.values(item.fields)) if (field.label) field.label = kHostile;
  }
  const record = manifest.documents.find(({ path: name }) => name === kScan);
  record.outputs = ['hostile.json'];
  delete record.outputDigests;
  record.path = `folder/${kHostile}.pdf`;
  writeFileSync(path.join(folder, 'hostile.json'), JSON.stringify(plan));
  const failed = manifest.documents.find(({ outcome }) => outcome === 'failed');
  failed.path = `z${kHostile}`;
  failed.error.message = kHostile;
  writeFileSync(path.join(folder, 'corpus.json'), JSON.stringify({ ...manifest, documents: [record, failed] }));
  const out = newFolder();
  assert.equal(pactable('site', folder, '--output', out, '--title', kHostile), 0);
  return out;
}

const searchPage = (folder = site) => path.join(folder, 'search.html');
const planPage = (name) => path.join(site, 'plans', `${name}.html`);

/** Nothing was complained about, and nothing asked for but script files of the site. */
function clean({ asked, complaints, dialogs }, folder = site) {
  assert.deepEqual(complaints, []);
  assert.deepEqual(dialogs, []);
  const data = pathToFileURL(path.join(folder, 'data') + path.sep).href;
  assert.deepEqual(asked.filter((address) => !(address.startsWith(data) && address.endsWith('.js'))), []);
}

const number = (text) => Number(/^([\d,]+)/.exec(text)[1].replaceAll(',', ''));
async function count(page) {
  return number(await page.locator('#count').innerText());
}
/** Does something and waits for the search that it starts. */
async function searched(page, act) {
  const before = await page.evaluate(() => document.documentElement.dataset.searched);
  await act();
  await page.waitForFunction((old) => document.documentElement.dataset.searched !== old, before);
}
async function openSearch(folder = site, hash = '', options = {}) {
  const window = await newWindow(options);
  const seen = await open(window, searchPage(folder));
  if (hash) {
    await seen.page.goto(pathToFileURL(searchPage(folder)).href + hash);
    await seen.page.reload();
  }
  await seen.page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
  return { ...seen, window };
}
/** The site on a host that hands out files and does nothing else. */
async function served(act) {
  const server = createServer((request, response) => {
    try {
      const name = path.join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
      response.setHeader('Content-Type', { '.html': 'text/html', '.js': 'text/javascript' }[path.extname(name)] ?? 'application/octet-stream');
      response.end(readFileSync(name));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await act(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const plans = () => readdirSync(corpus).filter((name) => name.endsWith('.json') && name !== 'corpus.json')
  .map((name) => readJson(path.join(corpus, name)));
const items = () => plans().flatMap((plan) => plan.items);
const wordsField = (page) => page.locator('#words');

test('the first page lists every document, also those without a plan, and its filter narrows the list', async () => {
  const seen = await open(await newWindow(), path.join(site, 'index.html'));
  const { page } = seen;
  assert.equal(await page.locator('#plan-rows tr').count(), 3);
  const others = await page.locator('section', { has: page.locator('#others') }).innerText();
  assert.match(others, /empty\.pdf\s+failed\s+empty-file/);
  assert.match(others, /letter\.txt\s+no plan in it/);
  await page.locator('#filter').fill('cmp');
  assert.equal(await page.locator('#plan-rows tr:visible').count(), 1);
  assert.equal(await page.locator('#filter-count').innerText(), '1 plan');
  await page.locator('#plan-rows a:visible').click();
  assert.match(page.url(), /plans\/iwc-cmp/);
  clean({ ...seen, asked: seen.asked.filter((address) => !address.includes('/plans/')) });
});

test('all words are wanted, from their beginnings, without case and accents', async () => {
  const seen = await openSearch();
  const { page } = seen;
  assert.equal(await count(page), items().length);
  await searched(page, () => wordsField(page).fill('SAIGA tràd'));
  const wanted = items().filter(({ text = '' }) => /\bsaiga/i.test(text) && /\btrad/i.test(text)).length;
  assert.ok(wanted > 5);
  assert.equal(await count(page), wanted);
  assert.ok(await page.locator('#results mark').count() > 0);
  await searched(page, () => wordsField(page).fill('nosuchwordanywhere'));
  assert.equal(await count(page), 0);
  clean(seen);
});

test('every word of every row leads to that row', async () => {
  const { page } = await openSearch();
  const lost = await page.evaluate(async (wanted) => {
    const out = [];
    const rows = await siteFiles.rowsAt(Array.from({ length: wanted }, (_, at) => at));
    for (const [place, { row }] of rows.entries()) {
      for (const word of siteWords.wordsOf(row.text || '')) {
        const set = await siteFiles.rowsWith({ word, whole: true });
        if (!((set[place >>> 5] >>> (place & 31)) & 1)) out.push([place, word]);
      }
    }
    return out;
  }, items().length);
  assert.deepEqual(lost, []);
});

test('a number is found as printed and as repaired, and alone with a hash', async () => {
  const seen = await openSearch();
  const { page } = seen;
  await searched(page, () => wordsField(page).fill('#3.2'));
  const wanted = items().filter(({ number: own }) => own && [own.canonical, own.printed].some((one) => one?.replace(/\.$/, '') === '3.2'));
  assert.equal(await count(page), wanted.length);
  assert.match(await page.locator('#results li', { hasText: 'repaired' }).first().innerText(), /^3\.2\s+Action\s+repaired; printed “\.2”/);
  clean(seen);
});

test('boxes filter by decoded labels, say how they are printed, and count what they would leave', async () => {
  const seen = await openSearch();
  const { page } = seen;
  await page.locator('.facet summary', { hasText: 'Urgency' }).click();
  const urgent = page.locator('.facet label', { hasText: 'Urgent' });
  assert.match(await urgent.innerText(), /printed 1/);
  const would = number(await urgent.locator('.tally').innerText());
  await searched(page, () => urgent.locator('input').check());
  const wanted = items().filter(({ fields }) => fields?.urgency?.label === 'Urgent').length;
  assert.equal(await count(page), wanted);
  assert.equal(would, wanted);
  await page.locator('.facet summary', { hasText: 'State of the number' }).click();
  await searched(page, () => page.locator('.facet label', { hasText: 'Repaired' }).locator('input').check());
  const repaired = items().filter(({ fields, number: own }) => fields?.urgency?.label === 'Urgent' && own?.status === 'repaired').length;
  assert.equal(await count(page), repaired);
  clean(seen);
});

test('party, time and plan narrow the rows', async () => {
  const seen = await openSearch();
  const { page } = seen;
  await searched(page, () => page.locator('#party').fill('sc-cmp'));
  const wanted = items().filter(({ fields }) => fields?.responsible?.value?.includes('SC-CMP')).length;
  assert.equal(await count(page), wanted);
  assert.match(await page.locator('#party-hint').innerText(), /SC-CMP/);
  await searched(page, () => page.locator('#party').fill('secretariat'));
  await page.locator('.facet summary', { hasText: 'Due' }).click();
  await searched(page, () => page.locator('.facet label', { hasText: '2018' }).locator('input').check());
  const due = items().filter(({ fields }) => fields?.responsible?.value?.includes('Secretariat') && fields.timeframe?.edtf?.startsWith('2018'));
  assert.equal(await count(page), due.length);
  assert.ok(due.length > 0);
  await searched(page, () => page.locator('button[type=reset]').click());
  await searched(page, () => page.locator('#plan').selectOption(kPlan));
  assert.equal(await count(page), readJson(path.join(corpus, `${kPlan}.json`)).items.length);
  clean(seen);
});

test('the address keeps the search', async () => {
  const seen = await openSearch();
  const { page } = seen;
  await searched(page, () => wordsField(page).fill('trade'));
  await page.locator('.facet summary', { hasText: 'Urgency' }).click();
  await searched(page, () => page.locator('.facet label', { hasText: 'Urgent' }).locator('input').check());
  const found = await count(page);
  const hash = new URL(page.url()).hash;
  assert.equal(hash, '#words=trade&urgency=Urgent');
  const again = await openSearch(site, hash);
  assert.equal(await count(again.page), found);
  assert.equal(await again.page.locator('#words').inputValue(), 'trade');
  assert.ok(await again.page.locator('.facet label', { hasText: 'Urgent' }).locator('input').isChecked());
  assert.equal(await again.page.locator('#count').getAttribute('role'), 'status');
});

test('more rows come on demand, and a row leads to its place in the plan', async () => {
  const seen = await openSearch();
  const { page } = seen;
  await searched(page, () => wordsField(page).fill('saiga'));
  assert.equal(await page.locator('#results > li').count(), 10);
  await page.locator('#more').click();
  await page.waitForFunction(() => document.querySelectorAll('#results > li').length === 40);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('#results > li')].indexOf(document.activeElement)), 10);
  const link = page.locator('#results > li a').first();
  const id = decodeURIComponent(new URL(await link.evaluate((one) => one.href)).hash.slice(1));
  await link.click();
  await page.waitForURL(/plans\//);
  assert.equal(await page.locator('tr:target').getAttribute('id'), id);
});

test('by keyboard alone: skip link, words, boxes', async () => {
  const seen = await openSearch();
  const { page } = seen;
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  for (let steps = 0; steps < 10 && await page.evaluate(() => document.activeElement.id) !== 'words'; ++steps) {
    await page.keyboard.press('Tab');
  }
  await searched(page, () => page.keyboard.type('horn'));
  for (let steps = 0; steps < 20; ++steps) {
    await page.keyboard.press('Tab');
    if (/^Urgency/.test(await page.evaluate(() => document.activeElement.textContent))) break;
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const before = await count(page);
  await searched(page, () => page.keyboard.press('Space'));
  assert.ok(await count(page) <= before);
  assert.match(page.url(), /urgency=/);
  clean(seen);
});

test('a plan shows its rows as printed, what was repaired, and where each stands', async () => {
  const seen = await open(await newWindow(), planPage(kScan));
  const { page } = seen;
  const plan = readJson(path.join(corpus, `${kScan}.json`));
  for (const { id } of plan.items) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, id);
  assert.equal(await page.locator('.printed tbody tr').count(), plan.items.length);
  const repaired = page.locator('[id="t1.r26"]');
  assert.match(await repaired.innerText(), /3\.2\s+repaired; printed “\.2”/);
  assert.match(await repaired.innerText(), /1\s+Urgent/);
  const source = await repaired.locator('.source-link').first().evaluate((one) => one.href);
  assert.match(source, /saiga-scan-bad-text-layer\.pdf#page=3$/);
  assert.ok(readFileSync(fileURLToPath(source.replace(/#.*/, ''))).length > 0);
  assert.equal(await page.locator('.printed .mark.good', { hasText: 'repaired' }).count(), plan.repairs.length);
  clean(seen);
});

test('charts are drawn, and say in figures what they draw', async () => {
  const seen = await open(await newWindow(), planPage(kScan));
  const { page } = seen;
  const chart = page.locator('table.bars').first();
  const plan = readJson(path.join(corpus, `${kScan}.json`));
  assert.equal(await chart.locator('caption').innerText(), 'Actions by section and urgency');
  const sum = (await chart.locator('tbody tr td:last-child').allInnerTexts()).map(Number).reduce((a, b) => a + b, 0);
  assert.equal(sum, plan.items.filter(({ kind }) => kind === 'action' || kind === 'sub-task').length);
  const drawn = await chart.locator('svg.bar-drawing rect').evaluateAll((bars) => bars.map((bar) => [
    bar.getBoundingClientRect().width, getComputedStyle(bar).fill]));
  assert.ok(drawn.length > 20);
  assert.ok(drawn.every(([width]) => width > 0));
  assert.ok(new Set(drawn.map(([, fill]) => fill)).size === 3);
  const states = await page.locator('table.bars').last().innerText();
  assert.match(states, /119\s+20\s+139/);
});

test('every format can be taken away', async () => {
  const window = await newWindow();
  const { page } = await open(window, planPage(kScan));
  const links = page.locator('.downloads a');
  const names = await links.allInnerTexts();
  for (const name of ['JSON', 'XML', 'Markdown', 'Akoma Ntoso']) assert.ok(names.includes(name), name);
  const bytes = readFileSync(path.join(corpus, `${kScan}.json`));
  const json = links.filter({ hasText: /^JSON$/ });
  assert.deepEqual(readFileSync(fileURLToPath(await json.evaluate(({ href }) => href))), bytes);
  await served(async (address) => {
    const seen = await newWindow().then((other) => other.newPage());
    await seen.goto(`${address}/plans/${kScan}.html`);
    const [download] = await Promise.all([seen.waitForEvent('download'), seen.locator('.downloads a', { hasText: /^JSON$/ }).click()]);
    assert.equal(download.suggestedFilename(), `${kScan}.json`);
    const file = path.join(newFolder(), 'taken.json');
    await download.saveAs(file);
    assert.deepEqual(readFileSync(file), bytes);
  });
  const { page: index } = await open(window, path.join(site, 'index.html'));
  await index.locator('details.files summary').first().click();
  for (const address of await index.locator('a[download]').evaluateAll((all) => all.map(({ href }) => href))) {
    assert.ok(readFileSync(fileURLToPath(address)).length > 0, address);
  }
});

test('every link of the site leads somewhere', async () => {
  const window = await newWindow();
  for (const file of ['index.html', 'search.html', ...readdirSync(path.join(site, 'plans')).map((name) => `plans/${name}`)]) {
    const { page } = await open(window, path.join(site, file));
    const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
      .map((one) => decodeURIComponent(one.getAttribute('href').slice(1)))
      .filter((id) => document.getElementById(id) === null));
    assert.deepEqual(dead, [], file);
    const links = await page.locator('a:not([href^="#"])').evaluateAll((all) => [...new Set(all.map(({ href }) => href.replace(/#.*/, '')))]);
    for (const link of links) assert.ok(readFileSync(fileURLToPath(link)).length >= 0, link);
    await page.close();
  }
});

test('hostile texts do nothing on any page', async () => {
  const window = await newWindow();
  for (const file of ['index.html', 'plans/hostile.html', 'search.html']) {
    const seen = await open(window, path.join(hostile, file));
    const { page } = seen;
    if (file === 'search.html') {
      await page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
      await searched(page, () => wordsField(page).fill('script onerror'));
      assert.ok(await count(page) > 100);
      assert.match(await page.locator('#results > li').first().innerText(), /<\/script><script>window\.hit=1/);
      await searched(page, () => page.locator('#party').fill('script'));
      for (const summary of await page.locator('.facet summary').all()) await summary.click();
    }
    assert.equal(await page.evaluate(() => globalThis.hit), undefined, file);
    assert.equal(await page.locator('main img, main script').count(), 0, file);
    assert.doesNotMatch(await page.locator('body').innerText(), /[\u202A-\u202E\u2066-\u2069]/, file);
    clean(seen, hostile);
  }
});

test('a page runs no script and loads no picture but its own', async () => {
  const window = await newWindow();
  const { page } = await open(window, searchPage());
  await page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
  const refused = [];
  const loaded = [];
  page.on('requestfailed', (request) => refused.push(`${request.url()} ${request.failure().errorText}`));
  page.on('requestfinished', (request) => loaded.push(request.url()));
  await page.evaluate(async () => {
    const tried = document.createElement('div');
    tried.innerHTML = '<img src="https://example.org/x.png"><b onclick="window.hit = 1">x</b><script>window.hit = 1</script>'
      + '<script src="data/search.js"></script><style>body { background: url(https://example.org/y.png) }</style>';
    document.body.append(tried);
    const own = document.createRange().createContextualFragment('<script>window.hit = 1</script>');
    document.body.append(own);
    tried.querySelector('b').click();
    await fetch('https://example.org/z').catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
  assert.deepEqual(loaded, []);
  assert.ok(refused.every((line) => line.endsWith(' csp')), refused.join('\n'));
});

test('from a host the search works as from a disk', () => served(async (address) => {
  const window = await newWindow();
  const page = await window.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && !/favicon/.test(message.location().url) && complaints.push(message.text()));
  await page.goto(`${address}/search.html#words=saiga`);
  await page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
  assert.ok(await count(page) > 50);
  assert.deepEqual(complaints, []);
}));

test('a missing data file is said, not passed over', async () => {
  const broken = newFolder();
  mkdirSync(path.join(broken, 'data'));
  copyFileSync(searchPage(), path.join(broken, 'search.html'));
  const { page } = await open(await newWindow(), path.join(broken, 'search.html'));
  await page.waitForFunction(() => document.getElementById('count').textContent.includes('cannot go on'));
});

test('axe finds nothing serious on any page, light and dark, laptop and phone', async () => {
  for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 390, height: 844 } }]) {
    const window = await newWindow(options);
    for (const file of ['index.html', `plans/${kScan}.html`, `plans/${kPlan}.html`, `plans/${kTyped}.html`, 'search.html']) {
      const { page } = await open(window, path.join(site, file));
      if (file === 'search.html') {
        await page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
        for (const summary of await page.locator('.facet summary:visible').all()) await summary.click();
      }
      for (const summary of await page.locator('details.card > summary').all()) await summary.click();
      assert.deepEqual(await barriers(page), [], `${file} ${JSON.stringify(options)}`);
      await page.close();
    }
  }
});

test('no page is wider than a phone', async () => {
  const window = await newWindow({ viewport: { width: 390, height: 844 } });
  for (const file of ['index.html', `plans/${kScan}.html`, `plans/${kPlan}.html`, 'search.html']) {
    const { page } = await open(window, path.join(site, file));
    if (file === 'search.html') await page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, file);
    await page.close();
  }
});
