# slow: the files for other people's automation: YAML that another parser reads, whose commands run and say what they should.
python3 -c 'import yaml' 2> /dev/null || { echo "python3 with PyYAML is not installed"; exit 77; }
mkdir bin && ln -s "$SEATSIM" bin/seatsim
PATH=$PWD/bin:$PATH
cp -r "$SOURCE/scenarios" scenarios
rm -r scenarios/province # it is large
python3 - > commands <<'END'
import yaml
workflow = yaml.safe_load(open("scenarios/ci/github-workflow.yml", encoding="utf-8"))
assert set(workflow[True]) == {"pull_request", "push"}  # YAML 1.1 takes the word on for a truth
for job in workflow["jobs"].values():
    assert job["runs-on"] and all(("run" in step) != ("uses" in step) for step in job["steps"])
    for step in job["steps"]:
        print("\n".join(line for line in step.get("run", "").splitlines() if line.startswith("seatsim ")))
hooks = yaml.safe_load(open("scenarios/ci/pre-commit.yml", encoding="utf-8"))["repos"][0]["hooks"]
for hook in hooks:
    assert {"id", "name", "entry", "language", "files"} <= set(hook) and hook["pass_filenames"] is False
    print(hook["entry"])
END
grep . commands | while read -r command; do
    # shellcheck disable=SC2086
    sh -c "$command" > said 2> errors
    status=$?
    echo "$command: status $status, $(wc -l < errors) lines of errors"
    tail -n 1 said | sed 's/[0-9][0-9]*/N/g'
done
for result in check.xml check.csv; do
    [ -s $result ] || echo "$result is empty"
done
