// SPDX-License-Identifier: GPL-3.0-or-later
// http2.mjs: a host that speaks HTTP/2 with the key and certificate that it reads from its input (JSON with `key` and
// `cert`, PEM). Prints its port; answers "VERSION CONNECTION" to everything, connections counted from 1.
import http2 from 'node:http2';
import { text } from 'node:stream/consumers';

const connections = new Map();
const server = http2.createSecureServer(JSON.parse(await text(process.stdin)), (request, response) => {
    const session = request.stream.session;
    if (!connections.has(session))
        connections.set(session, connections.size + 1);
    response.end(`${request.httpVersion} ${connections.get(session)}`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
