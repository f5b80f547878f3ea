// Keeps this build of the page for days without a network.
//
// scripts/service_worker.sh fills in the two constants after every build of the page that is meant for readers.
// Unfilled, as it stands here and in what `make serve` serves, the worker takes itself away: there, what was
// built last must be what F5 shows.
const BUILD = "";
const FILES = [];

// Caches belong to the whole origin: a copy of the page in another folder of the host has its own.
const OURS = `bao-phu ${registration.scope} `;
// Also the name of the lock that every open page of this build holds (assets/early.js).
const CACHE = OURS + BUILD;
const PAGE = registration.scope;
const ADDRESSES = new Set(FILES.map((file) => new URL(file, registration.scope).href));

// All of the build or nothing of it: while anything is missing, the worker before this one goes on.
self.addEventListener("install", (event) => event.waitUntil(BUILD ? keepBuild() : self.skipWaiting()));

// The page that was open first is looked after too.
self.addEventListener("activate", (event) => event.waitUntil(BUILD ? clients.claim() : leave()));

self.addEventListener("message", (event) => {
  // The reader has asked for the new build.
  if (event.data === "use") event.waitUntil(self.skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const address = addressOf(request);
  if (ADDRESSES.has(address)) event.respondWith(ofThisBuild(address, request));
  // Another page of the host, or one that is not there, is the host's own affair.
  else if (request.mode !== "navigate") event.respondWith(ofAnotherBuild(address, request));
});

/** Where a request leads: without what only the page itself reads. */
function addressOf({ url, mode }) {
  const address = new URL(url);
  address.hash = "";
  if (mode === "navigate") {
    address.search = "";
    address.pathname = address.pathname.replace(/\/index\.html$/, "/");
  }
  return address.href;
}

async function keepBuild() {
  const wasThere = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    // What the browser has loaded for the page is asked for again only where the host says that it changed.
    await cache.addAll([...ADDRESSES].map((address) => new Request(address, { cache: "no-cache" })));
    const page = await (await cache.match(PAGE)).text();
    if (!page.includes(`content="${BUILD}"`)) throw new Error("The host serves another build by now.");
  } catch (error) {
    if (!wasThere) await caches.delete(CACHE);
    throw error;
  }
}

async function ofThisBuild(address, request) {
  const kept = await (await caches.open(CACHE)).match(address, { ignoreVary: true });
  // A browser short of space may have cleared it.
  if (!kept) return fetch(request);
  // An answer that came by a detour is no answer to someone who opens the page.
  return kept.redirected ? new Response(kept.body, kept) : kept;
}

/** A page of the build before may still be open, and ask for a part it has not needed yet. */
async function ofAnotherBuild(address, request) {
  for (const name of await cachesOfOthers()) {
    const kept = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}

async function cachesOfOthers() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}

/** Removes the builds that no open page is of. */
async function tidy() {
  const old = await cachesOfOthers();
  const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const ours = open.filter(({ url }) => url.startsWith(registration.scope));
  const locks = await navigator.locks?.query();
  const ofThis = locks?.held.filter(({ name }) => name === CACHE) ?? [];
  // A page that does not say that it is of this build is of another one; and one of the caches may be
  // of the build that comes next.
  if (ofThis.length < ours.length || registration.installing || registration.waiting) return;
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function leave() {
  await Promise.all((await cachesOfOthers()).map((name) => caches.delete(name)));
  await registration.unregister();
}
