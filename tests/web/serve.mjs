// Serves dist/ under a sub-path, as any static host would, and keeps a log of what was asked for.
// No cache, no compression, no fallback page: what is not there is 404.
//   node serve.mjs [port] [folder]      then GET /requests is the log, as JSON
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The page must work from below the root of a host. */
export const BASE = "/mot/thu-muc/";
export const DIST = resolve(fileURLToPath(new URL("../../dist", import.meta.url)));

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** @typedef {{ method: string, url: string, status: number }} Asked */

/**
 * Listens on 127.0.0.1; port 0 takes a free one. `show` puts another folder in place of the one served.
 * @param {{ port?: number, folder?: string }} options
 * @returns {Promise<{ url: string, requests: Asked[], show: (folder: string) => void, close: () => Promise<void> }>}
 */
export async function serve({ port = 0, folder = DIST } = {}) {
  /** @type {Asked[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "/" } = request;
    const { pathname } = new URL(url, "http://localhost");
    if (pathname === "/requests") {
      response.setHeader("content-type", "application/json").end(JSON.stringify(requests));
      return;
    }
    const file = await find(folder, pathname);
    const status = method !== "GET" && method !== "HEAD" ? 405 : file ? 200 : 404;
    requests.push({ method, url, status });
    response.writeHead(status, {
      "cache-control": "no-store",
      "content-type": (file && TYPES[extname(file)]) || "text/plain; charset=utf-8",
    });
    if (status === 200 && file && method === "GET") createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", () => done(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}${BASE}`,
    requests,
    show: (next) => (folder = next),
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}

/**
 * The file of the folder behind a path, if there is one.
 * @param {string} folder
 * @param {string} pathname
 */
async function find(folder, pathname) {
  if (!pathname.startsWith(BASE)) return undefined;
  let name;
  try {
    name = normalize(decodeURIComponent(pathname.slice(BASE.length)) || "index.html");
  } catch {
    return undefined;
  }
  const file = join(folder, name);
  if (!file.startsWith(folder)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = resolve(process.argv[3] ?? DIST);
  const { url } = await serve({ port: Number(process.argv[2] ?? 0), folder });
  console.log(`${folder} is at ${url}`);
}
