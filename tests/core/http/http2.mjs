// SPDX-License-Identifier: GPL-3.0-or-later
// http2.mjs: a host that speaks HTTP/2, and HTTP/1.1 to whom wants that, with the key and certificate that it reads from
// its input (JSON with `key` and `cert`, PEM). Prints its port; answers "VERSION CONNECTION" to everything, connections
// counted from 1, but for these:
// - /silent: nothing.
// - /held: only when the exchange of another path ends without an answer.
// - /big: a million bytes, and no end.
// - POST /lost, the first: its connection is lost when somebody asks for /lose.
import http2 from 'node:http2';
import { text } from 'node:stream/consumers';

const connections = new Map();
const sockets = new Map();
const held = [];
let lost, lose;

const nameOf = (request) => {
    const session = request.stream?.session ?? request.socket;
    if (!connections.has(session))
        connections.set(session, connections.size + 1);
    return `${request.httpVersion} ${connections.get(session)}`;
};

const loseIt = () => {
    if (lost && lose)
        sockets.get(lost.socket.remotePort).destroy(), lose();
};

const special = {
    'GET /silent': () => {},
    'GET /held': (response, whole) => held.push(whole),
    'GET /big': (response) => response.write('x'.repeat(1e6)),
    'POST /lost': (response, whole, request) => (lost ? whole() : ((lost = request), loseIt())),
    'GET /lose': (response, whole) => (lose ? whole() : ((lose = whole), loseIt())),
};

const server = http2.createSecureServer({ allowHTTP1: true, ...JSON.parse(await text(process.stdin)) });
server.on('secureConnection', (socket) => sockets.set(socket.remotePort, socket));
server.on('request', (request, response) => {
    const name = nameOf(request);
    const whole = () => response.destroyed || response.stream?.destroyed || response.end(name);
    response.on('close', () => response.writableEnded || held.splice(0).forEach((go) => go()));
    (special[`${request.method} ${request.url}`] ?? whole)(response, whole, request);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
