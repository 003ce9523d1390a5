// SPDX-License-Identifier: GPL-3.0-or-later
// Loads the prepared files, each once, and finds words in them. Sets of rows are bits, one for each row of all plans.
"use strict";

const siteFiles = (() => {
  const loads = new Map();
  const waiting = new Map();
  const sets = new Map();
  const keptSets = 64;
  const values = new Uint8Array(128);
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").forEach((sign, value) => {
    values[sign.charCodeAt(0)] = value;
  });
  let head = null;

  window.pactable = (name, value) => {
    const resolve = waiting.get(name);
    if (resolve) resolve(value);
  };

  // A page on a disk may not fetch files, but may run scripts: every file calls pactable(name, value).
  function load(name) {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, (value) => {
          waiting.delete(name);
          script.remove();
          resolve(value);
        });
        script.onerror = () => {
          loads.delete(name);
          waiting.delete(name);
          script.remove();
          reject(new Error("data/" + name + ".js cannot be loaded"));
        };
        script.src = "data/" + name + ".js";
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }

  const emptySet = () => new Uint32Array((head.items + 31) >>> 5);

  function fullSet() {
    const set = emptySet().fill(0xFFFFFFFF);
    if (head.items % 32 !== 0) set[set.length - 1] = 2 ** (head.items % 32) - 1;
    return set;
  }

  // Differences, lowest five bits first; a sign of 32 or more is followed by more (postings.h).
  function addPlaces(set, text) {
    let place = -1;
    let difference = 0;
    let shift = 0;
    for (let at = 0; at < text.length; ++at) {
      const value = values[text.charCodeAt(at)];
      difference |= (value & 31) << shift;
      if (value >= 32) {
        shift += 5;
        continue;
      }
      place += difference;
      set[place >>> 5] |= 1 << (place & 31);
      difference = 0;
      shift = 0;
    }
    return set;
  }

  function addRange(set, first, end) {
    for (let place = first; place < end; ++place) set[place >>> 5] |= 1 << (place & 31);
    return set;
  }

  function keep(set, other) {
    for (let at = 0; at < set.length; ++at) set[at] &= other[at];
    return set;
  }

  function join(set, other) {
    for (let at = 0; at < set.length; ++at) set[at] |= other[at];
    return set;
  }

  function ones(bits) {
    let v = bits - ((bits >>> 1) & 0x55555555);
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    return Math.imul((v + (v >>> 4)) & 0x0F0F0F0F, 0x01010101) >>> 24;
  }

  function count(set) {
    let sum = 0;
    for (let at = 0; at < set.length; ++at) sum += ones(set[at]);
    return sum;
  }

  function countBoth(a, b) {
    let sum = 0;
    for (let at = 0; at < a.length; ++at) sum += ones(a[at] & b[at]);
    return sum;
  }

  // The places of a set from the one with index `from` on, at most `most`.
  function places(set, from, most) {
    const out = [];
    let index = 0;
    for (let at = 0; at < set.length && out.length < most; ++at) {
      const here = ones(set[at]);
      if (index + here <= from) {
        index += here;
        continue;
      }
      for (let bit = 0; bit < 32 && out.length < most; ++bit) {
        if ((set[at] >>> bit) & 1 && index++ >= from) out.push(at * 32 + bit);
      }
    }
    return out;
  }

  // The first entry of a sorted list that is not smaller.
  function lowerBound(list, word) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle] < word) low = middle + 1; else high = middle;
    }
    return low;
  }

  async function wordsIn(file) {
    const loaded = await load("words-" + file);
    if (typeof loaded.words === "string") {
      loaded.words = loaded.words.split(" ");
      loaded.places = loaded.places.split(" ");
    }
    return loaded;
  }

  // The rows with a word, or with one that begins so.
  async function rowsWith({word, whole}) {
    const key = (whole ? "=" : "") + word;
    if (sets.has(key)) return sets.get(key);
    const set = emptySet();
    const first = Math.max(0, lowerBound(head.firstWords, word) - (head.firstWords.includes(word) ? 0 : 1));
    const end = word + "\uFFFF";
    const files = [];
    for (let file = first; file < head.firstWords.length && (file === first || head.firstWords[file] < end); ++file) {
      files.push(file);
    }
    for (const {words, places: lists} of await Promise.all(files.map(wordsIn))) {
      for (let at = lowerBound(words, word); at < words.length && words[at].startsWith(word); ++at) {
        if (!whole || words[at] === word) addPlaces(set, lists[at]);
      }
    }
    if (sets.size >= keptSets) sets.delete(sets.keys().next().value);
    sets.set(key, set);
    return set;
  }

  function planAt(place) {
    let low = 0;
    let high = head.plans.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (head.plans[middle][2] <= place) low = middle; else high = middle;
    }
    return low;
  }

  async function rowsAt(wanted) {
    const files = new Map();
    await Promise.all([...new Set(wanted.map((place) => Math.floor(place / head.rowsInFile)))].map(async (file) => {
      files.set(file, await load("rows-" + file));
    }));
    return wanted.map((place) => {
      const [page, title] = head.plans[planAt(place)];
      return {page, title, row: files.get(Math.floor(place / head.rowsInFile))[place % head.rowsInFile]};
    });
  }

  async function begin() {
    head = await load("search");
    return {head, facets: await load("facets")};
  }

  const planEnd = (plan) => plan + 1 < head.plans.length ? head.plans[plan + 1][2] : head.items;

  return {
    begin, emptySet, fullSet, addPlaces, addRange, keep, join, count, countBoth, places, rowsWith, rowsAt, planEnd,
  };
})();
