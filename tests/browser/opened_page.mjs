// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a folder that the program wrote, opened from disk in Chromium; what it asks for and complains about is kept.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
export const fixtures = path.join(root, 'fixtures');

/** Runs the program; returns its exit status. */
export function pactable(...words) {
  try {
    execFileSync(process.env.PACTABLE_PROGRAM, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    return 0;
  } catch (error) {
    if (typeof error.status !== 'number') throw error;
    return error.status;
  }
}

export const newFolder = () => mkdtempSync(path.join(tmpdir(), 'pactable-browser-'));
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

let browser;
export async function start() {
  browser = await chromium.launch({ executablePath: process.env.PACTABLE_CHROMIUM, args: ['--no-sandbox'] });
}
export const stop = () => browser.close();

/** What is wanted of the window: viewport, colorScheme … as playwright names them. */
export async function newWindow(options = {}) {
  return browser.newContext({ viewport: { width: 1366, height: 850 }, reducedMotion: 'reduce', acceptDownloads: true, ...options });
}

/** `asked` holds every address that the page asked for but its own, `complaints` every error. */
export async function open(window, file) {
  const page = await window.newPage();
  const seen = { page, asked: [], complaints: [], dialogs: [] };
  const address = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) seen.asked.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  await page.goto(address);
  return seen;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical: "rule: element". */
export async function barriers(page) {
  await page.evaluate(axe);
  const results = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}
