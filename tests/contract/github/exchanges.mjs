// SPDX-License-Identifier: GPL-3.0-or-later
// exchanges.mjs FOLDER: holds all that was said to the simulator, and all that it said, against GitHub's own description.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { check as graphql } from "./graphql.mjs";
import { check as rest } from "./rest.mjs";

const MOST_SHOWN = 5;

function* exchangesIn(folder) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".jsonl")))
    for (const line of readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean))
      yield { file: name, ...JSON.parse(line) };
}

function checked(exchange) {
  return (/^(\/api)?\/graphql$/.test(exchange.path) ? graphql : rest)(exchange);
}

const seen = new Map(); // operation and status -> what is wrong with it
let exchanges = 0;
for (const exchange of exchangesIn(process.argv[2])) {
  const { operation, complaints } = checked(exchange);
  const key = `${operation} ${exchange.status}`;
  const where = `${exchange.file}: ${exchange.method} ${exchange.path}${exchange.query ? `?${exchange.query}` : ""}`;
  seen.set(key, [...(seen.get(key) ?? []), ...complaints.map((one) => `${where}\n        ${one}`)]);
  exchanges += 1;
}
for (const [key, wrong] of [...seen].sort()) {
  if (wrong.length) console.log("FAIL", key);
  for (const one of new Set(wrong.slice(0, MOST_SHOWN))) console.log("    ", one);
}
const failed = [...seen.values()].filter((wrong) => wrong.length).length;
console.log(`${exchanges} exchanges of ${seen.size} kinds`);
console.log(`${seen.size - failed} passed, ${failed} failed`);
process.exit(failed || !exchanges ? 1 : 0);
