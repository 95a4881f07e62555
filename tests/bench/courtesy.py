# SPDX-License-Identifier: GPL-3.0-or-later
"""U8: how a client behaves towards one host, read from its exchanges."""
from figures import Goal, count

REFUSED_AFTER = 150  # requests; long enough to be at full pace
RETRY_AFTER = 2      # seconds


def at_once(exchanges):
    return max(exchange["inFlight"] for exchange in exchanges)


def before_first_answer(exchanges):
    first = min(exchange["left"] for exchange in exchanges)
    return [exchange for exchange in exchanges if exchange["arrived"] < first]


def courtesy(door, exchanges):
    """door: what the client asks; exchanges(): one run's."""
    calm = exchanges()
    yield count("U8", "most in flight", at_once(calm), Goal("<=", 16))
    yield count("U8", "in flight at the start", at_once(before_first_answer(calm)), Goal("<=", 8))

    door.refuse(REFUSED_AFTER, RETRY_AFTER)
    run = exchanges()
    refusal = next(exchange for exchange in run if exchange["status"] == 429)
    # What was on its way when the refusal arrived could not be called back.
    later = [exchange for exchange in run if exchange["arrived"] > refusal["left"] + 1000 * RETRY_AFTER / 2]
    waited = (later[0]["arrived"] - refusal["left"]) / 1000
    yield count("U8", f"Retry-After: {RETRY_AFTER} s; next request after", round(waited, 3), Goal(">=", RETRY_AFTER))
    before = at_once([exchange for exchange in run if exchange["arrived"] < refusal["arrived"]])
    yield count("U8", f"in flight after the refusal (before: {before})", at_once(before_first_answer(later)),
                Goal("<=", before // 2))
