import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { contentPolicy } from '../page/layout.js';
import { escapeMarkup } from '../bytes/escape-markup.js';

export interface FolderServer {
  readonly server: Server;
  /** Has every open page load itself again. */
  readonly reload: () => void;
}

/** What a browser needs to know of a file. Scripts are text, to be read, and never run in it. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.ps1': 'text/plain; charset=utf-8',
  '.cmd': 'text/plain; charset=utf-8',
};

const eventsPath = '/.mendsheet/events';
const reloadPath = '/.mendsheet/reload.js';
const reloadScript = `new EventSource('${eventsPath}').addEventListener('reload', () => location.reload());\n`;

/**
 * Shows a folder to browsers of this computer: files below it and nothing else, read only.
 * @param live adds a script to each page that loads it again when told to, and lets the page's policy connect for that.
 */
export function serveFolder(folder: string, live: boolean): FolderServer {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (!isLocal(request)) return refuse(response, 421);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    if (path === null) return refuse(response, 400);
    if (live && path === eventsPath) return listen(response, listeners);
    if (live && path === reloadPath) return send(response, '.js', Buffer.from(reloadScript));
    const file = fileBelow(folder, path);
    if (file === null) return refuse(response, 404);
    const bytes = bytesOf(file);
    if (bytes === null) return refuse(response, 403);
    send(response, extname(file), live && file.endsWith('.html') ? withReload(bytes) : bytes);
  });
  const reload = (): void => listeners.forEach((response) => response.write('event: reload\ndata:\n\n'));
  return { server, reload };
}

/** A page of another site can have its name point to this computer; its requests still carry that name. */
function isLocal({ headers, socket }: IncomingMessage): boolean {
  const port = socket.localPort;
  return ['127.0.0.1', 'localhost'].some((name) => headers.host === `${name}:${port}`);
}

/** The decoded path; null for one that no file of a build can have. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    const isPlain = path.startsWith('/') && !/[\\\0]/.test(path) && !path.split('/').includes('..');
    return isPlain ? path : null;
  } catch {
    return null;
  }
}

/** The file that a path names, links followed; null where there is none, or it lies outside the folder. */
function fileBelow(folder: string, path: string): string | null {
  try {
    const root = realpathSync(folder);
    const named = join(root, path);
    const file = realpathSync(statSync(named).isDirectory() ? join(named, 'index.html') : named);
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** Null for a file that may not be read, or is gone by now. */
function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, extension: string, bytes: Uint8Array): void {
  response.writeHead(200, {
    'Content-Type': types[extension] ?? 'application/octet-stream',
    'Content-Length': bytes.length,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': connected\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function withReload(page: Uint8Array): Uint8Array {
  const text = Buffer.from(page).toString('utf8');
  const policy = `${contentPolicy}; connect-src 'self'`;
  const live = text
    .replace(escapeMarkup(contentPolicy), () => escapeMarkup(policy))
    .replace('</head>', () => `<script defer src="${reloadPath}"></script></head>`);
  return Buffer.from(live);
}
