// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions on one document: made by button or key, kept in this browser, saved to and loaded from decisions.json.
// Texts of the document reach the page through textContent and values only.
'use strict';
(() => {
  const kFormat = 'pactable-decisions/1';
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId('review-data').textContent);
  const questions = data.questions;
  const cards = [...document.querySelectorAll('.question')];
  if (questions.length === 0) return;

  // Keeping

  const kStore = 'pactable-review/1/' + data.source;
  const kWho = 'pactable-review/1/reviewer';
  let keeps = true;
  const read = (key, otherwise) => {
    try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { keeps = false; return otherwise; }
  };
  const write = (key, value) => {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { keeps = false; }
  };
  const keyOf = (question) => question.item + ' ' + question.field;
  const byKey = new Map(questions.map((question, i) => [keyOf(question), i]));
  const isText = (value) => typeof value === 'string' && value !== '';
  // A decision is one on what this page shows, or it does not count.
  const fits = (decision, question) => decision && typeof decision === 'object' &&
    ['accept', 'reject', 'choose', 'set'].includes(decision.verdict) && isText(decision.reviewer) &&
    decision.printed === question.printed && decision.machine === question.machine &&
    (decision.verdict === 'choose' || decision.verdict === 'set' ? isText(decision.value) : decision.value === undefined) &&
    (decision.verdict !== 'reject' || question.reject);

  const decided = new Map();  // by index of the question
  const kept = read(kStore, {});
  questions.forEach((question, i) => { if (fits(kept[keyOf(question)], question)) decided.set(i, kept[keyOf(question)]); });
  let reviewer = read(kWho, '');
  if (!isText(reviewer)) reviewer = '';

  const keep = () => {
    const all = {};
    for (const [i, decision] of decided) all[keyOf(questions[i])] = decision;
    write(kStore, all);
    if (!keeps) say('This browser keeps nothing for files: save decisions.json before you close the page.', true);
  };

  // Showing

  const message = byId('message');
  function say(text, warn) {
    message.textContent = text;
    message.classList.toggle('warn', Boolean(warn));
    message.hidden = text === '';
  }
  const clock = (when) => {
    const date = new Date(when);
    return Number.isNaN(date.getTime()) ? '' : ', ' + date.toLocaleString();
  };
  const kWords = { accept: 'Accepted', reject: 'Rejected', choose: 'Chosen: ', set: 'Set: ' };

  function showDecision(i) {
    const card = cards[i], decision = decided.get(i);
    const state = card.querySelector('.state'), outcome = card.querySelector('.outcome');
    card.classList.toggle('decided', Boolean(decision));
    state.textContent = decision ? { accept: 'accepted', reject: 'rejected', choose: 'chosen', set: 'set' }[decision.verdict] : 'open';
    state.className = 'chip state' + (decision ? (decision.verdict === 'reject' ? ' warn' : ' good') : '');
    outcome.replaceChildren();
    for (const button of card.querySelectorAll('[data-do]')) {
      const same = decision && button.dataset.do === decision.verdict &&
        (decision.verdict !== 'choose' || questions[i].choices[Number(button.dataset.choice)] === decision.value);
      button.setAttribute('aria-pressed', same ? 'true' : 'false');
    }
    if (!decision) {
      outcome.textContent = 'Not decided yet.';
      return;
    }
    outcome.append(kWords[decision.verdict]);
    if (decision.value !== undefined) {
      const value = document.createElement('samp');
      value.className = 'value';
      value.textContent = visible(decision.value);
      outcome.append(value);
    }
    outcome.append(' by ' + visible(decision.reviewer) + clock(decision.when) + (decision.note ? '. Note: ' + visible(decision.note) : '') + '. ');
    const undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'quiet small no-print';
    undo.dataset.do = 'undo';
    undo.textContent = 'Undo';
    outcome.append(undo);
  }
  // Characters that change the direction of writing, as the rest of the page shows them.
  function visible(text) {
    return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, (c) => '[U+' + c.charCodeAt(0).toString(16).toUpperCase() + ']');
  }

  const filterRule = byId('filter-rule'), filterState = byId('filter-state');
  const isShown = (i) => !cards[i].hidden;
  function showFilter() {
    let shown = 0, open = 0;
    cards.forEach((card, i) => {
      const state = decided.has(i) ? 'decided' : 'open';
      card.hidden = (filterRule.value !== '' && card.dataset.rule !== filterRule.value) ||
        (filterState.value !== '' && filterState.value !== state);
      if (!card.hidden) { ++shown; if (state === 'open') ++open; }
    });
    byId('none-shown').hidden = shown > 0;
    const all = byId('accept-shown');
    all.textContent = 'Accept ' + open + ' shown';
    all.disabled = open === 0;
  }
  function showProgress() {
    byId('progress-text').textContent = decided.size + ' of ' + questions.length + ' decided';
    byId('progress').value = decided.size;
    byId('who').textContent = 'Reviewer: ' + (reviewer === '' ? 'not said yet' : visible(reviewer));
  }
  function showAll() {
    questions.forEach((_, i) => showDecision(i));
    showFilter();
    showProgress();
  }

  // Moving

  let current = -1;
  function goTo(i, focus = true) {
    if (i < 0 || i >= cards.length) return;
    if (current >= 0) cards[current].classList.remove('current');
    current = i;
    cards[i].classList.add('current');
    if (focus) {
      cards[i].focus({ preventScroll: true });
      cards[i].scrollIntoView({ block: 'start' });
    }
  }
  function step(by) {
    for (let i = current + by; i >= 0 && i < cards.length; i += by) {
      if (isShown(i)) { goTo(i); return true; }
    }
    return false;
  }
  document.addEventListener('focusin', (event) => {
    const card = event.target.closest?.('.question');
    if (card) goTo(cards.indexOf(card), false);
  });

  // Asking

  // Resolves when the dialog is closed: true for its first button.
  function ask(dialog, yes, no) {
    return new Promise((resolve) => {
      const end = (answer) => { dialog.close(); resolve(answer); };
      yes.onclick = () => end(true);
      no.onclick = () => end(false);
      dialog.oncancel = () => resolve(false);
      dialog.showModal();
    });
  }
  async function knowReviewer(again) {
    if (reviewer !== '' && !again) return true;
    const name = byId('who-name');
    name.value = reviewer;
    name.onkeydown = (event) => { if (event.key === 'Enter') byId('who-ok').click(); };
    const said = await ask(byId('who-dialog'), byId('who-ok'), byId('who-cancel')) && name.value.trim() !== '';
    if (said) {
      reviewer = name.value.trim();
      write(kWho, reviewer);
      showProgress();
    }
    return said;
  }

  // Deciding

  function record(i, verdict, value) {
    const question = questions[i];
    const note = cards[i].querySelector('.note').value.trim();
    const decision = { verdict, reviewer, when: new Date().toISOString() };
    if (question.printed !== undefined) decision.printed = question.printed;
    if (question.machine !== undefined) decision.machine = question.machine;
    if (value !== undefined) decision.value = value;
    if (note !== '') decision.note = note;
    decided.set(i, decision);
    showDecision(i);
  }
  async function decide(i, verdict, value) {
    if (verdict === 'reject' && !questions[i].reject) return;
    if (!(await knowReviewer(false))) return;
    record(i, verdict, value);
    after(i);
  }
  function undo(i) {
    decided.delete(i);
    showDecision(i);
    after(i);
  }
  function after(i) {
    keep();
    showProgress();
    showFilter();
    if (cards[i].hidden && !step(1)) step(-1);
  }
  function act(i, button) {
    const question = questions[i], typed = cards[i].querySelector('.typed');
    switch (button.dataset.do) {
      case 'accept': return decide(i, 'accept');
      case 'reject': return decide(i, 'reject');
      case 'undo': cards[i].focus(); return undo(i);
      case 'choose': return decide(i, 'choose', question.choices[Number(button.dataset.choice)]);
      case 'set':
        if (typed.value.trim() === '') { typed.focus(); return undefined; }
        return decide(i, 'set', typed.value.trim());
      default: return undefined;
    }
  }
  byId('questions').addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) act(cards.indexOf(button.closest('.question')), button);
  });
  byId('accept-shown').addEventListener('click', async () => {
    const open = cards.map((_, i) => i).filter((i) => isShown(i) && !decided.has(i));
    byId('sure-text').textContent = open.length + ' open questions that are shown now become accepted, each as the program has it.';
    if (!(await ask(byId('sure-dialog'), byId('sure-ok'), byId('sure-cancel'))) || !(await knowReviewer(false))) return;
    for (const i of open) record(i, 'accept');
    keep();
    showProgress();
    showFilter();
  });

  // Files

  function save() {
    const decisions = [...decided.keys()].sort((a, b) => a - b).map((i) => {
      const { item, field, rule } = questions[i];
      return { source: data.source, document: data.document, item, field, rule, ...decided.get(i) };
    });
    const text = JSON.stringify({ format: kFormat, decisions }, null, 2) + '\n';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'decisions.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(decisions.length + (decisions.length === 1 ? ' decision' : ' decisions') + ' saved as decisions.json.');
  }
  function take(file) {
    if (!file || file.format !== kFormat || !Array.isArray(file.decisions)) return say('This is no file of decisions.', true);
    let taken = 0, others = 0, stale = 0;
    for (const entry of file.decisions) {
      if (!entry || entry.source !== data.source) { ++others; continue; }
      const i = byKey.get(entry.item + ' ' + entry.field);
      if (i === undefined || !fits(entry, questions[i])) { ++stale; continue; }
      const { verdict, reviewer: by, when, printed, machine, value, note } = entry;
      decided.set(i, JSON.parse(JSON.stringify({ verdict, reviewer: by, when: isText(when) ? when : undefined, printed, machine, value,
        note: isText(note) ? note : undefined })));
      ++taken;
    }
    keep();
    showAll();
    const parts = [taken + ' decisions loaded'];
    if (stale > 0) parts.push(stale + ' fit nothing on this page and were left out');
    if (others > 0) parts.push(others + ' are on other documents and were left out');
    return say(parts.join('; ') + '.', stale > 0);
  }
  byId('save').addEventListener('click', save);
  byId('load').addEventListener('click', () => byId('file').click());
  byId('file').addEventListener('change', async (event) => {
    const file = event.target.files[0];
    event.target.value = '';
    if (!file) return;
    try { take(JSON.parse(await file.text())); } catch { say('This file cannot be read as JSON.', true); }
  });
  byId('who').addEventListener('click', () => knowReviewer(true));
  const help = byId('help-dialog');
  byId('help').addEventListener('click', () => help.showModal());
  byId('help-ok').addEventListener('click', () => help.close());
  for (const filter of [filterRule, filterState]) filter.addEventListener('change', showFilter);

  // Keys

  const inCard = (name) => cards[current]?.querySelector(name);
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    a: () => inCard('[data-do=accept]')?.click(),
    r: () => inCard('[data-do=reject]')?.click(),
    t: () => inCard('.typed')?.focus(),
    n: () => inCard('.note')?.focus(),
    u: () => { if (decided.has(current)) undo(current); },
    s: save,
    '?': () => help.showModal(),
  };
  document.addEventListener('keydown', async (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
    const field = event.target.closest('input, select, textarea');
    if (field) {
      if (event.key === 'Escape') cards[current]?.focus();
      if (event.key === 'Enter' && field.classList.contains('typed')) inCard('[data-do=set]').click();
      return;
    }
    const choice = /^[1-9]$/.test(event.key) ? inCard('[data-choice="' + (Number(event.key) - 1) + '"]') : undefined;
    const action = choice ? () => choice.click() : keys[event.key];
    if (!action) return;
    event.preventDefault();
    const open = current >= 0 && !decided.has(current) && (choice || event.key === 'a' || event.key === 'r');
    const here = current;
    await action();
    // By key one goes on to the next; a dialog in between keeps the place.
    if (open && decided.has(here) && current === here) step(1);
  });

  for (const part of document.querySelectorAll('.actions, #toolbar')) part.hidden = false;
  // What scrolls to the top comes to stand below the bar, where the bar stays.
  const bar = byId('toolbar');
  const measure = () => {
    const height = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
    document.documentElement.style.setProperty('--bar', height + 'px');
  };
  new ResizeObserver(measure).observe(bar);
  showAll();
})();
