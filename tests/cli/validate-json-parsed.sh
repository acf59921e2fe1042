# Another program's parser reads the document, and finds in it what the text form says (all of it with --verbose).
if command -v python3 > /dev/null; then :; else echo "python3 is not installed"; exit 77; fi
{
    printf 'seatsim: 1\nyears: 2020..2030\n'
    for number in $(seq 30); do printf '"key %s \\" \\\\ \\e 学": &a %s\n' "$number" "$number"; done
} > "quote\".yaml"
printf 'seatsim: 1\nstandard: ours\n' > asking.yaml
printf 'sectors: public\n' > ours.yaml
"$SEATSIM" validate --format json "quote\".yaml" asking.yaml there-is-none.yaml > document.json
"$SEATSIM" validate --verbose "quote\".yaml" asking.yaml there-is-none.yaml 2> text
python3 -c '
import json
document = json.load(open("document.json", encoding="utf-8"))
lines = []
for scenario in document["scenarios"]:
    found = scenario["diagnostics"]
    severities = [each["severity"] for each in found]
    assert scenario["counts"] == {"errors": severities.count("error"), "warnings": severities.count("warning"), "notes": 0}
    assert scenario["status"] == "error"
    for each in found:
        place = ":".join(str(each[name]) for name in ("file", "line", "column") if each[name] is not None)
        lines.append("%s%s: %s [%s]\n" % (place and place + ": ", each["severity"], each["message"], each["code"]))
        if each["asked"]:
            lines.append("      asked for in {file}:{line}:{column}\n".format(**each["asked"]))
        if each["hint"]:
            lines.append("      hint: %s\n" % each["hint"])
text = [line for line in open("text", encoding="utf-8") if " | " not in line]
assert lines == text, (lines, text)
print([(scenario["path"], len(scenario["diagnostics"])) for scenario in document["scenarios"]])
'
