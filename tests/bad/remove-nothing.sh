cp "$BAD/../cases/small.yaml" base.yaml
cat > remove-nothing.yaml <<'Y'
seatsim: 1
extends: base.yaml
facilities:
  - {id: gardn, remove: true}
  - {id: school, remove: yes}
projects: [{expand: school, remove: true}]
variants: {latr: {remove: true}}
Y
