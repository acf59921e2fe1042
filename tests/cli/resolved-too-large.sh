# slow: two files that are not too large by themselves: together they are, and that is told.
note() { head -c 4500000 /dev/zero | tr '\0' "$1"; }
sed '1d' "$SOURCE/tests/cases/small.yaml" > rest.yaml
{ echo 'seatsim: 1'; printf 'variants: {a: {set: {}, note: '; note a; echo '}}'; } > a.yaml
{ echo 'seatsim: 1'; echo 'extends: a.yaml'; cat rest.yaml; printf 'variants: {b: {set: {}, note: '; note b; echo '}}'; } > b.yaml
"$SEATSIM" validate --resolved b.yaml 2> said | wc -c > bytes
sed "s/$(cat bytes)/AS-MANY-AS-PRINTED/" said
"$SEATSIM" validate b.yaml
