"""Typed values of the scenario language: numbers, shares, and series by year."""


def number(value):
    """A number as the language writes it: 12, 0.5, '50%', '1:13.5' (the second part of the ratio)."""
    if not isinstance(value, str):
        return float(value)
    text = value.strip()
    if text.endswith("%"):
        return float(text[:-1]) / 100.0
    if text.startswith("1:"):
        return float(text[2:])
    return float(text)


class Series:
    """Values by year. Between given years `how` interpolates; outside them the nearest value holds."""

    def __init__(self, points, how="linear"):
        self.points = dict(sorted(points.items()))
        self.how = how

    def at(self, year):
        years = list(self.points)
        if year <= years[0]:
            return self.points[years[0]]
        if year >= years[-1]:
            return self.points[years[-1]]
        if year in self.points:
            return self.points[year]
        left = max(y for y in years if y < year)
        right = min(y for y in years if y > year)
        if self.how == "step":
            return self.points[left]
        if self.how == "monotone":
            return steffen(self.points, left, right, year)
        part = (year - left) / (right - left)
        return self.points[left] + part * (self.points[right] - self.points[left])


def steffen(points, left, right, year):
    """Cubic Hermite with Steffen's slopes (Astron. Astrophys. 239, 443-450, 1990), which never overshoots."""
    years = list(points)
    width = right - left
    rise = (points[right] - points[left]) / width
    a, b = steffen_slope(points, years.index(left)), steffen_slope(points, years.index(right))
    x = year - left
    return (((a + b - 2 * rise) / width ** 2 * x + (3 * rise - 2 * a - b) / width) * x + a) * x + points[left]


def steffen_slope(points, i):
    """The slope at the i-th given year; at both ends it is that of the neighbouring chord."""
    years = list(points)
    chord = [(points[b] - points[a]) / (b - a) for a, b in zip(years, years[1:])]
    if i == 0:
        return chord[0]
    if i == len(years) - 1:
        return chord[-1]
    before, after = chord[i - 1], chord[i]
    wide, narrow = years[i] - years[i - 1], years[i + 1] - years[i]
    middle = (before * narrow + after * wide) / (wide + narrow)
    return (sign(before) + sign(after)) * min(abs(before), abs(after), 0.5 * abs(middle))


def sign(x):
    return (x > 0) - (x < 0)


def series(value, base_year, default=None):
    """A series from one value, a list from the base year on, or {year: value}. None: the default for ever."""
    if value is None:
        return Series({base_year: default})
    if isinstance(value, dict):
        points = {int(year): number(v) for year, v in value.items() if year != "interpolate"}
        return Series(points, value.get("interpolate", "linear"))
    if isinstance(value, list):
        return Series({base_year + i: number(v) for i, v in enumerate(value)})
    return Series({base_year: number(value)})


def series_by_grade(value, base_year, grades, default=None):
    """One series a grade: a list gives them one by one, anything else is the same for all."""
    if isinstance(value, list):
        return [series(v, base_year) for v in value]
    return [series(value, base_year, default)] * grades


NOISE = 1e-9  # relative; sums of the same numbers in another order differ by less


def below(a, b):
    """a < b, where a difference that rounding can make counts as none: exactly 50 % is not below 50 %."""
    return a < b and b - a > NOISE * max(abs(a), abs(b))


def whole_half_up(x):
    return int((x + 0.5 + NOISE) // 1)


def whole_up(x):
    return -int((-x + NOISE * max(1.0, abs(x))) // 1)


def whole_down(x):
    return int((x + NOISE * max(1.0, abs(x))) // 1)
