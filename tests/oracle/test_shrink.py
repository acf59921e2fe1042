"""That a scenario in which a property does not hold becomes a small file which the program loads.

    test_shrink.py PROGRAM        the property is that no class is above its limit, which is not so"""

import os
import subprocess
import sys
import tempfile
import unittest
from types import SimpleNamespace as Object

import properties
import yaml_text

PROGRAM = os.path.abspath(sys.argv.pop(1))


class Shrinking(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.options = Object(program=PROGRAM, keep=self.folder)

    def small(self, seed):
        """The kept file of a scenario, and its lines."""
        document = properties.scenario(seed, [])
        self.assertIsNotNone(properties.verdict(PROGRAM, properties.no_class_over_limit, document))
        self.length = len(yaml_text.write(document))
        smallest = properties.smallest(PROGRAM, properties.no_class_over_limit, document)
        path = properties.keep(self.options, "no class is above its limit", properties.no_class_over_limit, smallest)
        with open(path, encoding="utf-8") as file:
            return path, smallest, file.read()

    def test_a_false_property_ends_in_a_district_a_stage_and_a_facility(self):
        for seed in (1, 3):
            path, document, text = self.small(seed)
            self.assertEqual([len(document[key]) for key in ("districts", "stages", "facilities")], [1, 1, 1])
            self.assertNotIn("projects", document)
            self.assertEqual(document["stages"][0]["grades"], 1)
            self.assertLess(len(text), 600)
            self.assertLess(len(text) * 4, self.length)
            self.assertTrue(text.startswith("# Not so: no class is above its limit.\n# "))

    def test_the_file_loads_and_shows_what_is_wrong(self):
        path, _, _ = self.small(1)
        done = subprocess.run([PROGRAM, "run", path, "-o", os.path.join(self.folder, "out"), "--no-plots", "--quiet"],
                              check=False, capture_output=True)
        self.assertEqual(done.returncode, 0)
        with open(os.path.join(self.folder, "out", "indicators.csv"), encoding="utf-8") as table:
            over = [float(line.split(",")[-1]) for line in table if ",classes_over_limit," in line]
        self.assertGreater(max(over), 0)

    def test_a_true_property_holds(self):
        self.assertIsNone(properties.verdict(PROGRAM, properties.conserved, properties.scenario(1, [])))


if __name__ == "__main__":
    unittest.main()
