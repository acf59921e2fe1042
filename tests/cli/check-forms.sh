# Each form of a check is read by a program that is made for it, whatever stands in names and titles: quotes, <, &, #, ::, %,
# commas, line ends, Chinese. What a reader finds is what the text says: a target met, one missed, one missed that only warns, and
# a scenario that is wrong.
for program in python3 prove; do
    command -v $program > /dev/null || { echo "$program is not installed"; exit 77; }
done
school='sectors: [public]
years: 2020..2022
stages: [{id: primary, title: "小<学> & \"x\"", entry_age: 6, grades: 1, class_limit: 30}]
districts: [{id: west, pupils: {primary: 50}, births: {2013: 50, projection: hold}}]
facilities: [{id: hill, stage: primary, rooms: 2, pupils: 50}]'
cat > "plan \"a\" <b> & c, 100%: 学#校.yaml" <<END
seatsim: 1
$school
targets:
  - {id: met, indicator: class_size_max, at_most: limit, in: 2020}
  - {id: missed, title: "\"half\" <of> & 'all' # not ok :: 100%, 学校 \\\\ ::error::x\n##[error]two lines\tand\r]]>", indicator: class_size_max,
     at_most: 24, from: 2020}
  - {id: warned, title: "# SKIP", indicator: seats, scope: facilities, at_least: 70, by: 2022, severity: warning}
END
cat > wrong.yaml <<'END'
seatsim: 1
years: 2020..2022
"k\\ \" ::error <&> #, 100%": 1
END
for form in json junit tap github csv; do
    "$SEATSIM" check --format $form plan*.yaml wrong.yaml > $form 2> $form.errors
    echo "$form: status $?, $(wc -l < $form.errors) lines beside it"
done
prove --verbose --exec cat tap > proved 2>&1
echo "prove: status $?"
grep -E '^(  Failed tests|  Failed test|Result|Files)' proved | sed 's/, *[0-9]* wallclock.*//'
grep -c 'Parse errors' proved
cat > read.py <<'END'
import csv, json, re, xml.etree.ElementTree as tree
plan = 'plan "a" <b> & c, 100%: 学#校.yaml'
title = '"half" <of> & \'all\' # not ok :: 100%, 学校 \\ ::error::x ##[error]two lines and ]]>'
stage = '小<学> & "x"'
finding = "25 in 2020, at most 24, over by 1, never met"

document = json.load(open("json", encoding="utf-8"))
good, wrong = document["scenarios"]
assert (good["path"], good["result"], wrong["path"], wrong["result"]) == (plan, "missed", "wrong.yaml", "error")
assert [(t["id"], t["met"], t["severity"]) for t in good["targets"]] == [
    ("met", True, "error"), ("missed", False, "error"), ("warned", False, "warning")]
missed = good["targets"][1]
assert missed["title"] == title and missed["finding"] == finding and missed["at"] == {"file": plan, "line": 9, "column": 10}
assert missed["shown"] == {"id": None, "year": 2020, "value": 25, "margin": -1, "met": False, "first_met": None, "first_missed": 2020}
assert good["targets"][2]["about"]["each"] and good["targets"][2]["misses"][0]["id"] == "hill"
assert wrong["found"]["counts"]["errors"] == 4 and document["summary"] == {
    "scenarios": 2, "met": 0, "missed": 1, "error": 1, "targets": 3, "targets_met": 1, "left_out": 0}
print("json: read")

root = tree.parse("junit").getroot()
suites = root.findall("testsuite")
assert root.tag == "testsuites" and [s.get("name") for s in suites] == [plan, "wrong.yaml"]
for suite in suites:
    cases = suite.findall("testcase")
    assert int(suite.get("tests")) == len(cases)
    for word, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(suite.get(word)) == sum(case.find(tag) is not None for case in cases), word
met, missed, warned = suites[0].findall("testcase")
assert len(met) == 0 and missed.get("name") == "%s, %s, region" % (title, stage) and missed.get("file") == plan
assert missed.find("failure").get("message") == finding and missed.find("failure").get("type") == "missed"
assert warned.find("skipped") is not None and warned.get("name") == "# SKIP, %s, every facility" % stage
assert "error: unknown key 'k\\ \" ::error <&> #, 100%'" in suites[1].find("testcase/error").text, tree.tostring(suites[1])
print("junit: read")

lines = open("tap", encoding="utf-8").read().split("\n")
tests = [line for line in lines if re.match(r"(not )?ok\b", line)]
assert lines[0] == "TAP version 13" and lines[-2] == "1..4" and len(tests) == 4
describe = lambda line: re.sub(r"\\(.)", r"\1", re.split(r"(?<!\\) # ", line)[0].split(" - ", 1)[1])
assert describe(tests[1]) == "%s: %s, %s, region" % (plan, title, stage), describe(tests[1])
assert [bool(re.search(r"(?<!\\) # (?:T" + "ODO|SKIP)", line)) for line in tests] == [False, False, True, False]
try:
    import yaml
    blocks = re.findall(r"^  ---\n(.*?)^  \.\.\.\n", "\n".join(lines), re.S | re.M)
    first = yaml.safe_load(blocks[0])
    assert (first["message"], first["file"], first["line"]) == (finding, plan, 9) and len(blocks) == 3
except ImportError:
    pass
print("tap: read")

command = re.compile(r"::(error|warning|notice) ((?:[a-z]+=[^:,\r\n]*)(?:,[a-z]+=[^:,\r\n]*)*)::([^\r\n]*)")
plain = lambda text: text.replace("%2C", ",").replace("%3A", ":").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
lines = open("github", encoding="utf-8").read().split("\n")
found = [command.fullmatch(line) for line in lines[:-2]]
assert all(found), lines
assert lines[-2].startswith("scenarios: 2 in all") and lines[-1] == ""
told = [(m[1], dict(map(plain, part.split("=", 1)) for part in m[2].split(",")), plain(m[3])) for m in found]
kind, properties, message = told[0]
assert kind == "error" and properties == {"file": plan, "line": "9", "col": "10", "title": "missed"}, properties
assert message == "%s, %s, region: %s" % (title, stage, finding), message
assert [(t[0], t[1]["file"]) for t in told] == [("error", plan), ("warning", plan)] + 4 * [("error", "wrong.yaml")]
print("github: read")

rows = list(csv.DictReader(open("csv", encoding="utf-8", newline="")))
assert [(r["path"], r["target"], r["met"], r["id"]) for r in rows] == [
    (plan, "met", "true", ""), (plan, "missed", "false", ""), (plan, "warned", "false", "hill")]
print("csv: read")
END
python3 read.py
# A second reader of XML, where there is one.
! command -v xmllint > /dev/null || xmllint --noout junit || echo "xmllint does not read it"
