"""The shapes of the big digits: a few strokes along centre lines, for a box of any size; no font file.

Units are one column across; down, two to a row, as terminal cells are nearly twice as high as wide. Straight
strokes end square, the diagonals of 1, 4 and 7 are cut flat, curves are rings.
"""

from __future__ import annotations

from math import atan2, ceil, cos, hypot, pi, sin, sqrt

_PIECES = 14  # of a quarter circle: the corners stay below half a quadrant at any size a terminal has

Point = tuple[float, float]
Piece = tuple[Point, ...]
"""A convex polygon."""


def pieces(sign: str, width: float, height: float, stroke: float) -> list[Piece]:
    """The convex pieces that make up `sign` in a box of these units; none for a sign without a shape."""
    draw = _SHAPES.get(sign)
    return [] if draw is None else draw(width, height, stroke)


def _bar(left: float, top: float, right: float, bottom: float) -> Piece:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _slant(top: Point, bottom: Point, stroke: float) -> Piece:
    """A diagonal cut flat above and below; the points are its left edge."""
    across = (top[0] - bottom[0]) / (bottom[1] - top[1])
    wide = stroke * hypot(1, across)
    return (top, (top[0] + wide, top[1]), (bottom[0] + wide, bottom[1]), bottom)


def _arc(middle: Point, outer: Point, stroke: float, start: float, end: float) -> list[Piece]:
    """A ring from `start` to `end` in quarter turns: 0 right, 1 below, 2 left, 3 above."""
    count = max(1, ceil(abs(end - start) * _PIECES))
    turns = [(start + (end - start) * number / count) * pi / 2 for number in range(count + 1)]
    far = [(middle[0] + outer[0] * cos(t), middle[1] + outer[1] * sin(t)) for t in turns]
    near = [
        (middle[0] + (outer[0] - stroke) * cos(t), middle[1] + (outer[1] - stroke) * sin(t)) for t in turns
    ]
    return [(far[n], far[n + 1], near[n + 1], near[n]) for n in range(count)]


def _below(pieces: list[Piece], y: float) -> list[Piece]:
    """What of the pieces lies below the horizontal `y`: a stroke that ends square."""
    kept = []
    for piece in pieces:
        points: list[Point] = []
        for (x0, y0), (x1, y1) in zip(piece, (*piece[1:], piece[0]), strict=True):
            if y0 >= y:
                points.append((x0, y0))
            if (y0 >= y) != (y1 >= y):
                points.append((x0 + (y - y0) / (y1 - y0) * (x1 - x0), y))
        if len(points) > 2:
            kept.append(tuple(points))
    return kept


def _zero(w: float, h: float, s: float) -> list[Piece]:
    r, lift = w / 2, min(w / 2, h / 2)
    return [
        *_arc((r, lift), (r, lift), s, 2, 4),
        *_arc((r, h - lift), (r, lift), s, 0, 2),
        _bar(0, lift, s, h - lift),
        _bar(w - s, lift, w, h - lift),
    ]


def _one(w: float, h: float, s: float) -> list[Piece]:
    reach = round(0.8 * w)
    left = (w - reach) // 2 + (w - reach) % 2  # a hair to the right: the flag weighs on the left
    stem = left + (reach - s) // 2
    drop, thick = 0.8 * (stem - left), s * hypot(1, 0.8)
    return [
        _bar(stem, 0, stem + s, h - s),
        _bar(left, h - s, left + reach, h),
        ((stem, 0), (stem, thick), (left, drop + thick), (left, drop)),
    ]


def _two(w: float, h: float, s: float) -> list[Piece]:
    r, lift = w / 2, _crown(w, h)
    foot = (0.24 * w, h - s)
    # the line from the foot that touches the bowl, found where the bowl is a circle
    across, down = foot[0] - r, (foot[1] - lift) * r / lift
    turn = atan2(down, across) - _acos((r - s / 2) / hypot(across, down))
    edge = (s / 2 * cos(turn), s / 2 * sin(turn))
    touch = (r + (r - s / 2) * cos(turn), lift + (lift - s / 2) * sin(turn))
    reach = 1 + 0.4 * s / (foot[1] - touch[1])  # a little into the base, so that no notch is left
    end = (touch[0] + (foot[0] - touch[0]) * reach, touch[1] + (foot[1] - touch[1]) * reach)
    return [
        *_arc((r, lift), (r, lift), s, 2, 4),
        *_arc((r, lift), (r, lift), s, 0, turn / (pi / 2)),
        _bar(0, lift, s, lift + round(0.3 * s)),
        (
            (touch[0] - edge[0], touch[1] - edge[1]),
            (touch[0] + edge[0], touch[1] + edge[1]),
            (end[0] + edge[0], end[1] + edge[1]),
            (end[0] - edge[0], end[1] - edge[1]),
        ),
        _bar(0, h - s, w, h),
    ]


def _three(w: float, h: float, s: float) -> list[Piece]:
    upper, lower = _bowls(w, h, s)
    r, inset = w / 2, round(0.03 * w)
    top, bottom = (r, upper), (r, h - lower)
    tail = round(0.25 * s)
    return [
        *_arc(top, (r - inset, upper), s, 2, 5),
        *_arc(bottom, (r, lower), s, -1, 2),
        _bar(round(0.36 * w), 2 * upper - s, r, 2 * upper),
        _bar(inset, upper, inset + s, upper + tail),
        _bar(0, h - lower - tail, s, h - lower),
    ]


def _four(w: float, h: float, s: float) -> list[Piece]:
    stem = round(0.59 * w)
    shelf = round(0.63 * h)
    return [
        _bar(stem, 0, stem + s, h),
        _bar(0, shelf, w, shelf + s),
        _slant((stem - 0.03 * w, 0), (0, shelf + 0.1 * s), s),
    ]


def _five(w: float, h: float, s: float) -> list[Piece]:
    r, lower = w / 2, _bowl(h)
    left, middle = round(0.06 * w), h - lower
    joint = _acos((left + s - r) / (r - s))  # where the inside of the bowl leaves the stem
    return [
        _bar(left, 0, w - left, s),
        _bar(left, 0, left + s, round(middle - (lower - s) * sin(joint))),
        *_arc((r, middle), (r, lower), s, -joint / (pi / 2), 1),
        *_below(_arc((r, middle), (r, lower), s, 1, 2), middle + round(0.3 * s)),
    ]


def _six(w: float, h: float, s: float) -> list[Piece]:
    r, lower, lift = w / 2, _bowl(h), _crown(w, h)
    return [
        *_arc((r, h - lower), (r, lower), s, 0, 4),
        *_arc((r, lift), (r, lift), s, 2, 4),
        _bar(0, lift, s, h - lower),
    ]


def _seven(w: float, h: float, s: float) -> list[Piece]:
    foot = 0.27 * w
    wide = s * hypot(1, (0.5 * w) / h)
    return [_bar(0, 0, w, s), _slant((w - wide, 0), (foot, h), s)]


def _eight(w: float, h: float, s: float) -> list[Piece]:
    upper, lower = _bowls(w, h, s)
    r, inset = w / 2, round(0.03 * w)
    return [
        *_arc((r, upper), (r - inset, upper), s, 0, 4),
        *_arc((r, h - lower), (r, lower), s, 0, 4),
    ]


def _nine(w: float, h: float, s: float) -> list[Piece]:
    return [tuple((w - x, h - y) for x, y in piece) for piece in _six(w, h, s)]


def _colon(w: float, h: float, s: float) -> list[Piece]:
    upper = round(0.302 * h - s / 2)
    return [_bar(0, upper, s, upper + s), _bar(0, h - upper - s, s, h - upper)]


def _minus(w: float, h: float, s: float) -> list[Piece]:
    middle = round(h / 2 - s / 2)
    return [_bar(round(0.2 * w), middle, w - round(0.2 * w), middle + s)]


def _bowls(w: float, h: float, s: float) -> Point:
    """Half heights of the upper and the lower bowl, which share one stroke."""
    upper = round(0.96 * (h + s) / 2) / 2
    return upper, (h + s) / 2 - upper


def _crown(w: float, h: float) -> float:
    """Half the height of the round top of 2, 6 and 9."""
    return min(w / 2, round(0.36 * h))


def _bowl(h: float) -> float:
    """Half the height of the bowl of 5, 6 and 9."""
    return round(0.62 * h) / 2


def _acos(cosine: float) -> float:
    return atan2(sqrt(max(0.0, 1 - cosine * cosine)), cosine)


_SHAPES = {
    "0": _zero,
    "1": _one,
    "2": _two,
    "3": _three,
    "4": _four,
    "5": _five,
    "6": _six,
    "7": _seven,
    "8": _eight,
    "9": _nine,
    ":": _colon,
    "-": _minus,
}
