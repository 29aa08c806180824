// Prints what one report of Lighthouse says, a line each with a tab between: the scores of its categories, the numbers behind them,
// and for each audit that takes points from accessibility or best practices a `finding`.
import { readFileSync } from "node:fs";

const { audits, categories, configSettings, lighthouseVersion, runtimeError } = JSON.parse(readFileSync(process.argv[1], "utf8"));
const metrics = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
  "cumulative-layout-shift",
];
const lost = ({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1;
const say = (...fields) => console.log(fields.join("\t"));

if (runtimeError) {
  console.error(runtimeError.message);
  process.exit(1);
}
say("version", lighthouseVersion);
say("throttling", configSettings.throttlingMethod);
for (const { id, score } of Object.values(categories)) say(id, score * 100);
for (const id of metrics) say(id, audits[id].numericValue);
for (const id of ["accessibility", "best-practices"]) {
  for (const ref of categories[id].auditRefs.filter(lost)) say("finding", `${ref.id}: ${audits[ref.id].title}`);
}
