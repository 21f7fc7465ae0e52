// The command line of the Node engines, the same as that of timing.py.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...numbers] = process.argv.slice(2);
export const material = JSON.parse(readFileSync(join(folder, "cards.json"), "utf8"));
export const font = (weight) => readFileSync(join(folder, "fonts", `${weight}.ttf`));

export async function run(engine, draw) {
  const [first, warm, timed] = numbers.map(Number);
  const times = [];
  let picture;
  for (const [number, card] of material.cards.slice(first, first + warm + timed).entries()) {
    const start = performance.now();
    picture = await draw(card);
    if (number >= warm) times.push(performance.now() - start);
  }
  mkdirSync(join(folder, "pictures"), { recursive: true });
  writeFileSync(join(folder, "pictures", `${engine}.png`), picture);
  console.log(JSON.stringify(times));
}
