// SPDX-License-Identifier: GPL-3.0-or-later
// node site_keystrokes.mjs SITE: how long the search page takes from a keystroke to the rows on the screen, and how much
// of that its thread computes (which does not depend on what else the machine does), in milliseconds.
// Called by scripts/bench-site; PACTABLE_CHROMIUM names the browser.
import path from 'node:path';
import { newWindow, open, start, stop } from './opened_page.mjs';

// What people type, letter by letter; the first of each is typed into a page that has loaded no words yet.
const kTyped = ['saiga trade monitoring', 'transboundary cooperation', 'secretariat', '3.10', '#10.7', 'the', 'bakidelo'];
const kFilters = ['urgency', 'number', 'kind'];

const site = process.argv[2];
await start();
const window = await newWindow();
const times = [];

/** From the event to the frame in which the rows of this search are shown. */
const searched = (page, act) => page.evaluate(async ({ id, value, box }) => {
  const root = document.documentElement;
  const before = root.dataset.searched;
  const field = document.getElementById(id);
  const target = box ? document.querySelector(`input[name="${box}"]`) : field;
  const began = performance.now();
  if (box) target.checked = !target.checked; else target.value = value;
  target.dispatchEvent(new Event('input', { bubbles: true }));
  while (root.dataset.searched === before) await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return performance.now() - began;
}, act);

for (const typed of kTyped) {
  const seen = await open(window, path.join(site, 'search.html'));
  await seen.page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
  const session = await window.newCDPSession(seen.page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const computed = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const measure = async (what, act) => {
    const before = await computed();
    const time = await searched(seen.page, act);
    times.push({ what, time, computed: await computed() - before });
  };
  for (let end = 1; end <= typed.length; ++end) {
    await measure(typed.slice(0, end), { id: 'words', value: typed.slice(0, end) });
  }
  for (const box of kFilters) await measure(`${typed} + ${box}`, { id: 'words', box });
  await seen.page.close();
}
const began = performance.now();
const seen = await open(window, path.join(site, 'search.html'));
await seen.page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
const opened = performance.now() - began;
await stop();

for (const kind of ['time', 'computed']) {
  times.sort((a, b) => a[kind] - b[kind]);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const shown = (share) => `${at(share)[kind].toFixed(0)} ms ("${at(share).what}")`;
  console.log(`${times.length} keystrokes, ${kind === 'time' ? 'to the screen' : 'computed by the page'}: median ${shown(0.5)}, `
    + `95 of 100 within ${shown(0.95)}, longest ${shown(1)}`);
}
console.log(`opening the search page: ${opened.toFixed(0)} ms`);
