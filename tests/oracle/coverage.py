"""In how many scenarios each feature, and each pair of features, is in effect."""

import itertools
from collections import Counter

import features

SHOWN = 10


class Coverage:
    def __init__(self):
        self.scenarios = 0
        self.having = Counter()

    def count(self, in_effect):
        """A scenario, by the features that are in effect in it."""
        self.scenarios += 1
        self.having.update((feature,) for feature in in_effect)
        self.having.update(itertools.combinations(in_effect, 2))

    def rarest(self, size):
        """(scenarios, feature or pair), the rarest first."""
        return sorted((self.having[some], some) for some in itertools.combinations(features.FEATURES, size))

    def missing(self):
        return [" with ".join(some) for size in (1, 2) for count, some in self.rarest(size) if count == 0]

    def table(self):
        """A line a feature: the scenarios that it is in effect in, and the feature that it meets most rarely."""
        yield f"{'feature':<16} {'scenarios':>9}  rarest with"
        pairs = self.rarest(2)
        for count, (feature,) in self.rarest(1):
            least, pair = next(row for row in pairs if feature in row[1])
            other, = set(pair) - {feature}
            yield f"{feature:<16} {count:>9}  {other} ({least})"

    def summary(self):
        (least, (feature,)), (fewest, pair) = self.rarest(1)[0], self.rarest(2)[0]
        return (f"{len(features.FEATURES)} features and {len(self.rarest(2))} pairs in {self.scenarios} scenarios; in the fewest: "
                f"{feature} in {least}, {' with '.join(pair)} in {fewest}")
