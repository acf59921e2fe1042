# Seventy files side by side.
list=
for i in $(seq 1 70); do
    echo 'seatsim: 1' >"part-$i.yaml"
    list="$list, part-$i.yaml"
done
printf 'seatsim: 1\nextends: [%s]\n' "${list#, }" >extends-too-many.yaml
