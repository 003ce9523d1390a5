// SPDX-License-Identifier: GPL-3.0-or-later
// node site_keystrokes.mjs SITE: how long the search page takes from a keystroke to the rows on the screen, milliseconds.
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
  for (let end = 1; end <= typed.length; ++end) {
    times.push({ what: typed.slice(0, end), time: await searched(seen.page, { id: 'words', value: typed.slice(0, end) }) });
  }
  for (const box of kFilters) times.push({ what: `${typed} + ${box}`, time: await searched(seen.page, { id: 'words', box }) });
  await seen.page.close();
}
const began = performance.now();
const seen = await open(window, path.join(site, 'search.html'));
await seen.page.waitForFunction(() => document.documentElement.dataset.searched !== undefined);
const opened = performance.now() - began;
await stop();

times.sort((a, b) => a.time - b.time);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const shown = ({ what, time }) => `${time.toFixed(0)} ms ("${what}")`;
console.log(`keystrokes: ${times.length}; median ${shown(at(0.5))}, 95 of 100 within ${shown(at(0.95))}, longest ${shown(at(1))}`);
console.log(`opening the search page: ${opened.toFixed(0)} ms`);
