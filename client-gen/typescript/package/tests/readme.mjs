/** Leaves the programs of the read-me files beside the tests, which compile and run them. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const folder = new URL("readme/", import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const programs = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map((block) => block[1]);
// From the page of all clients, where the build leaves it.
const short = new URL("../../readme.txt", import.meta.url);
if (existsSync(short)) {
  programs.push(readFileSync(short, "utf8"));
}
programs.forEach((program, i) => writeFileSync(new URL(`program${i + 1}.ts`, folder), program));
