// Builds of the page that follow each other on one host, made from dist/ by the script that makes dist/.
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST } from "./serve.mjs";

const SCRIPT = fileURLToPath(new URL("../../scripts/service_worker.sh", import.meta.url));
/** A name that carries a digest of what the file holds. */
const HASHED = /-([0-9a-f]{12,16})(?=[._][^/]*$)/;

/** The digest a build carries. */
export async function digestOf(folder: string): Promise<string> {
  const page = await readFile(join(folder, "index.html"), "utf8");
  return /<meta name="build" content="([0-9a-f]+)">/.exec(page)![1]!;
}

/** The paths of all files of a build, sorted. */
export async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")).sort();
}

/** The build after dist/, in a folder of its own: no file with a digest in its name has the name it had. */
export async function nextBuild(): Promise<{ folder: string; [Symbol.asyncDispose]: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "bao-phu-"));
  await cp(DIST, folder, { recursive: true });
  let page = await readFile(join(folder, "index.html"), "utf8");
  for (const file of await filesOf(folder)) {
    const digest = HASHED.exec(file)?.[1];
    if (!digest) continue;
    const next = [...digest].reverse().join("");
    await rename(join(folder, file), join(folder, file.replace(digest, next)));
    page = page.replaceAll(digest, next);
  }
  await writeFile(join(folder, "index.html"), page);
  execFileSync("bash", [SCRIPT, folder]);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
