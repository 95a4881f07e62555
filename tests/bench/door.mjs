// SPDX-License-Identifier: GPL-3.0-or-later
// door.mjs {"upstream": "http://127.0.0.1:5000", "tokens": true, "version": "1.1" or "2", "tls": {"key", "cert"}, "hold": 50}
// A registry's front door for measuring: writes each exchange down, answers from memory what it has asked the registry
// once, holds each answer for so many milliseconds, and wants tokens as ghcr.io does. Prints its port; then each line on stdin is a command, answered by a line of
// JSON: "take" (the exchanges since the last one), or "refuse AFTER SECONDS" (one 429 with that Retry-After, after so
// many requests).
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const { upstream, tokens, version, tls, hold } = JSON.parse(process.argv[2]);
const scheme = tls ? 'https' : 'http';
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const kept = ['content-type', 'content-length', 'docker-content-digest', 'etag', 'link', 'www-authenticate'];
const known = new Map();
const connections = new Map();
let exchanges = [];
let inFlight = 0;
let refusal = null;

function ask(method, path, accept) {
    return new Promise((resolve, reject) => {
        const request = http.request(upstream + path, { method, agent, headers: accept ? { accept } : {} }, (answer) => {
            const parts = [];
            answer.on('data', (part) => parts.push(part));
            answer.on('end', () => resolve({
                status: answer.statusCode,
                headers: Object.fromEntries(kept.filter((name) => name in answer.headers).map((name) => [name, answer.headers[name]])),
                body: Buffer.concat(parts),
            }));
        });
        request.on('error', reject);
        request.end();
    });
}

function remembered(method, path, accept) {
    const key = `${method} ${path} ${accept}`;
    if (!known.has(key))
        known.set(key, ask(method, path, accept));
    return known.get(key);
}

const json = (status, value, headers = {}) =>
    ({ status, headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(JSON.stringify(value)) });

function token(query) {
    const scopes = new URLSearchParams(query).getAll('scope');
    return json(200, { token: Buffer.from(JSON.stringify(scopes)).toString('base64url'), expires_in: 300 });
}

function challenge(request, path) {
    const authority = request.headers[':authority'] ?? request.headers.host;
    const repository = /^\/v2\/(.+)\/(?:tags|manifests|blobs)\//.exec(path)?.[1];
    const scope = `repository:${repository ?? 'user/image'}:pull`;
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer && (!repository || JSON.parse(Buffer.from(bearer, 'base64url')).includes(scope)))
        return null;
    const header = `Bearer realm="${scheme}://${authority}/token",service="${authority}",scope="${scope}"`;
    return json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] }, { 'www-authenticate': header });
}

function refused() {
    if (!refusal || refusal.after-- > 0)
        return null;
    const answer = json(429, { errors: [{ code: 'TOOMANYREQUESTS' }] }, { 'retry-after': `${refusal.seconds}` });
    refusal = null;
    return answer;
}

function answerTo(request) {
    const [path, query] = request.url.split('?');
    if (path === '/token')
        return token(query);
    return refused() ?? (tokens ? challenge(request, path) : null) ?? remembered(request.method, request.url, request.headers.accept);
}

function connection(request) {
    const socket = request.stream?.session ?? request.socket;
    if (!connections.has(socket))
        connections.set(socket, connections.size);
    return connections.get(socket);
}

async function serve(request, response) {
    const exchange = {
        method: request.method, path: request.url, accept: request.headers.accept ?? '', version: request.httpVersion,
        connection: connection(request), inFlight: ++inFlight, arrived: performance.now(),
    };
    exchanges.push(exchange);
    response.once('close', () => {
        inFlight--;
        exchange.left = performance.now();
    });
    const answer = await answerTo(request);
    if (hold)
        await pause(hold);
    exchange.status = answer.status;
    response.writeHead(answer.status, { 'content-length': answer.body.length, ...answer.headers });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
}

function take() {
    const taken = exchanges;
    exchanges = [];
    connections.clear();
    return taken;
}

function listener() {
    if (!tls)
        return http.createServer(serve);
    const identity = { key: readFileSync(tls.key), cert: readFileSync(tls.cert) };
    if (version === '1.1')
        return https.createServer(identity, serve);
    return http2.createSecureServer({ ...identity, allowHTTP1: true }, serve);
}

const server = listener();
server.listen(0, '127.0.0.1', 1024, () => console.log(server.address().port));

for await (const line of createInterface({ input: process.stdin })) {
    const [command, after, seconds] = line.split(' ');
    if (command === 'refuse')
        refusal = { after: Number(after), seconds: Number(seconds) };
    console.log(JSON.stringify(command === 'take' ? take() : []));
}
process.exit();
