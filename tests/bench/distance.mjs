// SPDX-License-Identifier: GPL-3.0-or-later
// distance.mjs PORT MILLISECONDS: a loopback port that is one round trip of so many milliseconds away from PORT. Bytes
// are held for half of it each way, and those of a new connection for one round trip more, as its handshake takes.
import net from 'node:net';

const [port, roundTrip] = process.argv.slice(2).map(Number);

function hold(from, to, delay) {
    const begun = performance.now();
    let last = 0;
    const later = (deed) => {
        const due = Math.max(performance.now() + roundTrip / 2, begun + delay, last);
        last = due;
        setTimeout(deed, due - performance.now());
    };
    from.on('data', (bytes) => later(() => to.write(bytes)));
    from.on('end', () => later(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => later(() => to.destroy()));
}

const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    hold(near, far, roundTrip * 1.5);
    hold(far, near, 0);
});
server.listen(0, '127.0.0.1', 1024, () => console.log(server.address().port));
